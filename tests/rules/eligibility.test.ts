import { describe, expect, it } from 'vitest';
import { borneExVatCents, costOf } from '../../api/money/cost/rules.ts';
import { facts as factsSchema } from '../../api/paying/eligibility/facts.ts';
import { recompute, substance } from '../../api/paying/eligibility/replay.rules.ts';
import { decide, outcomeOf } from '../../api/paying/eligibility/rules.ts';
import { ruleKind, type Rule, rules as ruleList } from '../../api/paying/eligibility/schema.ts';
import { toDecision } from '../../api/paying/eligibility/shapes.ts';
import { facts, paidPlace } from './eligibility-facts.ts';

const onderneemvaardig: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: true },
  { kind: 'notPaidForModule' },
  { kind: 'capPerEntrepreneur', max: 6, unit: 'count', period: { per: 'programme' } },
];
const six = Array.from({ length: 6 }, () => paidPlace('2026-10-01'));

describe('who pays', () => {
  it('pays when every rule passes, and says so rule by rule', () => {
    const decision = decide(onderneemvaardig, facts);
    expect(decision).toMatchObject({
      outcome: 'eligible',
      ruleSetVersion: 3,
      decidedOn: '2026-11-24',
      borneExVatCents: 18_781,
    });
    expect(decision.rules.map((rule) => [rule.rule, rule.outcome])).toEqual(
      onderneemvaardig.map((rule) => [rule.kind, 'passed']),
    );
    expect(decision.cost).toEqual({
      payer: 'municipality',
      exVatCents: 22_500,
      vatCents: 4_725,
      inclVatCents: 27_225,
      ownContributionCents: 4_500,
    });
  });

  it('keeps the place and asks for a review when the KVK number is not known', () => {
    const decision = decide(onderneemvaardig, { ...facts, kvkNumber: null });
    expect(decision.outcome).toBe('needs-review');
    expect(decision.cost.payer).toBe('municipality');
  });

  it.each([
    [
      'the same module again',
      { paid: [paidPlace('2026-10-01', { moduleId: 'this-module' })] },
      'notPaidForModule',
    ],
    ['the seventh place', { paid: six }, 'capPerEntrepreneur'],
  ])('leaves the full price to the entrepreneur for %s', (_, change, failing) => {
    const decision = decide(onderneemvaardig, { ...facts, ...change });
    expect(decision).toMatchObject({ outcome: 'not-eligible', borneExVatCents: 0 });
    expect(decision.rules.filter((rule) => rule.outcome === 'failed').map((rule) => rule.rule)).toEqual([
      failing,
    ]);
    expect(decision.cost).toMatchObject({ payer: 'entrepreneur', ownContributionCents: 27_225 });
  });

  it('a failed rule weighs more than something unknown', () => {
    expect(decide(onderneemvaardig, { ...facts, kvkNumber: null, paid: six }).outcome).toBe('not-eligible');
  });

  it('refuses rules of an unknown kind, and has a name for each kind it knows', () => {
    expect(ruleList.safeParse([{ kind: 'membersOnly' }]).success).toBe(false);
    expect(ruleKind.options).toHaveLength(12);
    expect(new Set(ruleKind.options).size).toBe(12);
  });
});

describe('what a person found', () => {
  const open = [{ rule: 'establishedInArea', outcome: 'unknown' }] as const;
  const no = [{ rule: 'establishedInArea', outcome: 'failed' }] as const;
  const noMoney = [{ rule: 'budgetRoom', outcome: 'failed' }] as const;
  const noAid = [{ rule: 'deMinimisRoom', outcome: 'failed' }] as const;

  it.each([
    ['settles what was open', open, 'approved', 'eligible'],
    ['settles what was open', open, 'refused', 'not-eligible'],
    ['lifts a no', no, 'approved', 'eligible'],
    ['does not make money', noMoney, 'approved', 'not-eligible'],
    ['does not lift the ceiling of the law', noAid, 'approved', 'not-eligible'],
    ['can refuse what passed', [], 'refused', 'not-eligible'],
  ] as const)('%s', (_, outcomes, review, outcome) => {
    expect(outcomeOf(outcomes, review)).toBe(outcome);
  });

  it('is a fact of the decision, and the rules keep their own outcome', () => {
    const decision = decide(onderneemvaardig, {
      ...facts,
      kvkNumber: null,
      review: { outcome: 'approved', on: '2026-11-25' },
    });
    expect(decision.outcome).toBe('eligible');
    expect(decision.rules.map(({ outcome }) => outcome)).toContain('unknown');
  });
});

