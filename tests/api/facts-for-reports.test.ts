import { beforeAll, describe, expect, it } from 'vitest';
import { findProgramme } from '../../api/programmes/programmes/queries.ts';
import { findPeriod, wholeReport } from '../../api/steering/reports/queries.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { cookieOf, problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, latestCode, signIn } = await testApi();

/** Of the stand-in: a hairdresser in 1181, a restaurant in 1092, a printer in 1041, a legal person in 1183, and no answer. */
const HAIRDRESSER = '69599084';
const RESTAURANT = '69599076';
const PRINTER = '68727720';
const LEGAL_PERSON = '90000749';
const NO_ANSWER = '90004973';

let count = 0;
async function world() {
  const made = await makeProgramme(db, time.now);
  const session = await makeSession(db, made, time.now, { capacity: 60, placesPerBusiness: null });
  const staff = async (duty: 'administrator' | 'programme' | 'reader') =>
    signIn((await makeStaff(db, [{ municipalityId: made.municipality.id, duty }])).email);
  return { made, session, staff, administrator: await staff('administrator') };
}

async function hold(sessionId: string, kvkNumber?: string) {
  const email = `wie${++count}@voorbeeld.example`;
  const placed = await call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: `Wie ${count}`, email, ...(kvkNumber && { kvkNumber }) },
  });
  expect(placed.status).toBe(201);
  return (placed.body as { id: string }).id;
}
async function book(sessionId: string, kvkNumber?: string) {
  const id = await hold(sessionId, kvkNumber);
  const confirmed = await call('POST', `/registrations/${id}/confirmation`, {
    body: { code: await latestCode(id) },
  });
  expect(confirmed.body).toMatchObject({ status: 'confirmed' });
  return { id, cookie: cookieOf(confirmed.headers) };
}
const bookAll = async (sessionId: string, ...kvkNumbers: (string | undefined)[]) => {
  const booked = [];
  for (const kvkNumber of kvkNumbers) booked.push(await book(sessionId, kvkNumber));
  return booked;
};

/** The bookings of each category that has any; null where they are protected. */
const bookings = (report: Report, dimension: Report['breakdowns'][number]['dimension']) =>
  Object.fromEntries(
    report.breakdowns
      .find((one) => one.dimension === dimension)!
      .rows.filter(({ registrations }) => registrations !== 0)
      .map(({ category, registrations }) => [category, registrations]),
  );
async function read(made: ProgrammeFixture, cookie: string) {
  const answer = await call('GET', `/programmes/${made.programme.slug}/quarters/1/report`, { cookie });
  expect(answer.status).toBe(200);
  return answer.body as Report;
}
/** Without the protection. */
async function whole({ programme }: ProgrammeFixture) {
  const period = await findPeriod(db, programme.id, { ordinal: 1 });
  return wholeReport(db, await findProgramme(db, programme.slug), period, time.now);
}
const put = (path: string, rows: object[], cookie?: string) =>
  call('PUT', path, { body: { rows }, ...(cookie && { cookie }) });

