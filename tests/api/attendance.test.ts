import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, latestCode, signIn } = await testApi();
let fixture: ProgrammeFixture;
let organiser: string;
let otherOrganiser: string;
let municipality: string;
let entrepreneur: string;
beforeAll(async () => {
  fixture = await makeProgramme(db, time.now);
  const staff = async (role: Parameters<typeof makeStaff>[1][number]) =>
    signIn((await makeStaff(db, [role])).email);
  organiser = await staff({ organisationId: fixture.association.id });
  otherOrganiser = await staff({ organisationId: fixture.otherAssociation.id });
  municipality = await staff({ municipalityId: fixture.municipality.id });
  entrepreneur = await signIn('ondernemer@voorbeeld.example');
});

let person = 0;
async function sessionWithPeople(change: Parameters<typeof makeSession>[3] = {}) {
  const session = await makeSession(db, fixture, time.now, { capacity: 5, ...change });
  const confirmed: string[] = [];
  for (const name of ['Bo de Wit', 'Ada Yilmaz']) {
    const placed = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name, email: `mens${++person}@voorbeeld.example` },
    });
    const { id } = placed.body as { id: string };
    await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
    confirmed.push(id);
  }
  return { id: session.id, confirmed };
}
const soon = () => ({ startsAt: new Date(time.now.getTime() + HOUR / 2) });
const mark = (id: string, marks: object[], cookie = organiser) =>
  call('PUT', `/sessions/${id}/attendance`, { body: { marks }, cookie });

describe('the presentielijst', () => {
  it('names who has a place, in order of name, and counts', async () => {
    const { id } = await sessionWithPeople(soon());
    const list = await call('GET', `/sessions/${id}/attendance`, { cookie: organiser });
    const body = list.body as { participants: { name: string }[]; totals: object; markable: boolean };
    expect(body.participants.map(({ name }) => name)).toEqual(['Ada Yilmaz', 'Bo de Wit']);
    expect(body).toMatchObject({ markable: true, totals: { confirmed: 2, unmarked: 2, present: 0 } });
  });

  it('remembers who came, can be corrected, and the same twice is the same', async () => {
    const { id, confirmed } = await sessionWithPeople(soon());
    const marks = [
      { registrationId: confirmed[0], attendance: 'present' },
      { registrationId: confirmed[1], attendance: 'absent' },
    ];
    await mark(id, marks);
    const again = await mark(id, marks);
    expect(again.body).toMatchObject({ totals: { present: 1, absent: 1, unmarked: 0 } });
    const corrected = await mark(id, [{ registrationId: confirmed[1], attendance: null }]);
    expect(corrected.body).toMatchObject({ totals: { present: 1, absent: 0, unmarked: 1 } });
    const audited = await sql`select details from audit_log where subject_id = ${confirmed[1]!}
      and action = 'attendance.marked' order by at, id`;
    expect(audited.map((row) => row.details)).toEqual([
      { from: null, to: 'absent' },
      { from: 'absent', to: null },
    ]);
  });

  it('opens an hour before the start', async () => {
    const { id, confirmed } = await sessionWithPeople({ startsAt: new Date(time.now.getTime() + HOUR + 1) });
    const answer = await mark(id, [{ registrationId: confirmed[0], attendance: 'present' }]);
    expect(problemIn(answer).code).toBe('attendance-too-early');
  });

  it('takes no marks for a place in another session or one that is not confirmed', async () => {
    const { id } = await sessionWithPeople(soon());
    const other = await sessionWithPeople(soon());
    expect((await mark(id, [{ registrationId: other.confirmed[0], attendance: 'present' }])).status).toBe(
      404,
    );
    const placed = await call('POST', `/sessions/${id}/registrations`, {
      body: { name: 'Cem', email: 'cem@voorbeeld.example' },
    });
    const held = (placed.body as { id: string }).id;
    expect(problemIn(await mark(id, [{ registrationId: held, attendance: 'present' }])).code).toBe(
      'attendance-not-confirmed',
    );
  });

  it('marks all or nothing', async () => {
    const { id, confirmed } = await sessionWithPeople(soon());
    const unknown = '00000000-0000-7000-8000-000000000000';
    await mark(id, [
      { registrationId: confirmed[0], attendance: 'present' },
      { registrationId: unknown, attendance: 'present' },
    ]);
    const [{ marked }] = await sql<[{ marked: number }]>`
      select count(attendance)::int as marked from registrations where session_id = ${id}`;
    expect(marked).toBe(0);
  });

  it('keeps presence that was marked: the participant cannot cancel it away', async () => {
    const { id, confirmed } = await sessionWithPeople(soon());
    await mark(id, [{ registrationId: confirmed[0], attendance: 'present' }]);
    const [row] =
      await sql`select a.email from registrations r join entrepreneurs e on e.id = r.entrepreneur_id
      join accounts a on a.id = e.account_id where r.id = ${confirmed[0]!}`;
    const cookie = await signIn(row!.email as string);
    const answer = await call('POST', `/registrations/${confirmed[0]}/cancellation`, { cookie });
    expect(problemIn(answer).code).toBe('too-late-to-cancel');
  });
});

