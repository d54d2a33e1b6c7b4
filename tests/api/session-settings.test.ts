import { beforeAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, time, config, call, latestCode, signIn } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

type Placed = { id: string; placement: string };
let person = 0;
const session = (change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, programme, time.now, change);
const ask = (sessionId: string, change: object = {}) =>
  call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor Jansen', email: `eisen${++person}@voorbeeld.example`, ...change },
  });
async function askSignedIn(sessionId: string, change: object = {}) {
  const email = `eisen${++person}@voorbeeld.example`;
  const body = { name: 'Noor Jansen', email, ...change };
  return call('POST', `/sessions/${sessionId}/registrations`, { body, cookie: await signIn(email) });
}
const book = async (sessionId: string, change: object = {}) => (await ask(sessionId, change)).body as Placed;
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
const headersOf = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
const cancel = (id: string) => call('POST', `/registrations/${id}/cancellation`, { headers: headersOf(id) });
const inHours = (hours: number) => new Date(time.now.getTime() + hours * HOUR);

describe('minimum notice', () => {
  it('closes booking that long before the start, and says when', async () => {
    const startsAt = inHours(2);
    const { id } = await session({ startsAt, minimumNoticeMinutes: 120 });
    expect(problemIn(await ask(id)).code).toBe('booking-closed');
    expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({
      booking: 'closed',
      minimumNoticeMinutes: 120,
      bookingClosesAt: time.now.toISOString(),
    });
    const { id: open } = await session({ startsAt, minimumNoticeMinutes: 119 });
    expect((await ask(open)).status).toBe(201);
  });
});

describe('the cancellation deadline', () => {
  it('is told beforehand and held afterwards', async () => {
    const { id, startsAt } = await session({ startsAt: inHours(48), cancellationDeadlineMinutes: 24 * 60 });
    const placed = await book(id);
    await confirm(placed.id);
    const until = new Date(startsAt.getTime() - 24 * HOUR);
    const show = () => call('GET', `/registrations/${placed.id}`, { headers: headersOf(placed.id) });
    expect((await show()).body).toMatchObject({ cancellable: true, cancellableUntil: until.toISOString() });
    const before = time.now;
    time.now = until;
    expect((await show()).body).toMatchObject({ cancellable: false, swappable: false });
    expect(problemIn(await cancel(placed.id)).code).toBe('too-late-to-cancel');
    time.now = new Date(until.getTime() - 1);
    expect((await cancel(placed.id)).body).toMatchObject({ status: 'cancelled' });
    time.now = before;
  });

  it('keeps nobody in a queue', async () => {
    const { id } = await session({
      startsAt: inHours(3),
      capacity: 1,
      cancellationDeadlineMinutes: 24 * 60,
    });
    const [placed, waiting] = [await book(id), await book(id)];
    await confirm(placed.id);
    expect((await cancel(waiting.id)).body).toMatchObject({ status: 'cancelled' });
    expect(problemIn(await cancel(placed.id)).code).toBe('too-late-to-cancel');
  });
});

describe('places per business', () => {
  const kvkNumber = '69599084';

  it('is one for a known business; a number that anyone can type keeps nobody out before it is proved', async () => {
    const { id } = await session({ capacity: 9 });
    await confirm((await book(id, { kvkNumber })).id);
    const second = await book(id, { kvkNumber: '6959 9084' });
    expect(problemIn(await confirm(second.id)).code).toBe('business-has-place');
    expect(problemIn(await askSignedIn(id, { kvkNumber })).code).toBe('business-has-place');
    expect((await askSignedIn(id)).body).toMatchObject({ placement: 'confirmed' });
  });

  it('can be more, or without limit', async () => {
    const { id: two } = await session({ capacity: 9, placesPerBusiness: 2 });
    const { id: any } = await session({ capacity: 9, placesPerBusiness: null });
    for (const id of [two, any])
      for (let turn = 0; turn < 2; turn++) expect((await askSignedIn(id, { kvkNumber })).status).toBe(201);
    expect(problemIn(await askSignedIn(two, { kvkNumber })).code).toBe('business-has-place');
    expect((await askSignedIn(any, { kvkNumber })).status).toBe(201);
  });

  it('comes free with a cancellation', async () => {
    const { id } = await session();
    const first = await book(id, { kvkNumber });
    await confirm(first.id);
    await cancel(first.id);
    expect((await askSignedIn(id, { kvkNumber })).status).toBe(201);
  });
});

describe('a session without a waiting list', () => {
  it('is full when it is full, and open again when a place comes free', async () => {
    const { id } = await session({ capacity: 1, hasWaitlist: false });
    const placed = await book(id);
    expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({
      booking: 'full',
      hasWaitlist: false,
    });
    expect(problemIn(await ask(id)).code).toBe('session-full');
    const again = await ask(id, { email: `eisen${person - 1}@voorbeeld.example`, insteadOf: placed.id });
    expect(again.body).toMatchObject({ id: placed.id, placement: 'held' });
    await cancel(placed.id);
    expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({ booking: 'open' });
    expect(await book(id)).toMatchObject({ placement: 'held' });
  });
});
