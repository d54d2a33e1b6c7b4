import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { moneyWorld } from '../support/money-world.ts';

const api = await testApi();
const { db, sql, time, call } = api;

type Totals = { exVatCents: number; vatCents: number; inclVatCents: number };
type Line = { title: string; quantity: number; unit: string; unitCents: number; withOthers: string[] };
type Settlement = Totals & {
  isFinal: boolean;
  expected: number;
  open: Totals;
  vat: (Totals & { rate: string })[];
  organisations: (Totals & { organisation: { id: string }; lines: Line[]; expected: number })[];
  settlements: (Totals & {
    number: number;
    code: string;
    organisations: (Totals & { id: string; lines: Line[] })[];
  })[];
};
const bodyOf = (answer: { body: unknown }) => answer.body as Settlement;
const priced = { module: { priceExVatCents: 250_00 } };
const exempt = { module: { priceExVatCents: 99_99, vatRate: 'exempt' as const } };

describe('what is owed over a quarter', () => {
  it('is the number who came times the fixed price, per organisation, and says what is still to come', async () => {
    const world = await moneyWorld(api);
    const first = await world.session('association', priced);
    const second = await world.session('otherAssociation', exempt);
    for (const attendance of ['present', 'present', 'absent', null]) {
      const id = await world.book(first);
      if (attendance) await world.mark(first, id, attendance);
    }
    await world.walkIn(second);
    const body = bodyOf(await world.read(world.staff.municipality));
    expect(body).toMatchObject({
      exVatCents: 2 * 250_00 + 99_99,
      vatCents: 2 * 52_50,
      inclVatCents: 2 * 302_50 + 99_99,
      vat: [
        { rate: '21', exVatCents: 500_00, vatCents: 105_00 },
        { rate: 'exempt', exVatCents: 99_99, vatCents: 0 },
      ],
      expected: 250_00,
      isFinal: false,
      settlements: [],
    });
    const own = body.organisations.find(({ organisation }) => organisation.id === world.association.id)!;
    expect(own).toMatchObject({
      expected: 250_00,
      lines: [{ quantity: 2, unit: 'place', unitCents: 250_00, withOthers: [] }],
    });
  });

  it('is the contribution of each session that was held, where a programme pays per session', async () => {
    const world = await moneyWorld(api, { funding: 'perSession' });
    const contribution = { contributionCents: 2_500_00, contributionVatCents: 525_00 };
    const held = await world.session('association', contribution);
    await world.walkIn(held);
    await world.walkIn(held);
    await world.book(await world.session('association', contribution));
    expect(bodyOf(await world.read(world.staff.municipality))).toMatchObject({
      exVatCents: 2_500_00,
      vatCents: 525_00,
      expected: 2_500_00,
      organisations: [{ lines: [{ unit: 'session', quantity: 1 }] }, { lines: [] }],
    });
  });

  it('of a session given together is owed to the first organiser, and the line names the others', async () => {
    const world = await moneyWorld(api);
    await world.walkIn(await world.session('association', { ...priced, together: true }));
    const { organisations } = bodyOf(await world.read(world.staff.municipality));
    const lines = Object.fromEntries(organisations.map((it) => [it.organisation.id, it.lines]));
    expect(lines[world.association.id]).toMatchObject([{ withOthers: [world.otherAssociation.name] }]);
    expect(lines[world.otherAssociation.id]).toEqual([]);
  });
});

