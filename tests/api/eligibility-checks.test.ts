import { describe, expect, it, test } from 'vitest';
import { LOOKUPS_PER_HOUR } from '../../api/paying/business-register/lookup-budget.ts';
import type { modules } from '../../db/schema/catalogue.ts';
import { ruleSets } from '../../db/schema/programmes.ts';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { fault, testKvk } from '../support/kvk.ts';

const AMSTELVEEN = '69599084';
const ENDED = '90005414';
const NOBODY = '00000027';

const kvk = await testKvk();
const { db, sql, time, call, latestCode } = await testApi('empty', {
  env: { KVK_API_KEY: 'a-key', KVK_BASE_URL: `${kvk.baseUrl}/` },
});
const programme = await makeProgramme(db, time.now);
await db.insert(ruleSets).values({
  programmeId: programme.programme.id,
  version: 2,
  validFrom: time.now.toISOString().slice(0, 10),
  rules: [{ kind: 'programmeRunning' }, { kind: 'businessActive' }, { kind: 'notPaidForModule' }],
});
const price = { priceExVatCents: 10_000, vatRate: '21', ownContributionCents: 1500 } satisfies Partial<
  typeof modules.$inferInsert
>;
const session = await makeSession(db, programme, time.now, { module: price });

type Answer = { outcome: string; rules: Record<string, unknown>[]; cost: unknown; askReview: string };
const check = async (kvkNumber: unknown, sessionId: unknown = session.id, headers = {}) => {
  const answer = await call('POST', '/eligibility-checks', { body: { sessionId, kvkNumber }, headers });
  return { status: answer.status, body: answer.body as Answer };
};

describe('what a place would cost', () => {
  it('is told without an account, with every rule and the price', async () => {
    const { status, body } = await check(AMSTELVEEN);
    expect(status).toBe(200);
    expect(body.outcome).toBe('eligible');
    expect(body.rules.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['programmeRunning', 'passed'],
      ['businessActive', 'passed'],
      ['notPaidForModule', 'passed'],
    ]);
    expect(body.cost).toEqual({
      payer: 'municipality',
      exVatCents: 10_000,
      vatCents: 2100,
      inclVatCents: 12_100,
      ownContributionCents: 1500,
    });
    expect(body.askReview).not.toBe('');
  });

  test.each([ENDED, NOBODY])('is the full price for %s, with a reason and what to do', async (kvkNumber) => {
    const { body } = await check(kvkNumber);
    expect(body).toMatchObject({
      outcome: 'not-eligible',
      cost: { payer: 'entrepreneur', ownContributionCents: 12_100 },
    });
    const [failed] = body.rules.filter(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject({ rule: 'businessActive' });
    expect(failed!.reason).toBeTruthy();
    expect(failed!.nextStep).toBeTruthy();
  });

  it('is for a person to say when the register is down', async () => {
    kvk.instead = fault(500, 'IPD9999');
    expect((await check('68750110')).body.outcome).toBe('needs-review');
  });

  it('is said in the language of the request', async () => {
    const dutch = await check(AMSTELVEEN);
    const english = await check(AMSTELVEEN, session.id, { 'accept-language': 'en' });
    expect(english.body.askReview).not.toBe(dutch.body.askReview);
  });

  it('says nothing of what the owner of the number booked, and keeps nothing', async () => {
    const before = await check(AMSTELVEEN);
    const placed = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email: 'noor@example.nl', kvkNumber: AMSTELVEEN },
    });
    const { id } = placed.body as { id: string };
    const confirmed = await call('POST', `/registrations/${id}/confirmation`, {
      body: { code: await latestCode(id) },
    });
    expect([placed.status, confirmed.status]).toEqual([201, 200]);
    const counts = () =>
      sql`select (select count(*) from registrations) r, (select count(*) from decisions) d,
        (select count(*) from entrepreneurs) e, (select count(*) from idempotency_keys) k`.then((it) => [
        ...it,
      ]);
    const stored = await counts();
    expect(await check(AMSTELVEEN)).toEqual(before);
    expect(await counts()).toEqual(stored);
  });
});

describe('a question that cannot be answered', () => {
  test.each(['1234567', '123456789', 'abcdefgh', '', null, 69599084])('has number %j', async (kvkNumber) => {
    const { status, body } = await check(kvkNumber);
    expect([status, body]).toMatchObject([400, { invalidParams: [{ name: 'kvkNumber' }] }]);
  });

  it('may have spaces and dots in the number', async () => {
    expect((await check(' 69 59.90 84 ')).body.outcome).toBe('eligible');
  });

  it('is about no session, or a draft', async () => {
    const draft = await makeSession(db, programme, time.now, { status: 'draft' });
    expect((await check(AMSTELVEEN, draft.id)).status).toBe(404);
    expect((await check(AMSTELVEEN, programme.programme.id)).status).toBe(404);
    expect((await check(AMSTELVEEN, 'x')).status).toBe(400);
  });
});

it('costs no more lookups in an hour than the portal may make; then a person says', async () => {
  await sql`insert into business_lookups (kvk_number, status, fetched_at)
    select lpad(n::text, 8, '0'), 'not-found', ${time.now} from generate_series(1000, ${999 + LOOKUPS_PER_HOUR}) n`;
  kvk.received.length = 0;
  expect((await check('90003942')).body.outcome).toBe('needs-review');
  expect(kvk.received).toEqual([]);
  expect(takeErrors()).toHaveLength(1);
});
