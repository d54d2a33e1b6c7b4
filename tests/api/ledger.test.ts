import { afterEach, describe, expect, it } from 'vitest';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeSession } from '../support/fixtures.ts';
import { DAY, PRICE, withMoney } from '../support/money.ts';
import { entriesOf, recount } from '../support/recount-money.ts';

const api = await testApi();
const { db, sql, time, deps, signIn } = api;
const start = time.now;
const paid = { module: { priceExVatCents: PRICE }, capacity: 20 };
const soon = () => new Date(time.now.getTime() + HOUR / 2);

afterEach(async () => {
  expect(await recount(sql)).toEqual([]);
  time.now = start;
});

describe('per participant, the ledger follows a place', () => {
  it.each([
    ['holds nothing while anyone may have asked for it', [], []],
    ['committed when it is certain', ['confirm'], ['free > committed 250']],
    ['nothing to give back when it was only held', ['cancel'], []],
    ['free when it was certain', ['confirm', 'cancel'], ['free > committed 250', 'committed > free 250']],
    [
      'once, when asked twice',
      ['confirm', 'cancel', 'cancel'],
      ['free > committed 250', 'committed > free 250'],
    ],
  ] as const)('%s', async (_, verbs, entries) => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, paid);
    const place = await money.hold(id);
    for (const verb of verbs) expect((await money[verb](place)).status).toBe(200);
    expect(await entriesOf(sql, place)).toEqual(entries);
  });

  it('at once committed for who is signed in', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, paid);
    const email = 'bekend@geld.example';
    const { body } = await money.register(id, email, {}, await signIn(email));
    expect(await entriesOf(sql, (body as { id: string }).id)).toEqual(['free > committed 250']);
  });

  it('nothing for who does not confirm, however often it is asked for', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, paid);
    await money.register(id, 'weer@geld.example');
    expect((await money.register(id, 'weer@geld.example')).status).toBe(201);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('free when the time is up, and reserved for who is offered it', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, { ...paid, capacity: 1 });
    const [place, next] = [await money.hold(id), await money.book(id)];
    expect(await entriesOf(sql, next)).toEqual([]);
    time.now = new Date(start.getTime() + HOUR);
    await tidySessions(deps);
    expect(await entriesOf(sql, place)).toEqual([]);
    expect(await entriesOf(sql, next)).toEqual(['free > reserved 250']);
    expect((await money.confirm(next)).status).toBe(200);
    expect(await money.phasesNow()).toEqual([
      [0, 250, 0],
      [0, 0, 0],
    ]);
  });

  it('is realised by who came, and corrected to and fro', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, { ...paid, startsAt: soon() });
    const place = await money.book(id);
    for (const mark of ['present', 'absent', 'present', 'excused', null, 'present', null] as const) {
      expect((await money.mark(id, [[place, mark]])).status).toBe(200);
      expect(await recount(sql)).toEqual([]);
    }
    expect((await entriesOf(sql, place)).slice(1)).toEqual([
      'committed > realised 250',
      'realised > free 250',
      'free > realised 250',
      'realised > free 250',
      'free > committed 250',
      'committed > realised 250',
      'realised > committed 250',
    ]);
  });

  it('pays a no-show only where the programme does', async () => {
    const money = await withMoney(api, { paysNoShow: true });
    const { id } = await makeSession(db, money, time.now, { ...paid, startsAt: soon() });
    const [absent, excused] = [await money.book(id), await money.book(id)];
    await money.mark(id, [
      [absent, 'absent'],
      [excused, 'excused'],
    ]);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 250],
      [0, 0, 0],
    ]);
  });

  it('realised at once for who came without booking, and not above the budget', async () => {
    const money = await withMoney(api, {}, [{ ceilingCents: PRICE }]);
    const { id } = await makeSession(db, money, time.now, { ...paid, startsAt: soon() });
    expect((await money.walkIn(id)).status).toBe(201);
    expect((await money.walkIn(id, { name: 'Cem Later' })).status).toBe(201);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 250],
      [0, 0, 0],
    ]);
  });

  it('free for everyone when the session is cancelled', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, paid);
    await money.book(id);
    await money.hold(id);
    expect((await money.cancelSession(id)).status).toBe(200);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('bears the price without the own contribution, and its share of the VAT', async () => {
    const money = await withMoney(api);
    const module = { priceExVatCents: 100_00, vatRate: '21', ownContributionCents: 60_50 } as const;
    const { id } = await makeSession(db, money, time.now, { module });
    const place = await money.book(id);
    const [entry] = await sql`select cents, vat_cents from ledger_entries where registration_id = ${place}`;
    expect(entry).toEqual({ cents: 50_00, vat_cents: 10_50 });
  });

  it('stays in reserve while the phase is only planned', async () => {
    const money = await withMoney(api, {}, [{ state: 'planned' }]);
    const { id } = await makeSession(db, money, time.now, paid);
    expect(await entriesOf(sql, await money.book(id))).toEqual(['free > reserved 250']);
  });
});