describe('making it final', () => {
  it('keeps what it was; a later change is a settlement with only the difference', async () => {
    const world = await moneyWorld(api);
    const session = await world.session('association', priced);
    const [stays, goes] = [await world.walkIn(session), await world.walkIn(session)];
    expect((await world.close()).status).toBe(201);
    const first = bodyOf(await world.read(world.staff.municipality)).settlements[0]!;
    expect(first).toMatchObject({ number: 1, code: `${world.slug}-k1-1`, exVatCents: 500_00 });

    await world.mark(session, goes, 'absent');
    const other = await world.session('otherAssociation', exempt);
    await world.walkIn(other);
    expect(bodyOf(await world.read(world.staff.municipality))).toMatchObject({
      isFinal: false,
      exVatCents: 250_00 + 99_99,
      open: { exVatCents: 99_99 - 250_00, vatCents: -52_50 },
    });
    const closed = await world.close();
    expect(closed.status).toBe(201);
    const body = bodyOf(closed);
    expect(body).toMatchObject({ isFinal: true, open: { inclVatCents: 0 } });
    expect(body.settlements[0]).toEqual(first);
    expect(body.settlements[1]).toMatchObject({ number: 2, exVatCents: 99_99 - 250_00 });
    const credit = body.settlements[1]!.organisations.find(({ id }) => id === world.association.id)!;
    expect(credit.lines).toMatchObject([{ quantity: -1, unitCents: 250_00 }]);
    expect(stays).not.toBe(goes);
    expect(
      (await sql`select count(*)::int as n from audit_log where action = 'settlement.closed'`)[0]!.n,
    ).toBeGreaterThanOrEqual(2);
  });

  it('cannot be changed or thrown away, whoever asks the database', async () => {
    const world = await moneyWorld(api);
    await world.walkIn(await world.session('association', priced));
    await world.close();
    for (const statement of [
      'update settlement_lines set unit_cents = 1',
      'delete from settlement_lines',
      'update settlements set number = number + 10',
      'truncate settlements cascade',
    ]) {
      await expect(sql.unsafe(statement), statement).rejects.toThrow('only added to');
    }
  });

  it('is refused while the quarter runs, and when nothing changed', async () => {
    const world = await moneyWorld(api);
    await world.walkIn(await world.session('association', priced));
    const { municipality } = world.staff;
    const path = `/programmes/${world.slug}/quarters/1/settlement`;
    expect(problemIn(await call('POST', path, { cookie: municipality })).code).toBe('quarter-not-over');
    expect((await world.close()).status).toBe(201);
    expect(problemIn(await world.close()).code).toBe('nothing-to-settle');
  });
});

describe('who may not', () => {
  it('an organisation sees only its own amounts, of now and of what was made final', async () => {
    const world = await moneyWorld(api);
    await world.walkIn(await world.session('association', priced));
    await world.walkIn(await world.session('otherAssociation', exempt));
    expect((await world.close()).status).toBe(201);
    const answer = await world.read(world.staff.association);
    const body = bodyOf(answer);
    expect(body).toMatchObject({ exVatCents: 250_00, open: { exVatCents: 0 } });
    expect(body.organisations.map(({ organisation }) => organisation.id)).toEqual([world.association.id]);
    expect(body.settlements).toMatchObject([{ exVatCents: 250_00, closedBy: null }]);
    expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`9999|${world.otherAssociation.id}`));
    const own = await call('GET', '/me/settlements', { cookie: world.staff.other });
    expect((own.body as { items: Totals[] }).items).toMatchObject([{ exVatCents: 99_99 }]);
  });

  it('read or close it: others, organisations that are no party, and who is not signed in', async () => {
    const world = await moneyWorld(api);
    await world.walkIn(await world.session('association', priced));
    const elsewhere = await makeProgramme(db, time.now);
    const signIn = async (role: object) => api.signIn((await makeStaff(db, [role])).email);
    const cases: [string | undefined, number, number][] = [
      [undefined, 401, 401],
      [await api.signIn('ondernemer-geld@opkoers.example'), 403, 403],
      [await signIn({ operator: true }), 403, 403],
      [await signIn({ municipalityId: elsewhere.municipality.id }), 404, 404],
      [await signIn({ organisationId: elsewhere.association.id }), 404, 404],
      [world.staff.association, 200, 404],
      [world.staff.funder, 404, 404],
    ];
    for (const [cookie, reading, closing] of cases) {
      const path = `/programmes/${world.slug}/quarters/1/settlement`;
      expect((await call('GET', path, cookie ? { cookie } : {})).status).toBe(reading);
      time.now = new Date(time.now.getTime() + 60 * 24 * 3_600_000);
      const answer = await call('POST', path, cookie ? { cookie } : {});
      time.now = new Date(time.now.getTime() - 60 * 24 * 3_600_000);
      expect(answer.status).toBe(closing);
    }
    expect((await sql`select id from settlements where quarter_id = ${world.quarter.id}`).length).toBe(0);
    expect((await world.read(world.staff.municipality, 9)).status).toBe(404);
  });
});

