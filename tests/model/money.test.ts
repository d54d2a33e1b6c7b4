import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeSession } from '../support/fixtures.ts';
import { DAY, PRICE, withMoney } from '../support/money.ts';
import { recount } from '../support/recount-money.ts';

const RUNS = 24;
const api = await testApi();
const { db, sql, time, deps } = api;
const start = time.now;

const which = fc.nat(20);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ verb: fc.constant('hold' as const), session: which, kvk: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.record({ verb: fc.constant('confirm' as const), place: which }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('cancel' as const), place: which }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('swap' as const), place: which, session: which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant('mark' as const),
      place: which,
      as: fc.constantFrom('present' as const, 'absent' as const, 'excused' as const, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('walkIn' as const), session: which }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('move' as const), session: which, later: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('wait' as const), minutes: fc.constantFrom(20, 45, 24 * 60) }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('off' as const), session: which }) },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant('price' as const), cents: fc.constantFrom(0, PRICE, 99_99) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      verb: fc.constant('contribution' as const),
      session: which,
      cents: fc.constantFrom(null, 0, 700_00),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const terms = fc.record({
  funding: fc.constantFrom('perParticipant' as const, 'perParticipant' as const, 'perSession' as const),
  paysNoShow: fc.boolean(),
  state: fc.constantFrom('approved' as const, 'planned' as const),
  ceilingCents: fc.constantFrom(2 * PRICE + 1, 30_000_00),
});

const seen = new Map<string, number>();