describe('money goes back to where it was held', () => {
  const moduleOf = (session: { moduleId: string }) => session.moduleId;

  it.each([
    ['the same quarter', 5],
    ['another quarter', 60],
  ])('when a place moves to a session in %s', async (_, days) => {
    const money = await withMoney(api);
    const from = await makeSession(db, money, time.now, paid);
    const to = await makeSession(db, money, time.now, {
      capacity: 20,
      startsAt: new Date(time.now.getTime() + days * DAY),
    });
    await sql`update sessions set module_id = ${moduleOf(from)} where id = ${to.id}`;
    const place = await money.book(from.id);
    expect((await money.swap(place, to.id)).status).toBe(200);
    const left = await sql`select session_id, phase_id, to_state, from_state from ledger_entries
      where registration_id = ${place} order by at, id`;
    expect(left.slice(1)).toEqual([
      { session_id: from.id, phase_id: money.phases.now.id, from_state: 'committed', to_state: 'free' },
      {
        session_id: to.id,
        phase_id: days > 50 ? money.phases.later.id : money.phases.now.id,
        from_state: 'free',
        to_state: 'committed',
      },
    ]);
    expect(await recount(sql)).toEqual([]);
    await money.cancel(place);
    expect((await money.phasesNow()).flat().every((euros) => euros === 0)).toBe(true);
  });

  it('when a whole session moves to another quarter', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, paid);
    await money.book(id);
    await money.hold(id);
    const startsAt = new Date(time.now.getTime() + 60 * DAY).toISOString();
    expect((await money.change(id, { startsAt })).status).toBe(200);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 0],
      [0, 250, 0],
    ]);
  });

  it('not when that quarter has no money for it: the session stays where it is', async () => {
    const money = await withMoney(api, {}, [{}, { ceilingCents: PRICE }]);
    const { id } = await makeSession(db, money, time.now, paid);
    await money.book(id);
    await money.book(id);
    const startsAt = new Date(time.now.getTime() + 60 * DAY).toISOString();
    expect(await money.change(id, { startsAt })).toMatchObject({
      status: 409,
      body: { code: 'budget-full' },
    });
    expect(await money.phasesNow()).toEqual([
      [0, 500, 0],
      [0, 0, 0],
    ]);
  });

  it('when the module is of another programme by now', async () => {
    const [money, other] = [await withMoney(api), await withMoney(api)];
    const { id, moduleId } = await makeSession(db, money, time.now, paid);
    const place = await money.book(id);
    await sql`update modules set programme_id = ${other.programme.id} where id = ${moduleId}`;
    await money.cancel(place);
    expect((await money.phasesNow()).flat().every((euros) => euros === 0)).toBe(true);
    const programmes =
      await sql`select distinct programme_id from ledger_entries where registration_id = ${place}`;
    expect([...programmes]).toEqual([{ programme_id: money.programme.id }]);
  });

  it('when the price has gone since: who held or had a place keeps what was decided, and gives it back whole', async () => {
    const money = await withMoney(api, { deMinimis: 'applicable' });
    const { id, moduleId } = await makeSession(db, money, time.now, paid);
    const [held, certain] = [await money.hold(id), await money.book(id)];
    await sql`update modules set price_ex_vat_cents = 0 where id = ${moduleId}`;
    await money.confirm(held);
    expect(await entriesOf(sql, held)).toEqual(['free > committed 250']);
    expect(await money.phasesNow()).toEqual([
      [0, 500, 0],
      [0, 0, 0],
    ]);
    for (const place of [held, certain]) await money.cancel(place);
    expect((await money.phasesNow()).flat().every((euros) => euros === 0)).toBe(true);
    const live = await sql`select from de_minimis_grants
      where registration_id = ${certain} and withdrawn_on is null`;
    expect(live).toHaveLength(0);
  });

  it('when the programme pays per session by now', async () => {
    const money = await withMoney(api, { deMinimis: 'applicable' });
    const { id } = await makeSession(db, money, time.now, {
      ...paid,
      startsAt: soon(),
      contributionCents: 900_00,
    });
    const place = await money.book(id);
    await sql`update programmes set funding = 'perSession' where id = ${money.programme.id}`;
    await money.mark(id, [[place, 'present']]);
    expect(await entriesOf(sql, id)).toEqual(['free > realised 900']);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 900],
      [0, 0, 0],
    ]);
    await sql`update programmes set funding = 'perParticipant' where id = ${money.programme.id}`;
    await money.mark(id, [[place, null]]);
    expect(await money.phasesNow()).toEqual([
      [0, 250, 0],
      [0, 0, 0],
    ]);
  });

  it('from more than one balance, should there ever be two', async () => {
    const money = await withMoney(api);
    const { id } = await makeSession(db, money, time.now, paid);
    const place = await money.book(id);
    await sql`insert into ledger_entries (programme_id, phase_id, session_id, registration_id, from_state, to_state, cents, vat_cents, at)
      values (${money.programme.id}, ${money.phases.now.id}, ${id}, ${place}, 'free', 'reserved', 70000, 0, ${start})`;
    await sql`update budget_phases set reserved_cents = 70000 where id = ${money.phases.now.id}`;
    await money.cancel(place);
    expect((await money.phasesNow()).flat().every((euros) => euros === 0)).toBe(true);
  });
});