/** What the ledger calls realised, counted by SQL of its own: per quarter, phase and first organiser. */
const realised = (programmeId: string) => sql`
  with move as (
    select e.*, q.ordinal, (select organisation_id from session_organisers so where so.session_id = e.session_id
      order by position limit 1) as organisation_id
    from ledger_entries e join sessions s on s.id = e.session_id
    join programme_quarters q on q.programme_id = e.programme_id
      and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on
    where e.programme_id = ${programmeId}
  ), signed as (
    select *, case when to_state = 'realised' then 1 when from_state = 'realised' then -1 else 0 end as sign from move
  )
  select ordinal, phase_id, organisation_id, sum(sign * cents)::int as cents, sum(sign * vat_cents)::int as vat_cents
  from signed group by 1, 2, 3 having sum(sign * cents) <> 0 order by 1, 2, 3`;

const settled = (programmeId: string) => sql`
  select q.ordinal, l.phase_id, l.organisation_id, sum(quantity * unit_cents)::int as cents,
    sum(quantity * unit_vat_cents)::int as vat_cents
  from settlement_lines l join settlements s on s.id = l.settlement_id
  join programme_quarters q on q.id = s.quarter_id
  where q.programme_id = ${programmeId} group by 1, 2, 3 having sum(quantity * unit_cents) <> 0 order by 1, 2, 3`;

describe('reconciliation', () => {
  const attendance = fc.constantFrom('present', 'absent', 'excused', null);
  const round = fc.record({
    booked: fc.array(attendance, { maxLength: 3 }),
    walkIns: fc.nat(2),
    before: fc.nat(2),
    given: fc.boolean(),
  });

  it.each(['perParticipant', 'perSession'] as const)(
    'over random attendance settlements come to what the ledger calls realised, to the cent (%s)',
    async (funding) => {
      await fc.assert(
        fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 3 }), async (rounds) => {
          const world = await moneyWorld(api, { funding, paysNoShow: rounds[0]!.given });
          const sum = { contributionCents: 1_234_57, contributionVatCents: 259_26 };
          const mine = await world.session('association', { ...sum, module: { priceExVatCents: 33_33 } });
          const both = await world.session('otherAssociation', { ...sum, ...exempt, together: true });
          const past = await world.session('association', { ...sum, ...priced, past: true });
          const marked: string[] = [];
          for (const { booked, walkIns, before, given } of rounds) {
            for (const mark of booked) {
              const id = await world.book(mine);
              marked.push(id);
              await world.mark(mine, id, mark);
            }
            for (let n = 0; n < walkIns; n++) await world.walkIn(both);
            for (let n = 0; n < before; n++) await world.walkIn(past);
            if (marked[0]) await world.mark(mine, marked[0], given ? 'present' : null);
            for (const ordinal of [1, 2]) {
              const { status } = await world.close(undefined, ordinal);
              expect([201, 409]).toContain(status);
            }
            expect(await settled(world.programme.id)).toEqual(await realised(world.programme.id));
            expect(bodyOf(await world.read(world.staff.municipality)).open.exVatCents).toBe(0);
          }
        }),
        { numRuns: 5 },
      );
    },
  );
});