/** A programme with three sessions in two quarters, and all that can be done with its money, by the front door. */
async function world({
  funding,
  paysNoShow,
  state,
  ceilingCents,
}: typeof terms extends fc.Arbitrary<infer T> ? T : never) {
  time.now = start;
  const money = await withMoney(api, { funding, paysNoShow }, [{ ceilingCents }, { state, ceilingCents }]);
  const at = (days: number) => new Date(start.getTime() + days * DAY);
  const module = { priceExVatCents: PRICE, vatRate: '21' as const, ownContributionCents: 25_00 };
  const sessions: Awaited<ReturnType<typeof makeSession>>[] = [];
  for (const startsAt of [new Date(start.getTime() + 2 * HOUR), at(5), at(60)]) {
    sessions.push(
      await makeSession(db, money, start, { module, startsAt, capacity: 3, contributionCents: 200_00 }),
    );
  }
  for (const { id } of sessions)
    await sql`update sessions set module_id = ${sessions[0]!.moduleId} where id = ${id}`;
  // Another moment each time: what stays as it was is no change, and settles nothing.
  let touched = 0;
  const touch = async (id: string, later: number) =>
    (await money.change(id, { startsAt: new Date(time.now.getTime() + later + ++touched).toISOString() }))
      .status;
  for (const { id, startsAt } of sessions) await touch(id, startsAt.getTime() - start.getTime() + 60_000);
  const places: { id: string; session: string }[] = [];
  const pick = <T>(all: T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

  async function act(one: Step): Promise<number | undefined> {
    const session = sessions[('session' in one ? one.session : 0) % 3]!.id;
    const place = 'place' in one ? pick(places, one.place) : undefined;
    if ('place' in one && !place) return undefined;
    switch (one.verb) {
      case 'hold': {
        const { status, body } = await money.register(
          session,
          undefined,
          one.kvk ? { kvkNumber: '69599068' } : {},
        );
        if (status === 201) places.push({ id: (body as { id: string }).id, session });
        return status;
      }
      case 'confirm': {
        const [held] = await sql`select from challenges where registration_id = ${place!.id}`;
        return held && (await money.confirm(place!.id)).status;
      }
      case 'cancel':
        return (await money.cancel(place!.id)).status;
      case 'swap': {
        const { status } = await money.swap(place!.id, session);
        if (status === 200) place!.session = session;
        return status;
      }
      case 'mark':
        return (await money.mark(place!.session, [[place!.id, one.as]])).status;
      case 'walkIn':
        return (await money.walkIn(session, { name: `Loper ${places.length}` })).status;
      case 'move': {
        const startsAt = new Date(time.now.getTime() + (one.later ? 70 : 3) * DAY).toISOString();
        return (await money.change(session, { startsAt })).status;
      }
      case 'wait':
        time.now = new Date(time.now.getTime() + one.minutes * 60_000);
        return void (await tidySessions(deps));
      case 'off':
        return (await money.cancelSession(session)).status;
      case 'price':
        return void (await sql`update modules set price_ex_vat_cents = ${one.cents} where id = ${sessions[0]!.moduleId}`);
      case 'contribution': {
        const [before] = await sql`select contribution_cents as cents from sessions where id = ${session}`;
        const set = (cents: number | null) =>
          sql`update sessions set contribution_cents = ${cents} where id = ${session}`;
        await set(one.cents);
        // Nobody hears of it before the next change of the session.
        const status = await touch(session, 4 * DAY + HOUR);
        if (status !== 200) await set(before!.cents);
        return status;
      }
    }
  }
  /** Everyone leaves: marks are taken away, places given up, sessions cancelled or given no more money. */
  async function end() {
    await sql`update sessions set contribution_cents = null`;
    time.now = start;
    for (const { id } of sessions) {
      const rows = await sql<
        { id: string }[]
      >`select id from registrations where session_id = ${id} and status = 'confirmed'`;
      for (const row of rows) await money.mark(id, [[row.id, null]]);
      await sql`update sessions set starts_at = ${at(5)}, ends_at = ${at(6)} where id = ${id} and status = 'scheduled'`;
      await money.cancelSession(id);
    }
    return (await money.phasesNow()).flat();
  }
  // All sequences share a database: what another left behind is not of this one, or every smaller one would fail too.
  const before = new Set((await recount(sql)).map((row) => JSON.stringify(row)));
  const wrong = async () => (await recount(sql)).filter((row) => !before.has(JSON.stringify(row)));
  return { act, end, wrong };
}

const contribution = (cents: 0 | 700_00 | null): Step => ({ verb: 'contribution', session: 0, cents });
const all: Step[] = [
  { verb: 'hold', session: 0, kvk: true },
  { verb: 'hold', session: 1, kvk: false },
  { verb: 'confirm', place: 0 },
  { verb: 'confirm', place: 1 },
  { verb: 'wait', minutes: 45 },
  { verb: 'wait', minutes: 45 },
  { verb: 'mark', place: 0, as: 'present' },
  { verb: 'walkIn', session: 0 },
  { verb: 'swap', place: 1, session: 2 },
  { verb: 'cancel', place: 1 },
  { verb: 'move', session: 1, later: true },
  { verb: 'off', session: 2 },
];
/** All that can be done once, whatever chance gives; and what failed before. */
const examples: [typeof terms extends fc.Arbitrary<infer T> ? T : never, Step[]][] = [
  [{ funding: 'perParticipant', paysNoShow: false, state: 'approved', ceilingCents: 30_000_00 }, all],
  [
    { funding: 'perSession', paysNoShow: true, state: 'approved', ceilingCents: 2 * PRICE + 1 },
    [contribution(null), contribution(700_00)],
  ],
  [
    { funding: 'perSession', paysNoShow: true, state: 'approved', ceilingCents: 30_000_00 },
    [contribution(null), contribution(700_00), contribution(0), contribution(null), contribution(700_00)],
  ],
];

it('whatever happens in whatever order, the ledger says what is true and in the end no cent is left', async () => {
  await fc.assert(
    fc.asyncProperty(terms, fc.array(step, { minLength: 6, maxLength: 16 }), async (some, steps) => {
      const { act, end, wrong } = await world(some);
      for (const one of steps) {
        const status = await act(one);
        const outcome = `${one.verb} ${status === undefined || status < 300 ? 'done' : 'refused'}`;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        if (status !== undefined) expect(status).toBeLessThan(500);
        expect(await wrong()).toEqual([]);
      }
      expect(await end()).toEqual([0, 0, 0, 0, 0, 0]);
    }),
    {
      numRuns: Number(process.env.MODEL_RUNS ?? RUNS) + examples.length,
      examples,
      ...(process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) }),
    },
  );
  const done = ['hold', 'confirm', 'cancel', 'swap', 'mark', 'walkIn', 'move', 'wait', 'off'];
  expect(done.filter((verb) => !seen.has(`${verb} done`))).toEqual([]);
});
