import { describe, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { moneyWorld } from '../support/money-world.ts';

const api = await testApi('demo');
const { db, sql, time, call, signIn } = api;

type Sum = { exVatCents: number; vatCents: number };
type ByState = Record<'reserved' | 'committed' | 'realised', Sum>;
type Budget = {
  money: ByState;
  gaps: { from: string; to: string; cents: number; sameBasis: boolean }[];
  quarters: { ordinal: number; money: ByState; phase: { warning: string; freeCents: number } | null }[];
  outside: ByState;
};
type Entry = {
  id: string;
  from: string;
  to: string;
  cents: number;
  vatCents: number;
  quarter: number | null;
  session: { id: string };
  registrationId: string | null;
};
const budgetOf = async (slug: string, cookie: string) =>
  (await call('GET', `/programmes/${slug}/budget`, { cookie })).body as Budget;
const page = async (slug: string, cookie: string, query = '') =>
  (await call('GET', `/programmes/${slug}/ledger${query}`, { cookie })).body as {
    items: Entry[];
    next: string | null;
  };
const priced = { module: { priceExVatCents: 250_00 } };

describe('the budget', () => {
  it('keeps the figures of Amstelveen apart, as its decision has them', async () => {
    const cookie = await signIn('gemeente@opkoers.example');
    const body = await budgetOf('back-on-track-2021-2022', cookie);
    expect(body).toMatchObject({
      authorised: { cents: 151_871_00, basis: 'unknown' },
      reserved: { cents: 150_000_00, basis: 'ex' },
      phases: { cents: 150_000_00, basis: 'ex' },
      gaps: [
        { from: 'authorised', to: 'reserved', cents: 1_871_00, sameBasis: false },
        { from: 'reserved', to: 'phases', cents: 0, sameBasis: true },
        { from: 'authorised', to: 'phases', cents: 1_871_00, sameBasis: false },
      ],
      vatCompensable: 'yes',
      burden: 'ex',
      planned: null,
    });
    await sql`update programmes set reserved_cents = 140_000_00 where slug = 'back-on-track-2021-2022'`;
    expect(await budgetOf('back-on-track-2021-2022', cookie)).toMatchObject({
      authorised: { cents: 151_871_00 },
      reserved: { cents: 140_000_00 },
      phases: { cents: 150_000_00 },
    });
    await sql`update programmes set reserved_cents = 150_000_00 where slug = 'back-on-track-2021-2022'`;
  });

  it('shows what Deventer promised beside what it has: 441,875 against 200,000', async () => {
    const cookie = await signIn('gemeente-deventer@opkoers.example');
    expect(await budgetOf('actieplan-coaching-ondernemers', cookie)).toMatchObject({
      authorised: { cents: 200_000_00, basis: 'unknown', provisional: true },
      reserved: null,
      phases: { cents: 200_000_00, basis: 'unknown' },
      gaps: [{ from: 'authorised', to: 'phases', cents: 0, sameBasis: false }],
      burden: 'unknown',
      planned: {
        package: { times: 350, unitCents: 1_262_50, cents: 441_875_00 },
        capped: [{ code: 'levensvatbaarheidsonderzoek', times: 30, cents: 62_850_00 }],
        cents: 504_725_00,
      },
    });
  });

  it('follows the ledger per quarter and state, ex VAT and the VAT, and warns from 80% of a ceiling', async () => {
    const world = await moneyWorld(api);
    const session = await world.session('association', priced);
    const booked = await world.book(session);
    await world.book(session);
    await world.mark(session, booked, 'present');
    await world.walkIn(await world.session('association', { ...priced, past: true }));
    const two = { exVatCents: 250_00, vatCents: 52_50 };
    const none = { exVatCents: 0, vatCents: 0 };
    const { municipality } = world.staff;
    expect(await budgetOf(world.slug, municipality)).toMatchObject({
      money: { reserved: none, committed: two, realised: { exVatCents: 500_00, vatCents: 105_00 } },
      outside: { reserved: none, committed: none, realised: none },
      quarters: [
        { money: { committed: two, realised: two }, phase: { freeCents: 59_500_00, warning: 'none' } },
        { money: { committed: none, realised: two }, phase: { freeCents: 59_750_00, warning: 'none' } },
      ],
    });
    const warnings: [number, string][] = [
      [625_01, 'none'],
      [625_00, 'near'],
      [500_00, 'full'],
    ];
    for (const [ceiling, warning] of warnings) {
      await sql`update budget_phases set ceiling_cents = ${ceiling} where id = ${world.phases[0]!.id}`;
      const { quarters } = await budgetOf(world.slug, municipality);
      expect(quarters[0]!.phase!.warning).toBe(warning);
    }
  });
});

describe('the ledger', () => {
  it('has every move once, newest first, over all pages, and adds up to the budget', async () => {
    const world = await moneyWorld(api);
    const session = await world.session('association', priced);
    for (const mark of ['present', 'absent', null])
      await world.mark(session, await world.book(session), mark);
    await world.walkIn(await world.session('otherAssociation', { ...priced, past: true }));
    const seen: Entry[] = [];
    let cursor = '';
    for (;;) {
      const { items, next } = await page(world.slug, world.staff.municipality, `?limit=2${cursor}`);
      seen.push(...items);
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    const stored = await sql`select id::text from ledger_entries where programme_id = ${world.programme.id}
      order by at desc, id desc`;
    expect(seen.map(({ id }) => id)).toEqual(stored.map(({ id }) => id as string));
    const { money } = await budgetOf(world.slug, world.staff.municipality);
    for (const state of ['reserved', 'committed', 'realised'] as const) {
      const sum = (key: 'cents' | 'vatCents') =>
        seen.reduce((s, it) => s + (it.to === state ? it[key] : 0) - (it.from === state ? it[key] : 0), 0);
      expect(money[state]).toEqual({ exVatCents: sum('cents'), vatCents: sum('vatCents') });
    }
    expect(JSON.stringify(seen)).not.toContain('Noor');
  });

  it('is filtered by quarter, state and session', async () => {
    const world = await moneyWorld(api);
    const [now, past] = [
      await world.session('association', priced),
      await world.session('association', { ...priced, past: true }),
    ];
    await world.book(now);
    await world.walkIn(past);
    const { municipality } = world.staff;
    expect((await page(world.slug, municipality, '?quarter=2')).items).toMatchObject([
      { quarter: 2, session: { id: past.id }, to: 'realised' },
    ]);
    const committed = (await page(world.slug, municipality, '?state=committed')).items;
    expect(committed.length).toBeGreaterThan(0);
    expect(committed.every(({ from, to }) => [from, to].includes('committed'))).toBe(true);
    const ofSession = (await page(world.slug, municipality, `?session=${now.id}`)).items;
    expect(new Set(ofSession.map(({ session }) => session.id))).toEqual(new Set([now.id]));
    for (const query of ['?quarter=0', '?state=gone', '?session=1', '?limit=501', '?cursor=eA']) {
      const answer = await call('GET', `/programmes/${world.slug}/ledger${query}`, { cookie: municipality });
      expect(answer.status).toBe(400);
    }
  });

  it('and the budget are for the municipality that pays alone', async () => {
    const world = await moneyWorld(api);
    const elsewhere = await makeProgramme(db, time.now);
    const other = await makeStaff(db, [{ municipalityId: elsewhere.municipality.id }]);
    const cases: [string | undefined, number][] = [
      [undefined, 401],
      [await signIn('ondernemer@opkoers.example'), 403],
      [await signIn('beheer@opkoers.example'), 403],
      [world.staff.association, 404],
      [world.staff.funder, 404],
      [await signIn(other.email), 404],
    ];
    for (const [cookie, status] of cases) {
      for (const what of ['budget', 'ledger']) {
        const answer = await call('GET', `/programmes/${world.slug}/${what}`, cookie ? { cookie } : {});
        expect(answer.status).toBe(status);
      }
    }
  });
});
