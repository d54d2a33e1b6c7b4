import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { facts as factsSchema } from '../../api/paying/eligibility/facts.ts';
import { recompute } from '../../api/paying/eligibility/replay.rules.ts';
import { type Rule, rules as ruleList } from '../../api/paying/eligibility/schema.ts';
import { fromStored } from '../../api/paying/eligibility/shapes.ts';
import { ruleSets } from '../../db/schema/programmes.ts';
import { decisions } from '../../db/schema/registrations.ts';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { testKvk } from '../support/kvk.ts';
import { approval, refusal, reviewing } from '../support/reviews.ts';

const kvk = await testKvk();
const api = await testApi('demo', {
  worker: false,
  env: { KVK_API_KEY: 'a-key', KVK_BASE_URL: `${kvk.baseUrl}/` },
});
const { db, time, call, signIn } = api;
const { programmeWith, sessionOf, hold, book, link, cancel, ask, review, again, declare } = reviewing(api);

const everyRule: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: true },
  { kind: 'businessActive' },
  {
    kind: 'establishedInArea',
    basis: 'business',
    places: ['Amstelveen'],
    postcodes: [{ from: 1000, to: 1109 }],
  },
  { kind: 'productCap', max: 40 },
  { kind: 'peopleCap', max: 12, scope: 'programme' },
  { kind: 'capPerEntrepreneur', max: 250_00, unit: 'cents', period: { per: 'rollingMonths', months: 6 } },
  { kind: 'notPaidForModule' },
  { kind: 'declarations', items: [{ code: 'klein', nl: 'Ik ben klein.', en: 'I am small.' }] },
  { kind: 'deMinimisRoom', ceilingCents: 1_000_00, years: 3 },
  { kind: 'budgetRoom' },
];
/** Found, elsewhere, shielded, abroad, a legal person, ended, no answer, not registered, and none given. */
const numbers = [
  '69599084',
  '68750110',
  '55344526',
  '90001354',
  '90004760',
  '90000749',
  '90005414',
  '90004973',
  '00000027',
  undefined,
];

/** What people and staff do, in an order that is the same every time. */
async function live(rules: Rule[], ceilingCents: number) {
  const made = await programmeWith(rules, { ceilingCents, deMinimis: 'applicable' });
  const other = await sessionOf(made);
  const booked: string[] = [];
  for (const [n, kvkNumber] of numbers.entries()) {
    const given = [
      {},
      { declarations: { klein: true }, deMinimisCents: n * 150_00 },
      { declarations: { klein: false } },
    ][n % 3];
    const placed = await book(made.session.id, { ...(kvkNumber && { kvkNumber }), ...given });
    booked.push(placed.id);
    await hold(other.id, { email: placed.email, ...(kvkNumber && { kvkNumber }) });
  }
  for (const [n, id] of booked.entries()) {
    time.now = new Date(time.now.getTime() + 60_000);
    if (n % 2 === 0) await ask(id, { explanation: 'Kijk nog eens.' });
    if (n % 3 === 0) await declare(id, { declarations: { klein: true }, deMinimisCents: n * 100_00 });
    if (n % 4 === 1) await again(id, made.staff);
    if (n % 4 !== 3) await review(id, made.staff, n % 4 === 0 ? refusal : approval);
    if (n === 5) await cancel(id);
    if (n === 6)
      await call('POST', `/registrations/${id}/swap`, { body: { sessionId: other.id }, headers: link(id) });
    if (n === 7) await declare(id, { deMinimisCents: 2_000_00 });
  }
}

it('every decision, of the demo and of a run of odd cases, comes out the same from what is stored', async () => {
  await live(everyRule, 500_00);
  await live(
    [{ kind: 'manualReview' }, { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 }],
    10_000_00,
  );
  await live([{ kind: 'businessActive' }, { kind: 'declarations', items: [] }], 10_000_00);
  const cookie = await signIn('gemeente-amsterdam@opkoers.example');
  const { body } = await call('GET', '/programmes/onderneemvaardig/reviews?state=open', { cookie });
  const { items } = body as { items: { registrationId: string }[] };
  for (const { registrationId } of items) await again(registrationId, cookie);
  for (const { registrationId } of items.slice(0, 2)) await review(registrationId, cookie);

  const stored = await db
    .select({ decision: decisions, rules: ruleSets.rules })
    .from(decisions)
    .innerJoin(ruleSets, eq(ruleSets.id, decisions.ruleSetId));
  const outcomes = new Set<string>();
  for (const { decision, rules } of stored) {
    const kept = { facts: factsSchema.parse(decision.facts), rules: ruleList.parse(rules) };
    expect(recompute(kept)).toEqual(fromStored(decision));
    const { review: looked, deMinimis } = kept.facts;
    outcomes.add(`${decision.outcome}, ${looked?.outcome ?? 'by the rules'}`);
    if (deMinimis.declaredCents !== null) outcomes.add('declared');
    if (deMinimis.grants.length > 0) outcomes.add('granted before');
  }
  for (const line of takeErrors()) expect(line).toContain('business register: does not answer');
  // The run met what it is there for.
  expect([...outcomes].sort()).toEqual([
    'declared',
    'eligible, approved',
    'eligible, by the rules',
    'granted before',
    'needs-review, by the rules',
    'not-eligible, by the rules',
    'not-eligible, refused',
  ]);
});
