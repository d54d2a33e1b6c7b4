import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, test } from 'vitest';
import { type modules } from '../../db/schema/catalogue.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { products, programmes } from '../../db/schema/programmes.ts';
import { localDate } from '../../api/language/time.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { testKvk } from '../support/kvk.ts';

// The programmes of the sources, as they are in the demo data: every change here is made through the API.
const kvk = await testKvk();
const { db, sql, time, call, latestCode, signIn } = await testApi('demo', {
  env: { KVK_API_KEY: 'a-key', KVK_BASE_URL: `${kvk.baseUrl}/` },
});
const now = time.now;
afterEach(() => void (time.now = now));

const [AMSTERDAM, ENDED, ABROAD, ELSEWHERE] = ['69599068', '90005414', '90004760', '90003942'] as const;
type Rule = { kind: string; [field: string]: unknown };
type Version = { version: number; state: string; rules: { rule: Rule }[] };

async function programme(slug: string, cookie: string) {
  const [found] = await db.select().from(programmes).where(eq(programmes.slug, slug));
  const [association] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.municipalityId, found!.municipalityId));
  const fixture = { programme: found!, association: association! } as ProgrammeFixture;
  const at = `/programmes/${slug}/rule-sets`;
  const items = async () => ((await call('GET', at, { cookie })).body as { items: Version[] }).items;
  const change = async (make: (rules: Rule[]) => Rule[]) => {
    const [newest] = await items();
    const rules = make(newest!.rules.map(({ rule }) => rule));
    const body = { rules, validFrom: localDate(time.now), basedOn: newest!.version };
    return call('POST', at, { cookie, body });
  };
  const offer = (module: Partial<typeof modules.$inferInsert> = {}) =>
    makeSession(db, fixture, time.now, { capacity: 50, module });
  return { fixture, items, change, offer };
}

let person = 0;
const somebody = (kvkNumber: string = AMSTERDAM) => ({
  name: 'Noor',
  email: `bron${++person}@voorbeeld.example`,
  kvkNumber,
});
async function book(sessionId: string, who = somebody()) {
  const held = await call('POST', `/sessions/${sessionId}/registrations`, { body: who });
  const { id } = held.body as { id: string };
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  const [row] = await sql<{ outcome: string; payer: string }[]>`select outcome, payer from decisions
    where registration_id = ${id} order by decided_at desc, id desc limit 1`;
  return `${row!.outcome}, ${row!.payer} pays`;
}
/** How one rule comes out for who asks what it would cost. */
async function ask(sessionId: string, kvkNumber: string, rule: string) {
  const { body } = await call('POST', '/eligibility-checks', { body: { sessionId, kvkNumber } });
  const { rules } = body as { rules: { rule: string; outcome: string }[] };
  return rules.find((one) => one.rule === rule)!.outcome;
}
const priced = { priceExVatCents: 350_00, vatRate: '21' as const };

describe('Onderneemvaardig, Amsterdam', () => {
  it('pays by the business register as long as a rule says so', async () => {
    const own = await programme('onderneemvaardig', await signIn('gemeente-amsterdam@opkoers.example'));
    const one = await own.offer(priced);
    const byRegister = ['businessActive', 'establishedInArea'];
    const without = (rules: Rule[]) => rules.filter(({ kind }) => !byRegister.includes(kind));
    expect((await own.change(without)).status).toBe(201);
    expect(await book(one.id, somebody(ENDED))).toContain('municipality pays');
    const saved = await own.change((rules) => [
      ...rules,
      { kind: 'businessActive' },
      { kind: 'establishedInArea', basis: 'business', places: ['Amsterdam', 'Weesp'], postcodes: [] },
    ]);
    expect(saved.status).toBe(201);

    expect(await book(one.id, somebody(ENDED))).toBe('not-eligible, entrepreneur pays');
    expect(await book(one.id, somebody(AMSTERDAM))).toContain('municipality pays');
    expect(await ask(one.id, ENDED, 'businessActive')).toBe('failed');
    const inside = [AMSTERDAM, ELSEWHERE, ABROAD].map((number) => ask(one.id, number, 'establishedInArea'));
    expect(await Promise.all(inside)).toEqual(['passed', 'failed', 'unknown']);
  });

  test.each([
    [' 6959 90 68 ', 'passed'],
    ['00000019', 'failed'],
  ])('takes %j as a number, and keeps its zeros', async (number, outcome) => {
    const own = await programme('onderneemvaardig', await signIn('gemeente-amsterdam@opkoers.example'));
    expect(await ask((await own.offer(priced)).id, number, 'establishedInArea')).toBe(outcome);
  });
});

describe('Back on Track, Amstelveen', () => {
  it('is open to all, until a rule has someone look at every booking', async () => {
    const own = await programme('back-on-track', await signIn('gemeente@opkoers.example'));
    const one = await own.offer();
    expect(await book(one.id)).toBe('eligible, municipality pays');
    expect((await own.change((rules) => [...rules, { kind: 'manualReview' }])).status).toBe(201);
    expect(await book(one.id)).toBe('needs-review, municipality pays');
    expect((await own.items()).map(({ version, state }) => [version, state])).toEqual([
      [2, 'in-force'],
      [1, 'past'],
    ]);
  });
});

describe('Actieplan Coaching Ondernemers, Deventer', () => {
  const slug = 'actieplan-coaching-ondernemers';

  it('has ended: rules that would hold now are refused', async () => {
    const own = await programme(slug, await signIn('gemeente-deventer@opkoers.example'));
    const answer = await own.change((rules) => rules);
    expect([answer.status, problemIn(answer).invalidParams]).toMatchObject([400, [{ name: 'validFrom' }]]);
  });

  it('in its own time paid what the rules said, and after a change what those said', async () => {
    time.now = new Date('2021-06-01T10:00:00Z');
    await sql`update programmes set status = 'running' where slug = ${slug}`;
    try {
      const own = await programme(slug, await signIn('gemeente-deventer@opkoers.example'));
      const catalogue = await db
        .select()
        .from(products)
        .where(eq(products.programmeId, own.fixture.programme.id));
      const scan = catalogue.find(({ code }) => code === 'e-scan')!;
      const offer = () =>
        own.offer({ productId: scan.id, priceExVatCents: scan.priceCents, vatRate: 'exempt' });
      const without = (kind: string) => (rules: Rule[]) => rules.filter((rule) => rule.kind !== kind);
      const setApart = (cents: number | null) => sql`update budget_phases b
        set ceiling_cents = coalesce(${cents}, reserved_cents + committed_cents + realised_cents)
        from programme_quarters q where q.id = b.quarter_id and q.programme_id = ${own.fixture.programme.id}`;
      await setApart(null);
      expect(await book((await offer()).id)).toBe('not-eligible, entrepreneur pays');
      await setApart(200_000_00);
      expect(await book((await offer()).id)).toBe('eligible, municipality pays');
      expect((await own.change(without('budgetRoom'))).status).toBe(201);
      const who = somebody();
      expect(await book((await offer()).id, who)).toBe('eligible, municipality pays');
      const once = { kind: 'capPerEntrepreneur', max: 50_00, unit: 'cents', period: { per: 'programme' } };
      expect((await own.change((rules) => [...rules, once])).status).toBe(201);
      expect(await book((await offer()).id, who)).toBe('not-eligible, entrepreneur pays');
      expect(await book((await offer()).id)).toBe('eligible, municipality pays');
    } finally {
      await sql`update programmes set status = 'archived' where slug = ${slug}`;
    }
  });
});
