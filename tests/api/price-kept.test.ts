import { describe, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeSession } from '../support/fixtures.ts';
import { withMoney } from '../support/money.ts';
import { recount } from '../support/recount-money.ts';

const api = await testApi('empty', { worker: false });
const { db, sql, time, call } = api;

const soon = () => new Date(time.now.getTime() + 30 * 60_000);
/** A module of € 250 with an own contribution of € 25, and what its booking costs by the decision that holds. */
async function offered(change: object = {}) {
  const money = await withMoney(api);
  const session = await makeSession(db, money, time.now, {
    capacity: 20,
    placesPerBusiness: null,
    startsAt: soon(),
    module: { priceExVatCents: 250_00, ownContributionCents: 25_00 },
    ...change,
  });
  const raise = (body: object = { priceExVatCents: 400_00, ownContributionCents: 60_00 }) =>
    call('PATCH', `/modules/${session.moduleId}`, { cookie: money.organiser, body });
  return { ...money, session, raise };
}
const costOf = async (id: string) => {
  const [row] = await sql<[{ ex: number; own: number }]>`
    select ex_vat_cents / 100 as ex, own_contribution_cents / 100 as own from decisions d
    join registrations r on r.decision_id = d.id where r.id = ${id}`;
  return [row.ex, row.own];
};
const moneyIn = async (id: string) =>
  (
    await sql<{ to: string; cents: number }[]>`
    select to_state as to, cents from ledger_entries where registration_id = ${id} order by id`
  ).map(({ to, cents }) => `${to} ${cents}`);

describe('a module becomes dearer', () => {
  it('for who books from then on: who holds a place confirms it at the price of then', async () => {
    const { session, hold, confirm, book, raise } = await offered();
    const held = await hold(session.id);
    expect((await raise()).status).toBe(200);
    expect((await confirm(held)).status).toBe(200);
    expect(await costOf(held)).toEqual([250, 25]);
    expect(await costOf(await book(session.id))).toEqual([400, 60]);
  });

  it('and nothing of the money of earlier places moves when they are marked or moved', async () => {
    const { session, book, raise, mark, swap, programme, association } = await offered();
    const [marked, moved] = [await book(session.id), await book(session.id)];
    const other = await makeSession(db, { programme, association } as never, time.now, { capacity: 20 });
    await sql`update sessions set module_id = ${session.moduleId} where id = ${other.id}`;
    const before = [await moneyIn(marked), await costOf(moved)];
    await raise();
    expect(await moneyIn(marked)).toEqual(before[0]);
    expect((await swap(moved, other.id)).status).toBe(200);
    expect(await costOf(moved)).toEqual(before[1]);
    expect((await mark(session.id, [[marked, 'present']])).status).toBe(200);
    const amounts = new Set((await moneyIn(marked)).map((entry) => entry.split(' ')[1]));
    expect(amounts.size).toBe(1);
    expect(await recount(sql)).toEqual([]);
  });

  it('for who waits: the offer says what it costs today', async () => {
    const { session, book, cancel, raise } = await offered({ capacity: 1 });
    const first = await book(session.id);
    const waiting = await book(session.id);
    await raise();
    await cancel(first);
    expect(await costOf(waiting)).toEqual([400, 60]);
  });
});
