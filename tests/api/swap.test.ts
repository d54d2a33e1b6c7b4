import { beforeAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

type Change = Parameters<typeof makeSession>[3];
type Placed = { id: string; placement: string };
let person = 0;
const somebody = () => ({ name: 'Noor Jansen', email: `ruil${++person}@voorbeeld.example` });
const book = async (sessionId: string, body: object = somebody(), cookie?: string) =>
  (await call('POST', `/sessions/${sessionId}/registrations`, { body, ...(cookie && { cookie }) }))
    .body as Placed;
const link = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
const swap = (id: string, sessionId: string, options: Parameters<typeof call>[2] = { headers: link(id) }) =>
  call('POST', `/registrations/${id}/swap`, { body: { sessionId }, ...options });
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });

/** Two sessions of one module. */
async function twoDates(first: Change = {}, second: Change = {}) {
  const from = await makeSession(db, programme, time.now, first);
  const to = await makeSession(db, programme, time.now, { moduleId: from.moduleId, ...second });
  return { from, to };
}
async function certain(sessionId: string, change: object = {}) {
  const placed = await book(sessionId, { ...somebody(), ...change });
  await confirm(placed.id);
  return placed;
}
const taken = async (...ids: string[]) =>
  Promise.all(
    ids.map(async (id) => (await sql`select seats_taken from sessions where id = ${id}`)[0]!.seats_taken),
  );
const row = async (id: string) =>
  (await sql`select session_id, status, sequence from registrations where id = ${id}`)[0]!;
const mailsOf = async (id: string) =>
  (
    await sql`select data->>'kind' as kind from pgboss.job where name = 'mail' and data->>'registrationId' = ${id} order by created_on`
  ).map((job) => job.kind as string);

describe('moving a place to another date', () => {
  it('is one registration at the other session, with a decision of its own and one mail', async () => {
    const { from, to } = await twoDates({ sequence: 2 });
    const placed = await certain(from.id);
    const answer = await swap(placed.id, to.id);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: placed.id, status: 'confirmed', session: { id: to.id } });
    expect(await row(placed.id)).toMatchObject({ session_id: to.id, sequence: 3 });
    expect(await taken(from.id, to.id)).toEqual([0, 1]);
    const decided = await sql`select outcome from decisions where registration_id = ${placed.id}`;
    expect(decided.map(({ outcome }) => outcome)).toEqual(['eligible', 'eligible', 'eligible']);
    expect(await mailsOf(placed.id)).toEqual(['confirm', 'confirmed', 'swapped']);
    const [logged] =
      await sql`select details from audit_log where action = 'registration.swapped' and subject_id = ${placed.id}`;
    expect(logged!.details).toEqual({ from: from.id, to: to.id });
  });

  it('offers the old place to the first in its queue', async () => {
    const { from, to } = await twoDates({ capacity: 1 });
    const placed = await certain(from.id);
    const waiting = await certain(from.id);
    await swap(placed.id, to.id);
    expect(await row(waiting.id)).toMatchObject({ session_id: from.id, status: 'offered' });
    expect(await taken(from.id, to.id)).toEqual([1, 1]);
  });

  it('twice is the same as once', async () => {
    const { from, to } = await twoDates();
    const placed = await certain(from.id);
    const answers = await Promise.all([swap(placed.id, to.id), swap(placed.id, to.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await swap(placed.id, to.id.toUpperCase())).status).toBe(200);
    expect(await taken(from.id, to.id)).toEqual([0, 1]);
    expect(await mailsOf(placed.id)).toEqual(['confirm', 'confirmed', 'swapped']);
  });

  it('asks to confirm anew when the place was not certain yet', async () => {
    const { from, to } = await twoDates();
    const placed = await book(from.id);
    expect((await swap(placed.id, to.id)).body).toMatchObject({ status: 'held', session: { id: to.id } });
    expect(await mailsOf(placed.id)).toEqual(['confirm', 'confirm']);
    expect((await confirm(placed.id)).body).toMatchObject({ status: 'confirmed', session: { id: to.id } });
    expect(await taken(from.id, to.id)).toEqual([0, 1]);
  });

  it('keeps a place that is not certain no longer than an hour in all', async () => {
    const { from, to } = await twoDates();
    const since = time.now;
    const placed = await book(from.id);
    for (const [minutes, target] of [
      [29, to],
      [58, from],
    ] as const) {
      time.now = new Date(since.getTime() + minutes * 60_000);
      expect((await swap(placed.id, target.id)).status).toBe(200);
    }
    time.now = since;
    const [held] = await sql`select expires_at from registrations where id = ${placed.id}`;
    expect((held!.expires_at as Date).getTime() - since.getTime()).toBe(HOUR);
  });

  it('is for the owner, signed in, too', async () => {
    const { from, to } = await twoDates();
    const me = somebody();
    const cookie = await signIn(me.email);
    const placed = await book(from.id, me, cookie);
    expect((await swap(placed.id, to.id, { cookie })).status).toBe(200);
    const mine = await call('GET', '/me/registrations', { cookie });
    expect(mine.body).toMatchObject({ items: [{ id: placed.id, swappable: true, session: { id: to.id } }] });
  });

  it('is not for strangers', async () => {
    const { from, to } = await twoDates();
    const placed = await certain(from.id);
    const cookie = await signIn(somebody().email);
    const attempts = [{}, { cookie }, { headers: link(to.id) }].map((as) => swap(placed.id, to.id, as));
    expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await row(placed.id)).toMatchObject({ session_id: from.id });
  });
});

