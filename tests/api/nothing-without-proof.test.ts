import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { PRICE, withMoney } from '../support/money.ts';

/* Nobody keeps anything from others for longer than minutes with addresses that nobody reads. */
const api = await testApi('empty', { connections: 20, doors: 4 });
const { db, sql, deps, time, call, prove, signIn } = api;
const start = time.now;
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
afterEach(async () => {
  expect([...(await brokenInvariants(sql))]).toEqual([]);
  time.now = start;
});

let person = 0;
const somebody = (more: object = {}) => ({
  name: 'Noor',
  email: `niemand${++person}@voorbeeld.example`,
  ...more,
});
type Placed = { id: string; placement: string; position?: number; expiresAt?: string };
const book = (sessionId: string, body: object = somebody(), cookie?: string) =>
  call('POST', `/sessions/${sessionId}/registrations`, { body, ...(cookie && { cookie }) });
const placed = async (...given: Parameters<typeof book>) => (await book(...given)).body as Placed;
const look = async (id: string) =>
  (await call('GET', `/sessions/${id}`)).body as {
    placesLeft: number;
    waitlistLength: number;
    booking: string;
  };
const statusOf = async (id: string) =>
  (await sql`select status from registrations where id = ${id}`)[0]!.status as string;

describe('a crowd of invented addresses', () => {
  it('takes the places for half an hour, and is then offered nothing', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 11 });
    const crowd = await Promise.all(Array.from({ length: 161 }, () => placed(id)));
    expect(crowd.filter(({ placement }) => placement === 'held')).toHaveLength(11);
    for (const { expiresAt } of crowd) expect(Date.parse(expiresAt!) - start.getTime()).toBe(HOUR / 2);
    expect(await look(id)).toMatchObject({ placesLeft: 0, waitlistLength: 0, booking: 'waitlist' });
    time.now = new Date(start.getTime() + HOUR / 2);
    await tidySessions(deps);
    expect(await look(id)).toMatchObject({ placesLeft: 11, waitlistLength: 0, booking: 'open' });
    const left =
      await sql`select status, count(*)::int from registrations where session_id = ${id} group by status`;
    expect([...left]).toEqual([{ status: 'expired', count: 161 }]);
    const [told] = await sql`select count(*)::int as offers from pgboss.job
      where name = 'mail' and data->>'kind' in ('offer', 'offerExpired')`;
    expect(told).toEqual({ offers: 0 });
    expect((await book(id)).body).toMatchObject({ placement: 'held' });
  });

  it('stands before nobody who proves an address', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 1 });
    const owner = somebody();
    const cookie = await signIn(owner.email);
    const { id: place } = await placed(id, owner, cookie);
    const first = await placed(id);
    const second = await placed(id);
    expect([first.position, second.position]).toEqual([1, 2]);
    expect((await prove(second.id)).body).toMatchObject({ status: 'waitlisted', position: 2 });
    await call('POST', `/registrations/${place}/cancellation`, { cookie });
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['waitlisted', 'offered']);
  });

  it('keeps no place that comes free from a newcomer, and has it when it proves the address first', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 1 });
    const owner = somebody();
    const cookie = await signIn(owner.email);
    const { id: place } = await placed(id, owner, cookie);
    const waiting = [await placed(id), await placed(id)] as const;
    await call('POST', `/registrations/${place}/cancellation`, { cookie });
    expect(await look(id)).toMatchObject({ placesLeft: 1, booking: 'open' });
    expect((await prove(waiting[1].id)).body).toMatchObject({ status: 'offered' });
    expect(await look(id)).toMatchObject({ placesLeft: 0 });
  });

  it('in several queues at once is in none that counts, and in all when it is proved', async () => {
    const one = await makeSession(db, programme, time.now, { capacity: 1 });
    const two = await makeSession(db, programme, time.now, { capacity: 1, moduleId: one.moduleId });
    for (const { id } of [one, two]) await prove((await placed(id)).id);
    const both = await placed(one.id, somebody({ alsoWaitFor: [two.id] }));
    for (const { id } of [one, two]) expect(await look(id)).toMatchObject({ waitlistLength: 0 });
    expect((await prove(both.id)).body).toMatchObject({ waits: [{ position: 1 }, { position: 1 }] });
    for (const { id } of [one, two]) expect(await look(id)).toMatchObject({ waitlistLength: 1 });
  });

  it('reserves no money', async () => {
    const money = await withMoney(api, {}, [{ ceilingCents: 2 * PRICE }]);
    const { id } = await makeSession(db, money, time.now, {
      module: { priceExVatCents: PRICE },
      capacity: 50,
    });
    await Promise.all(Array.from({ length: 20 }, () => money.register(id)));
    expect(await money.phasesNow()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect((await book(id)).body).toMatchObject({ payer: 'municipality' });
  });
});

describe('a refusal that no waiting helps', () => {
  it('frees the place at once, for each of eight with one KVK number', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 20, placesPerBusiness: 1 });
    const same = () => placed(id, somebody({ kvkNumber: '69599084' }));
    await prove((await same()).id);
    const held = await Promise.all(Array.from({ length: 8 }, same));
    expect(await look(id)).toMatchObject({ placesLeft: 11 });
    for (const one of held) expect(problemIn(await prove(one.id)).code).toBe('business-has-place');
    expect(await look(id)).toMatchObject({ placesLeft: 19 });
    for (const one of held) expect(problemIn(await prove(one.id)).code).toBe('code-expired');
  });

  it('gives the place to who waits', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 2, placesPerBusiness: 1 });
    const kvkNumber = '69599084';
    await prove((await placed(id, somebody({ kvkNumber }))).id);
    const refused = await placed(id, somebody({ kvkNumber }));
    const waiting = await placed(id);
    await prove(waiting.id);
    expect(problemIn(await prove(refused.id)).code).toBe('business-has-place');
    expect([await statusOf(refused.id), await statusOf(waiting.id)]).toEqual(['expired', 'offered']);
  });
});
