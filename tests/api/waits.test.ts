import { beforeAll, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, prove, signIn } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
let person = 0;
const address = () => `wacht${++person}@voorbeeld.example`;
const link = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
const book = (sessionId: string, alsoWaitFor?: string[]) =>
  call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor', email: address(), alsoWaitFor },
  });
const idOf = async (answer: ReturnType<typeof book>) => ((await answer).body as { id: string }).id;
/** The same for who waits, with the address proved. */
const waits = async (answer: ReturnType<typeof book>) => {
  const id = await idOf(answer);
  expect((await prove(id)).body).toMatchObject({ status: 'waitlisted' });
  return id;
};
const look = async (id: string) => (await call('GET', `/registrations/${id}`, { headers: link(id) })).body;
const put = (id: string, sessionIds: string[], headers: Record<string, string> = link(id)) =>
  call('PUT', `/registrations/${id}/waits`, { body: { sessionIds }, headers });
const cancel = (id: string) => call('POST', `/registrations/${id}/cancellation`, { headers: link(id) });
const date = (days: number) => new Date(time.now.getTime() + days * 24 * HOUR);

async function dates(...changes: Parameters<typeof makeSession>[3][]) {
  const first = await makeSession(db, programme, time.now, { capacity: 1, startsAt: date(2), ...changes[0] });
  const made = [{ id: first.id, holder: await idOf(book(first.id)) }];
  for (const [n, change] of changes.slice(1).entries()) {
    const settings = { capacity: 1, startsAt: date(3 + n), moduleId: first.moduleId, ...change };
    const one = await makeSession(db, programme, time.now, settings);
    made.push({ id: one.id, holder: settings.capacity === 1 ? await idOf(book(one.id)) : '' });
  }
  return made;
}

it('waits for several dates, is offered the first that comes free, and is then in no queue', async () => {
  const [a, b] = (await dates({}, {})) as [{ id: string }, { id: string; holder: string }];
  const id = await waits(book(a.id, [b.id]));
  expect(await look(id)).toMatchObject({
    position: 1,
    waits: [
      { sessionId: a.id, position: 1 },
      { sessionId: b.id, position: 1 },
    ],
  });
  expect((await book(b.id)).body).toMatchObject({ placement: 'waitlist', position: 2 });
  await cancel(b.holder);
  expect(await look(id)).toMatchObject({ status: 'offered', session: { id: b.id }, waits: [] });
  expect((await call('GET', `/sessions/${a.id}`)).body).toMatchObject({ waitlistLength: 0 });
});

it('tells all that is wrong with the dates together', async () => {
  const [a, free, none] = await dates({}, { capacity: 2 }, { hasWaitlist: false });
  const other = await makeSession(db, programme, time.now);
  const answer = await book(a!.id, [free!.id, none!.id, other.id]);
  expect(answer.status).toBe(400);
  expect(problemIn(answer).invalidParams).toMatchObject([
    { name: 'alsoWaitFor.0', code: 'place-free' },
    { name: 'alsoWaitFor.1', code: 'no-waitlist' },
    { name: 'alsoWaitFor.2', code: 'other-module' },
  ]);
});

it('is changed later by who holds the link, and by nobody else', async () => {
  const [a, b] = await dates({}, {});
  const id = await waits(book(a!.id));
  const cookie = await signIn(address());
  for (const headers of [{}, { cookie }, link(a!.holder)] as Record<string, string>[]) {
    expect((await put(id, [b!.id], headers)).status).toBe(404);
  }
  expect((await put(id, [a!.id, b!.id])).body).toMatchObject({
    waits: [{ position: 1 }, { sessionId: b!.id, position: 1 }],
  });
  expect((await put(id, [b!.id])).body).toMatchObject({
    session: { id: b!.id },
    waits: [{ sessionId: b!.id }],
  });
  expect((await put(id, [])).status).toBe(400);
  expect(problemIn(await put(a!.holder, [b!.id])).code).toBe('not-waiting');
});

it('leaving leaves all queues', async () => {
  const [a, b] = await dates({}, {});
  const id = await waits(book(a!.id, [b!.id]));
  await cancel(id);
  expect(await sql`select from waits where registration_id = ${id}`).toHaveLength(0);
});

it('goes on in the other queue when its own date is off, and is told once', async () => {
  const [a, b] = await dates({}, {});
  const id = await waits(book(a!.id, [b!.id]));
  const cookie = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
  expect((await call('POST', `/sessions/${a!.id}/cancellation`, { cookie })).status).toBe(200);
  expect(await look(id)).toMatchObject({
    status: 'waitlisted',
    session: { id: b!.id },
    waits: [{ sessionId: b!.id }],
  });
  const jobs = await sql`select data->>'kind' as kind from pgboss.job
    where name = 'mail' and data->>'registrationId' = ${id} order by created_on`;
  expect(jobs.map(({ kind }) => kind as string)).toEqual(['confirm', 'waitlisted', 'stillWaiting']);
  const log = await sql`select actor_kind as by, details from audit_log
    where subject_id = ${id} and action = 'registration.sent-on'`;
  expect([...log]).toEqual([{ by: 'system', details: { from: a!.id } }]);
});