describe('what is stored', () => {
  it('can be computed again from its JSON', () => {
    const decision = decide(onderneemvaardig, facts);
    const stored = JSON.parse(JSON.stringify({ facts, rules: onderneemvaardig, decision }));
    const again = recompute({ facts: factsSchema.parse(stored.facts), rules: ruleList.parse(stored.rules) });
    expect(again).toEqual(stored.decision);
    expect(substance(again)).toEqual(substance(decision));
    expect(JSON.stringify(substance(decision))).not.toContain('Handelsregister');
  });

  it('has no fact about membership, and takes none', () => {
    const keys = (value: unknown): string[] =>
      value && typeof value === 'object'
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
        : [];
    expect(keys(facts).filter((key) => /member|lid|association|vereniging/i.test(key))).toEqual([]);
    expect(factsSchema.safeParse(facts).success).toBe(true);
    for (const extra of [{ membership: 'member' }, { lid: true }]) {
      expect(factsSchema.safeParse({ ...facts, ...extra }).success).toBe(false);
      expect(factsSchema.safeParse({ ...facts, module: { ...facts.module, ...extra } }).success).toBe(false);
    }
  });
});

describe('a decision in the API', () => {
  const needsKvk = decide(onderneemvaardig, { ...facts, kvkNumber: null });

  it('says in one language why, what to do now, and how to have it looked at again', () => {
    const shown = toDecision(needsKvk, 'nl');
    expect(shown).toMatchObject({ ruleSetVersion: 3, decidedOn: '2026-11-24' });
    expect(shown.rules.find(({ rule }) => rule === 'kvkNumber')).toEqual({
      rule: 'kvkNumber',
      outcome: 'unknown',
      reason: 'Wij weten uw KVK-nummer nog niet.',
      nextStep: 'Geef uw KVK-nummer bij uw aanmelding. Uw plaats blijft zolang van u.',
    });
    expect(shown.askReview).toMatch(/^Bent u het hier niet mee eens\?/);
    expect(toDecision(needsKvk, 'en').askReview).toMatch(/^Do you not agree\?/);
  });

  it('keeps what the rules saw inside', () => {
    expect(JSON.stringify(toDecision(needsKvk, 'nl'))).not.toContain('saw');
  });
});

describe('what it costs', () => {
  it.each([
    ['21', 10_001, 2_100, 12_101],
    ['21', 50, 11, 61],
    ['9', 10_000, 900, 10_900],
    ['9', 50, 5, 55],
    ['0', 10_000, 0, 10_000],
    ['exempt', 10_000, 0, 10_000],
  ] as const)('VAT %s of %i cents is %i', (vatRate, exVatCents, vatCents, inclVatCents) => {
    const cost = costOf({ exVatCents, vatRate, ownContributionCents: 0 }, 'municipality');
    expect(cost).toEqual({
      payer: 'municipality',
      exVatCents,
      vatCents,
      inclVatCents,
      ownContributionCents: 0,
    });
  });

  it('an own contribution is never more than the price', () => {
    const cost = costOf({ exVatCents: 1_000, vatRate: '0', ownContributionCents: 5_000 }, 'municipality');
    expect(cost.ownContributionCents).toBe(1_000);
    expect(borneExVatCents(cost)).toBe(0);
  });

  it.each([
    ['21', 10_000, 0, 10_000],
    ['21', 10_000, 1_210, 9_000],
    ['exempt', 10_000, 1_210, 8_790],
    ['9', 0, 0, 0],
  ] as const)(
    'with VAT %s and a price of %i, an own contribution of %i leaves %i ex VAT',
    (rate, ex, own, left) => {
      const price = { exVatCents: ex, vatRate: rate, ownContributionCents: own };
      expect(borneExVatCents(costOf(price, 'municipality'))).toBe(left);
      expect(borneExVatCents(costOf(price, 'entrepreneur'))).toBe(0);
    },
  );
});
