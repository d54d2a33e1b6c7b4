import { afterEach, expect, test, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { withMoney } from '../support/money.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';
import { recount } from '../support/recount-money.ts';

const api = await testApi('empty', { connections: 12, doors: 3, worker: false });
const { db, sql, time, call, signIn } = api;
afterEach(() => vi.restoreAllMocks());

/** Two of the municipality look at eight modules at once: one approves, the other sends back. How often both were done. */
async function lookAtOnce(beforeRacing = () => {}) {
  const modules = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const made = await makeProgramme(db, time.now, { reviewsModules: true });
      const { moduleId } = await makeSession(db, made, time.now);
      await sql`update modules set status = 'submitted' where id = ${moduleId}`;
      const staff = () => makeStaff(db, [{ municipalityId: made.municipality.id }]);
      const cookies = [await signIn((await staff()).email), await signIn((await staff()).email)];
      return { moduleId, cookies };
    }),
  );
  beforeRacing();
  await Promise.all(
    modules.flatMap(({ moduleId, cookies: [one, other] }) => [
      call('POST', `/modules/${moduleId}/steps`, { cookie: one!, body: { step: 'approve' } }),
      call('POST', `/modules/${moduleId}/steps`, {
        cookie: other!,
        body: { step: 'send-back', note: 'Zeg erbij voor wie het is.' },
      }),
    ]),
  );
  const [row] = await sql<[{ both: number }]>`
    select count(*)::int as both from (select subject_id from audit_log
      where action in ('module.approve', 'module.send-back') and subject_id in ${sql(modules.map((one) => one.moduleId))}
      group by subject_id having count(*) > 1) as twice`;
  return row.both;
}

test('of two who look at a module at once, one is heard', async () => {
  expect(await lookAtOnce()).toBe(0);
});

test('control: without the lock both are', async () => {
  await untilItBites(async () => (await lookAtOnce(switchLocksOff)) > 0);
});

test('of a module that becomes dearer while people book it, everyone is kept to the price that was told', async () => {
  const [OLD, NEW] = [25_00, 60_00];
  const toldPrices = new Set<number>();
  for (let round = 0; round < 2; round++) {
    const money = await withMoney(api);
    const module = { priceExVatCents: 250_00, ownContributionCents: OLD };
    const { id, moduleId } = await makeSession(db, money, time.now, { capacity: 40, module });
    const booking = Array.from({ length: 24 }, () => money.register(id));
    if (round % 2) await Promise.race(booking);
    const dearer = call('PATCH', `/modules/${moduleId}`, {
      cookie: money.organiser,
      body: { priceExVatCents: 400_00, ownContributionCents: NEW },
    });
    booking.push(...Array.from({ length: 8 }, () => money.register(id)));
    expect((await dearer).status).toBe(200);
    for (const { body } of await Promise.all(booking)) {
      const { id: place, decision } = body as {
        id: string;
        decision: { cost: { ownContributionCents: number } };
      };
      const told = decision.cost.ownContributionCents;
      toldPrices.add(told);
      expect((await money.confirm(place)).status).toBe(200);
      const [kept] = await sql`select d.own_contribution_cents as own, d.ex_vat_cents as ex from decisions d
        join registrations r on r.decision_id = d.id where r.id = ${place}`;
      expect(kept).toEqual({ own: told, ex: told === OLD ? 250_00 : 400_00 });
    }
  }
  expect([...toldPrices].sort()).toEqual([OLD, NEW]);
  expect(await recount(sql)).toEqual([]);
});