describe('walk-ins', () => {
  const walkIn = (id: string, body: object, cookie = organiser) =>
    call('POST', `/sessions/${id}/walk-ins`, { body, cookie });

  it('are written down as present, also when every place was taken', async () => {
    const { id } = await sessionWithPeople({ ...soon(), capacity: 2 });
    expect((await walkIn(id, { name: 'Dina', membership: 'not-member' })).status).toBe(201);
    const list = await call('GET', `/sessions/${id}/attendance`, { cookie: organiser });
    expect(list.body).toMatchObject({ totals: { confirmed: 3, present: 1 } });
    const [row] = await sql`select seats_taken from sessions where id = ${id}`;
    expect(row!.seats_taken).toBe(2);
  });

  it('count a known person of a known business once', async () => {
    const a = await sessionWithPeople(soon());
    const b = await sessionWithPeople(soon());
    for (const { id } of [a, b]) await walkIn(id, { name: 'Els Bakker', kvkNumber: '68750110' });
    const people = await sql`select distinct entrepreneur_id from registrations where name = 'Els Bakker'`;
    expect(people).toHaveLength(1);
    expect(problemIn(await walkIn(a.id, { name: 'els bakker', kvkNumber: '68750110' })).code).toBe(
      'already-registered',
    );
  });

  it('name all wrong fields together', async () => {
    const { id } = await sessionWithPeople(soon());
    const answer = await walkIn(id, { name: '', kvkNumber: '123', membership: 'gold' });
    expect(
      problemIn(answer)
        .invalidParams!.map(({ name }) => name)
        .sort(),
    ).toEqual(['kvkNumber', 'membership', 'name']);
  });
});

describe('who may not', () => {
  it.each([
    ['nobody signed in', () => undefined, 401],
    ['an entrepreneur', () => entrepreneur, 403],
    ['the municipality, which sees numbers and not names', () => municipality, 403],
    ['another association', () => otherOrganiser, 404],
  ])('%s', async (_, cookie, status) => {
    const { id, confirmed } = await sessionWithPeople(soon());
    const as = cookie();
    const options = as ? { cookie: as } : {};
    const answers = await Promise.all([
      call('GET', `/sessions/${id}/attendance`, options),
      call('PUT', `/sessions/${id}/attendance`, {
        ...options,
        body: { marks: [{ registrationId: confirmed[0], attendance: 'present' }] },
      }),
      call('POST', `/sessions/${id}/walk-ins`, { ...options, body: { name: 'Dina' } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
    const [{ marked }] = await sql<[{ marked: number }]>`
      select count(attendance)::int as marked from registrations where session_id = ${id}`;
    expect(marked).toBe(0);
  });
});

it('lists only the sessions of one’s own organisation', async () => {
  const { id } = await sessionWithPeople(soon());
  const own = await call('GET', '/me/sessions', { cookie: organiser });
  expect(
    (own.body as { items: { session: { id: string } }[] }).items.map((item) => item.session.id),
  ).toContain(id);
  const other = await call('GET', '/me/sessions', { cookie: otherOrganiser });
  expect((other.body as { items: unknown[] }).items).toEqual([]);
});