describe('a swap that is refused changes nothing', () => {
  const later = (hours: number) => new Date(time.now.getTime() + hours * HOUR);

  it.each<[string, Change, Change]>([
    ['session-full', {}, { capacity: 1, seatsTaken: 1 }],
    ['session-full', {}, { capacity: 1, seatsTaken: 1, hasWaitlist: false }],
    ['session-cancelled', {}, { status: 'cancelled', cancelledAt: time.now }],
    ['session-past', {}, { startsAt: later(-1) }],
    ['booking-closed', {}, { startsAt: later(3), minimumNoticeMinutes: 240 }],
    ['too-late-to-cancel', { startsAt: later(23), cancellationDeadlineMinutes: 24 * 60 }, {}],
  ])('%s', async (code, first, second) => {
    const { from, to } = await twoDates(first, second);
    const placed = await certain(from.id);
    const before = [await row(placed.id), await taken(from.id, to.id), await mailsOf(placed.id)];
    const answer = await swap(placed.id, to.id);
    expect([answer.status, problemIn(answer).code]).toEqual([409, code]);
    expect([await row(placed.id), await taken(from.id, to.id), await mailsOf(placed.id)]).toEqual(before);
  });

  it('goes behind the queue of the other date', async () => {
    const { from, to } = await twoDates({}, { capacity: 1 });
    const placed = await certain(from.id);
    const holder = await book(to.id);
    await certain(to.id);
    time.now = later(1);
    expect(problemIn(await swap(placed.id, to.id)).code).toBe('session-full');
    time.now = later(-1);
    expect(await row(holder.id)).toMatchObject({ status: 'held' });
  });

  it('to another module, to a draft, to nowhere', async () => {
    const { from } = await twoDates();
    const placed = await certain(from.id);
    const other = await makeSession(db, programme, time.now);
    expect(problemIn(await swap(placed.id, other.id)).code).toBe('other-module');
    const { to: draft } = await twoDates({}, { status: 'draft' });
    for (const id of [draft.id, '00000000-0000-7000-8000-000000000000'])
      expect(problemIn(await swap(placed.id, id)).code).toBe('not-found');
    expect(problemIn(await swap(placed.id, 'nope')).code).toBe('invalid-input');
  });

  it('from the queue, from what has ended, and to a date one is registered for', async () => {
    const { from, to } = await twoDates({ capacity: 1 });
    const me = somebody();
    const placed = await book(from.id, me);
    await confirm(placed.id);
    const waiting = await book(from.id);
    expect(problemIn(await swap(waiting.id, to.id)).code).toBe('swap-needs-place');
    await confirm((await book(to.id, me)).id);
    expect(problemIn(await swap(placed.id, to.id)).code).toBe('already-registered');
    await call('POST', `/registrations/${placed.id}/cancellation`, { headers: link(placed.id) });
    expect(problemIn(await swap(placed.id, to.id)).code).toBe('registration-ended');
  });

  it('to a date where the business has its place', async () => {
    const { from, to } = await twoDates();
    const kvkNumber = '69599084';
    const placed = await certain(from.id, { kvkNumber });
    await certain(to.id, { kvkNumber });
    expect(problemIn(await swap(placed.id, to.id)).code).toBe('business-has-place');
  });
});