describe('when the budget is full or the phase is paused, whatever the rules ask', () => {
  it('the next one is told who pays before paying anything, and keeps the place', async () => {
    const money = await withMoney(api, {}, [{ ceilingCents: PRICE + 100 }]);
    const { id } = await makeSession(db, money, time.now, paid);
    await money.book(id);
    const { status, body } = await money.register(id);
    expect(status).toBe(201);
    expect(body).toMatchObject({ placement: 'held', payer: 'entrepreneur' });
    const { decision } = body as { decision: { rules: { rule: string; outcome: string }[] } };
    expect(decision.rules.at(-1)).toMatchObject({ rule: 'budgetRoom', outcome: 'failed' });
  });

  it('who is offered a place is judged anew, and nobody is kept from cancelling', async () => {
    const money = await withMoney(api, {}, [{ ceilingCents: PRICE }]);
    const first = await makeSession(db, money, time.now, { ...paid, capacity: 1 });
    const second = await makeSession(db, money, time.now, paid);
    await sql`update budget_phases set ceiling_cents = 0 where id = ${money.phases.now.id}`;
    const place = await money.book(first.id);
    await sql`update budget_phases set ceiling_cents = ${PRICE} where id = ${money.phases.now.id}`;
    const waiting = await money.book(first.id);
    await money.book(second.id);
    expect((await money.cancel(place)).status).toBe(200);
    const [row] =
      await sql`select r.status, d.payer from registrations r join decisions d on d.registration_id = r.id
      where r.id = ${waiting} order by d.decided_at desc, d.id desc limit 1`;
    expect(row).toEqual({ status: 'offered', payer: 'entrepreneur' });
  });

  it.each([{ state: 'paused' as const }, { pausedFrom: '2020-01-01' }])(
    'a phase that is paused (%j) pays for no new place, and keeps its promises',
    async (pause) => {
      const money = await withMoney(api);
      const { id } = await makeSession(db, money, time.now, { ...paid, startsAt: soon() });
      await sql`update rule_sets set rules = '[{"kind":"kvkNumber","required":false}]' where programme_id = ${money.programme.id}`;
      const place = await money.book(id);
      await sql`update budget_phases set state = ${pause.state ?? 'approved'}, paused_from = ${pause.pausedFrom ?? null}
        where id = ${money.phases.now.id}`;
      expect((await money.register(id)).body).toMatchObject({ payer: 'entrepreneur' });
      await money.mark(id, [[place, 'present']]);
      expect(await money.phasesNow()).toEqual([
        [0, 0, 250],
        [0, 0, 0],
      ]);
    },
  );

  it('a mark that would cost more than is left is refused with the reason', async () => {
    const money = await withMoney(api, {}, [{ ceilingCents: PRICE }]);
    const { id } = await makeSession(db, money, time.now, { ...paid, startsAt: soon() });
    const place = await money.book(id);
    await money.mark(id, [[place, 'absent']]);
    await money.walkIn(id);
    const answer = await money.mark(id, [[place, 'present']]);
    expect(answer).toMatchObject({ status: 409, body: { code: 'budget-full' } });
  });
});

