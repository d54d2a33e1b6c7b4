import { PgDatabase } from 'drizzle-orm/pg-core';
import { type SQL, sql as raw, StringChunk } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { HOUR, makeSession } from '../support/fixtures.ts';
import { PRICE, withMoney } from '../support/money.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';
import { recount } from '../support/recount-money.ts';

const PEOPLE = 300;
const PAID = 20;
const SESSIONS = 10;

const api = await testApi('empty', { connections: 20, doors: 10 });
const { db, sql, time, call, latestCode } = api;
afterEach(() => void vi.restoreAllMocks());

const paid = { module: { priceExVatCents: PRICE }, capacity: 400 };
type Answer = {
  id: string;
  decision: { cost: { payer: string; ownContributionCents: number } };
};
const isPaid = ({ decision }: Answer) => decision.cost.payer === 'municipality';

/** Three hundred people have places in ten sessions of one phase, which has money for twenty, and confirm them at once. */
async function rush(beforeConfirming = () => {}) {
  const money = await withMoney(api, {}, [{ ceilingCents: PAID * PRICE }]);
  const sessions = await Promise.all(
    Array.from({ length: SESSIONS }, () => makeSession(db, money, time.now, paid)),
  );
  const held = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) => money.register(sessions[n % SESSIONS]!.id)),
  );
  expect(new Set(held.map(({ status }) => status))).toEqual(new Set([201]));
  const ids = held.map(({ body }) => (body as Answer).id);
  const codes = await Promise.all(ids.map((id) => latestCode(id)));
  beforeConfirming();
  const answers = await Promise.all(
    ids.map((id, n) => call('POST', `/registrations/${id}/confirmation`, { body: { code: codes[n] } })),
  );
  const [sums] =
    await sql`select reserved_cents + committed_cents + realised_cents as cents from budget_phases
    where id = ${money.phases.now.id}`;
  return { money, answers, cents: sums!.cents as number };
}

