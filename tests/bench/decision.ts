import { performance } from 'node:perf_hooks';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import type { Result } from './run.ts';

const ROUNDS = 15;
const TIMES = 20_000;

/** Every kind of rule, each with something to look through. */
const rules: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: true },
  { kind: 'businessActive' },
  {
    kind: 'establishedInArea',
    basis: 'business',
    places: ['Weesp', 'Diemen', 'Ouder-Amstel', 'Amsterdam'],
    postcodes: [
      { from: 1180, to: 1189 },
      { from: 1011, to: 1109 },
    ],
  },
  { kind: 'productCap', product: 'studie', max: 30 },
  { kind: 'peopleCap', max: 350, scope: 'programme' },
  { kind: 'capPerEntrepreneur', max: 30, unit: 'count', period: { per: 'programme' } },
  { kind: 'capPerEntrepreneur', max: 6_000, unit: 'minutes', period: { per: 'calendarYear' } },
  { kind: 'capPerEntrepreneur', max: 900_000, unit: 'cents', period: { per: 'rollingMonths', months: 12 } },
  { kind: 'notPaidForModule' },
  { kind: 'declarations', items: [{ code: 'zelf', nl: 'Ik kom zelf.', en: 'I come myself.' }] },
  { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
  { kind: 'budgetRoom' },
  { kind: 'manualReview' },
];

const address = (place: string, postcode: string) =>
  ({ kind: 'visiting', shielded: false, place, postcode, country: null }) as const;

/** Someone with a history: ten paid places, ten grants, three establishments. */
const facts: Facts = {
  ruleSetVersion: 3,
  today: '2026-11-24',
  sessionOn: '2026-12-08',
  programme: { status: 'running', startsOn: '2026-01-01', endsOn: '2027-12-31', paused: false },
  module: { id: '01940000-0000-7000-8000-000000000000', minutes: 180 },
  price: { exVatCents: 275_00, vatRate: '21', ownContributionCents: 25_00 },
  kvkNumber: '68750110',
  business: {
    status: 'found',
    active: true,
    endedOn: null,
    addresses: [address('Utrecht', '3511AA'), address('Deventer', '7411ZZ'), address('Amsterdam', '1013ZZ')],
  },
  residence: null,
  paid: Array.from({ length: 10 }, (_, n) => ({
    moduleId: `01940000-0000-7000-8000-0000000000${10 + n}`,
    cents: 250_00,
    minutes: 180,
    on: `2026-${String(1 + n).padStart(2, '0')}-15`,
  })),
  caps: {
    product: { code: 'studie', used: 12, cap: 30, includesThis: false },
    people: { used: 120, cap: 350, includesThis: false },
  },
  budgetRoomCents: 12_000_00,
  deMinimis: {
    declaredCents: 10_000_00,
    grants: Array.from({ length: 10 }, (_, n) => ({ cents: 250_00, on: `2026-0${1 + (n % 9)}-15` })),
  },
  declarations: { zelf: true },
  review: { outcome: 'approved', on: '2026-11-20' },
};

/** Microseconds for one, the middle of several rounds. */
function microseconds(once: () => unknown) {
  let kept: unknown;
  const took = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let n = 0; n < TIMES; n += 1) kept = once();
    return ((performance.now() - start) * 1000) / TIMES;
  });
  if (kept === undefined) throw new Error('Nothing was made');
  return took.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

/** One decision with every kind of rule and all inputs at hand; its floor is reading those inputs from their JSON. */
export async function decision(): Promise<Result[]> {
  const { outcome } = decide(rules, facts);
  if (outcome !== 'eligible') throw new Error(`Decided ${outcome}`);
  const json = JSON.stringify(facts);
  const value = microseconds(() => decide(rules, facts));
  const floor = microseconds(() => JSON.parse(json) as unknown);
  return [{ name: 'decision', value, unit: 'µs', floor, ratio: value / floor }];
}