describe('per session', () => {
  const contributed = { contributionCents: 1_500_00, contributionVatCents: 315_00, capacity: 20 };
  const perSession = () => withMoney(api, { funding: 'perSession' });

  it('a session is committed, and realised by the first who came', async () => {
    const money = await perSession();
    const { id } = await makeSession(db, money, time.now, { ...contributed, startsAt: soon() });
    const place = await money.book(id);
    await money.mark(id, [[place, 'present']]);
    await money.mark(id, [[place, 'absent']]);
    await money.walkIn(id);
    expect(await entriesOf(sql, id)).toEqual([
      'free > committed 1500',
      'committed > realised 1500',
      'realised > committed 1500',
      'committed > realised 1500',
    ]);
    expect(await entriesOf(sql, place)).toEqual([]);
  });

  it('moves with the session to another quarter, and is free when it is off', async () => {
    const money = await perSession();
    const { id } = await makeSession(db, money, time.now, contributed);
    await money.book(id);
    const startsAt = new Date(time.now.getTime() + 60 * DAY).toISOString();
    expect((await money.change(id, { startsAt })).status).toBe(200);
    expect(await money.phasesNow()).toEqual([
      [0, 0, 0],
      [0, 1500, 0],
    ]);
    expect((await money.cancelSession(id)).status).toBe(200);
    expect((await money.phasesNow()).flat().every((euros) => euros === 0)).toBe(true);
  });

  it.each([null, 0, 400_00])('follows a contribution that becomes %s', async (cents) => {
    const money = await perSession();
    const { id } = await makeSession(db, money, time.now, contributed);
    const place = await money.book(id);
    await sql`update sessions set contribution_cents = ${cents}, contribution_vat_cents = 0 where id = ${id}`;
    await money.cancel(place);
    expect(await money.phasesNow()).toEqual([
      [0, (cents ?? 0) / 100, 0],
      [0, 0, 0],
    ]);
  });
});

it('the ledger is only added to', async () => {
  const money = await withMoney(api);
  const { id } = await makeSession(db, money, time.now, paid);
  await money.book(id);
  for (const change of [
    'update ledger_entries set cents = 1',
    'delete from ledger_entries',
    'truncate ledger_entries',
  ]) {
    await expect(sql.unsafe(change)).rejects.toMatchObject({ code: '23001' });
  }
});