it('moving between sessions where places lapse, and booking there, do not wait for each other for ever', async () => {
  const start = time.now;
  for (let round = 0; round < 8; round++) {
    const money = await withMoney(api);
    const one = await makeSession(db, money, time.now, paid);
    const two = await makeSession(db, money, time.now, paid);
    await sql`update sessions set module_id = ${one.moduleId} where id = ${two.id}`;
    const [a, b] = [await money.book(one.id), await money.book(two.id)];
    for (const { id } of [one, two]) await money.hold(id);
    time.now = new Date(time.now.getTime() + 45 * 60_000);
    const answers = await Promise.all([
      money.swap(a, two.id),
      money.register(one.id),
      money.register(two.id),
      money.swap(b, one.id),
      money.register(two.id),
      money.register(one.id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 200, 201, 201]);
  }
  time.now = start;
  expect(await recount(sql)).toEqual([]);
});

describe(`${PEOPLE} people at once, and money for ${PAID}`, () => {
  it(`${PAID} are paid, the others hear at once that they pay, and all have a place`, async () => {
    const { money, answers, cents } = await rush();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const bodies = answers.map(({ body }) => body as Answer);
    expect(bodies.filter(isPaid)).toHaveLength(PAID);
    for (const { decision } of bodies.filter((one) => !isPaid(one))) {
      expect(decision.cost.ownContributionCents).toBeGreaterThanOrEqual(PRICE);
    }
    expect(cents).toBe(PAID * PRICE);
    expect(await recount(sql)).toEqual([]);
    expect(await money.phasesNow()).toEqual([
      [0, (PAID * PRICE) / 100, 0],
      [0, 0, 0],
    ]);
    expect(await recount(sql)).toEqual([]);
  });

  it('negative control: without the lock more is promised than there is', async () => {
    // Without the checks of the database, which would be the last to refuse.
    await sql`alter table budget_phases drop constraint budget_phases_ceiling`;
    await untilItBites(async () => {
      const { answers, cents } = await rush(switchLocksOff);
      const promised = answers.filter(({ status, body }) => status === 200 && isPaid(body as Answer)).length;
      const refused = answers.filter(({ status }) => status === 409).length;
      return Math.max(promised + refused, cents / PRICE) > PAID;
    });
  });
});

describe('one session, paid as a whole, where many are marked as present at once', () => {
  async function markAtOnce(beforeMarking = () => {}) {
    const money = await withMoney(api, { funding: 'perSession' });
    const startsAt = new Date(time.now.getTime() + HOUR / 2);
    const contributed = { startsAt, capacity: 20, contributionCents: 1_000_00 };
    const [{ id }, other] = [
      await makeSession(db, money, time.now, contributed),
      await makeSession(db, money, time.now, contributed),
    ];
    await money.book(other.id);
    const people = [];
    for (let n = 0; n < 12; n++) people.push(await money.book(id));
    beforeMarking();
    await Promise.all(people.map((one) => money.mark(id, [[one, 'present']])));
    vi.restoreAllMocks();
    const moves = await sql`select from ledger_entries where session_id = ${id} and to_state = 'realised'`;
    return { moves: moves.length, wrong: await recount(sql) };
  }

  it('its money is realised once', async () => {
    expect(await markAtOnce()).toEqual({ moves: 1, wrong: [] });
  });

  it('negative control: without the locks it is realised more than once', async () => {
    await untilItBites(async () => {
      const { moves, wrong } = await markAtOnce(switchLocksOff);
      return moves > 1 && wrong.length > 0;
    });
  });
});

describe('the state aid of one business in two programmes', () => {
  const CEILING = 300_000_00;
  const rules = [
    { kind: 'kvkNumber', required: true },
    { kind: 'deMinimisRoom', ceilingCents: CEILING, years: 3 },
  ];
  /** What the business declares to have from others: it leaves room for one place, in one of the programmes. */
  const declared = CEILING - PRICE;

  /** Ten people of one business, half of them in each programme, make their places certain at once. */
  async function confirmEverywhere(kvkNumber: string, beforeConfirming = () => {}) {
    const places = [];
    for (let n = 0; n < 2; n++) {
      const money = await withMoney(api, { deMinimis: 'applicable' });
      await sql`update rule_sets set rules = ${sql.json(rules)} where programme_id = ${money.programme.id}`;
      const { id } = await makeSession(db, money, time.now, { ...paid, placesPerBusiness: null });
      for (let person = 0; person < 5; person++) {
        places.push({ money, id: await money.hold(id, { kvkNumber, deMinimisCents: declared }) });
      }
    }
    // Known beforehand, or the row of a new business, or what is new about it, would make them wait for one another.
    const elsewhere = await withMoney(api);
    const before = await makeSession(db, elsewhere, time.now, paid);
    await elsewhere.confirm(await elsewhere.hold(before.id, { kvkNumber }));
    beforeConfirming();
    const answers = await Promise.all(places.map(async ({ money, id }) => money.confirm(id)));
    vi.restoreAllMocks();
    const [{ granted, paying }] = await sql<[{ granted: number; paying: number }]>`
      select (select coalesce(sum(cents), 0)::int from de_minimis_grants
          where kvk_number = ${kvkNumber} and withdrawn_on is null) as granted,
        (select count(*)::int from (select distinct on (registration_id) payer, ex_vat_cents from decisions d
            join registrations r on r.id = d.registration_id and r.kvk_number = ${kvkNumber}
            order by registration_id, decided_at desc, d.id desc) as newest
          where payer = 'entrepreneur' and ex_vat_cents = ${PRICE}) as paying`;
    return { statuses: [...new Set(answers.map(({ status }) => status))], aid: declared + granted, paying };
  }

  const textOf = ({ queryChunks = [] }: SQL) =>
    queryChunks.flatMap((chunk) => (chunk instanceof StringChunk ? chunk.value : [])).join('');
  /** The negative control: the same statements without the lock on the business. */
  const switchAidLockOff = () => {
    const execute = PgDatabase.prototype.execute;
    vi.spyOn(PgDatabase.prototype, 'execute').mockImplementation(function (this: never, query) {
      const isLock = textOf(query as SQL).includes('state-aid');
      return execute.call(this, isLock ? raw`select 1` : query);
    });
  };

  it('comes up to the ceiling of the law and never above it; who is above it has the place and pays', async () => {
    for (const kvkNumber of ['69599068', '69599076', '68727720']) {
      expect(await confirmEverywhere(kvkNumber)).toEqual({ statuses: [200], aid: CEILING, paying: 9 });
    }
  });

  it('negative control: without the lock on the business both programmes grant the same room', async () => {
    const businesses = ['68750110', '90001745', '55344526', '90003942', '90000102', '90000749'];
    await untilItBites(
      async (turn) => (await confirmEverywhere(businesses[turn]!, switchAidLockOff)).aid > CEILING,
      businesses.length,
    );
  });
});