describe('from booking to the report', () => {
  it('who books with a KVK number counts by branch and place, and by district once there is a table', async () => {
    const { made, session, administrator } = await world();
    await bookAll(session.id, ...Array<string>(6).fill(HAIRDRESSER), ...Array<string>(5).fill(RESTAURANT));
    const before = await read(made, administrator);
    expect(bookings(before, 'industry')).toEqual({ 'Verzorgend beroep': 6, Horeca: 5 });
    expect(bookings(before, 'district')).toEqual({ Amstelveen: 6, Amsterdam: 5 });

    const rows = [{ area: '1180-1182', district: 'Noord' }];
    const path = `/municipalities/${made.municipality.id}/districts`;
    expect(await put(path, rows, administrator)).toMatchObject({ status: 200, body: { rows } });
    expect(await call('GET', path, { cookie: administrator })).toMatchObject({ body: { rows } });
    expect(bookings(await read(made, administrator), 'district')).toEqual({ Noord: 6, Amsterdam: 5 });
  });

  it('few of a kind stay protected', async () => {
    const { made, session, administrator } = await world();
    await bookAll(session.id, ...Array<string>(6).fill(HAIRDRESSER), RESTAURANT, RESTAURANT);
    expect(bookings(await whole(made), 'industry')).toEqual({ 'Verzorgend beroep': 6, Horeca: 2 });
    const shown = bookings(await read(made, administrator), 'industry');
    expect(shown.Horeca).toBeNull();
    expect(shown['Verzorgend beroep']).toBeNull();
  });

  it('a legal person without an establishment is where its owner is', async () => {
    const { made, session } = await world();
    await book(session.id, LEGAL_PERSON);
    expect(bookings(await whole(made), 'district')).toEqual({ Amstelveen: 1 });
    expect(bookings(await whole(made), 'industry')).toEqual({ unknown: 1 });
  });

  it('no place waits for it: without a number or an answer it is unknown', async () => {
    const { made, session } = await world();
    await bookAll(session.id, undefined, NO_ANSWER);
    const report = await whole(made);
    for (const dimension of ['district', 'residence', 'industry', 'age'] as const)
      expect(bookings(report, dimension)).toEqual({ unknown: 2 });
  });

  it('who only typed a number gives nothing away: a business counts once someone proved an address', async () => {
    const { made, session } = await world();
    const facts = () => sql`select sbi_code, establishments from businesses where kvk_number = ${PRINTER}`;
    await hold(session.id, PRINTER);
    expect(await facts()).toEqual([]);
    await book(session.id, PRINTER);
    expect(await facts()).toEqual([
      { sbi_code: '18120', establishments: [{ postcode: '1041', place: 'Amsterdam' }] },
    ]);
    expect(bookings(await whole(made), 'industry')).toEqual({ Ambacht: 1 });
  });

  it('a walk-in counts by the business too', async () => {
    const { made, session } = await world();
    const organiser = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
    const before = time.now;
    time.now = new Date(session.startsAt.getTime() - HOUR / 2);
    const answer = await call('POST', `/sessions/${session.id}/walk-ins`, {
      cookie: organiser,
      body: { name: 'Bo Loopin', kvkNumber: RESTAURANT, membership: 'unknown' },
    });
    expect(answer.status).toBe(201);
    const report = await whole(made);
    const visits = report.breakdowns.find(({ dimension }) => dimension === 'industry')!.rows;
    expect(visits.find(({ category }) => category === 'Horeca')).toMatchObject({ visits: 1, unique: 1 });
    time.now = before;
  });
});

describe('the districts of a municipality', () => {
  let one: Awaited<ReturnType<typeof world>>;
  beforeAll(async () => {
    one = await world();
  });
  const path = () => `/municipalities/${one.made.municipality.id}/districts`;
  const rows = [{ area: '1181', district: 'Noord' }];

  it('are changed by its administrators and by nobody else who works there', async () => {
    expect((await put(path(), rows)).status).toBe(401);
    expect((await put(path(), rows, await one.staff('programme'))).status).toBe(403);
    expect((await put(path(), rows, await one.staff('reader'))).status).toBe(403);
    const other = await world();
    expect((await put(path(), rows, other.administrator)).status).toBe(404);
    expect((await put(path(), rows, one.administrator)).status).toBe(200);
    expect(
      await call('GET', `/municipalities/${other.made.municipality.id}/districts`, {
        cookie: other.administrator,
      }),
    ).toMatchObject({ body: { rows: [] } });
  });

  it('are refused with all that is wrong, and stay as they were', async () => {
    const wrong = await put(
      path(),
      [...rows, { area: '1181 AB', district: 'Zuid' }, { area: '99', district: '' }],
      one.administrator,
    );
    expect(problemIn(wrong).invalidParams?.map(({ name, code }) => [name, code])).toEqual([
      ['rows.1.area', 'invalid'],
      ['rows.2.area', 'invalid'],
      ['rows.2.district', 'required'],
    ]);
    const twice = await put(path(), [...rows, ...rows], one.administrator);
    expect(problemIn(twice).invalidParams).toMatchObject([{ name: 'rows.1.area', code: 'in-use' }]);
    expect(await call('GET', path(), { cookie: one.administrator })).toMatchObject({ body: { rows } });
  });

  it('leave an audit row', async () => {
    const audited = await sql`select action from audit_log where subject_id = ${one.made.municipality.id}`;
    expect(audited.map(({ action }) => action as string)).toContain('districts.replaced');
  });
});

describe('the branches', () => {
  it('are changed by an operator, for every report, and come back when the table is emptied', async () => {
    const { made, session, administrator } = await world();
    const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
    await bookAll(session.id, ...Array<string>(6).fill(HAIRDRESSER));
    const rows = [
      { code: '96', industry: 'Overig' },
      { code: '962', industry: 'Ambacht' },
    ];
    expect((await put('/industry-codes', rows, administrator)).status).toBe(403);
    expect((await put('/industry-codes', rows)).status).toBe(401);
    expect(await call('GET', '/industry-codes')).toMatchObject({ body: { isUsual: true } });

    const twice = await put('/industry-codes', [rows[0]!, rows[0]!], operator);
    expect(problemIn(twice).invalidParams).toMatchObject([{ name: 'rows.1.code', code: 'in-use' }]);
    expect(await put('/industry-codes', rows, operator)).toMatchObject({ body: { rows, isUsual: false } });
    expect(bookings(await read(made, administrator), 'industry')).toEqual({ Ambacht: 6 });
    expect(await put('/industry-codes', [], operator)).toMatchObject({ body: { isUsual: true } });
    expect(bookings(await read(made, administrator), 'industry')).toEqual({ 'Verzorgend beroep': 6 });
  });
});

describe('what an entrepreneur tells', () => {
  const tell = (id: string, body: object, cookie: string) =>
    call('PUT', `/registrations/${id}/background`, { body, cookie });

  it('counts in the report, by district, and can be taken away; nothing is decided by it', async () => {
    const { made, session, administrator } = await world();
    const booked = await bookAll(session.id, ...Array<undefined>(6).fill(undefined));
    await put(
      `/municipalities/${made.municipality.id}/districts`,
      [{ area: '1182', district: 'Zuid' }],
      administrator,
    );
    const decided = () =>
      sql`select id, decision_id, status from registrations where session_id = ${session.id} order by id`;
    const before = await decided();
    for (const { id, cookie } of booked.slice(0, 5)) {
      const told = { ageBand: '36-40', homePostcode: '1182' };
      expect(await tell(id, told, cookie)).toMatchObject({ status: 200, body: told });
      expect(await call('GET', `/registrations/${id}/background`, { cookie })).toMatchObject({ body: told });
    }
    const last = booked[5]!;
    expect((await tell(last.id, { ageBand: 'over-67', homePostcode: '1011' }, last.cookie)).status).toBe(200);
    expect(bookings(await whole(made), 'age')).toEqual({ '36-40': 5, 'over-67': 1 });
    expect(bookings(await whole(made), 'residence')).toEqual({ Zuid: 5, elsewhere: 1 });
    const shown = await read(made, administrator);
    expect(bookings(shown, 'age')['over-67']).toBeNull();
    expect(bookings(shown, 'residence').elsewhere).toBeNull();

    expect((await tell(last.id, { ageBand: null, homePostcode: null }, last.cookie)).status).toBe(200);
    expect(bookings(await whole(made), 'age')).toEqual({ '36-40': 5, unknown: 1 });
    expect(bookings(await whole(made), 'residence')).toEqual({ Zuid: 5, unknown: 1 });
    expect(await decided()).toEqual(before);
  });

  it('is asked after the place is given, and of nobody else', async () => {
    const { session } = await world();
    const { cookie } = await book(session.id);
    const mine = await book(session.id);
    const told = { ageBand: '18-25', homePostcode: null };
    expect((await tell(mine.id, told, cookie)).status).toBe(404);
    expect((await call('PUT', `/registrations/${mine.id}/background`, { body: told })).status).toBe(404);
    await call('POST', `/registrations/${mine.id}/cancellation`, { cookie: mine.cookie });
    expect(await tell(mine.id, told, mine.cookie)).toMatchObject({
      status: 409,
      body: { code: 'place-not-certain' },
    });
  });

  it.each([
    [{ ageBand: '17-18', homePostcode: null }, 'ageBand'],
    [{ ageBand: null, homePostcode: '1182JR' }, 'homePostcode'],
    [{ ageBand: null, homePostcode: '0182' }, 'homePostcode'],
    [{ ageBand: null, homePostcode: 'Urk' }, 'homePostcode'],
  ])('refuses %j', async (body, field) => {
    const { session } = await world();
    const { id, cookie } = await book(session.id);
    const refused = await tell(id, body, cookie);
    expect(refused.status).toBe(400);
    expect(problemIn(refused).invalidParams?.map(({ name }) => name)).toEqual([field]);
  });
});
