import { describe, expect, it } from 'vitest';
import { costOf, decide, type Facts } from '../../api/eligibility/rules.ts';
import { type Rule, rules as ruleList } from '../../api/eligibility/schema.ts';

const facts: Facts = {
  programme: { status: 'running', startsOn: '2026-09-01', endsOn: '2027-08-31' },
  sessionOn: '2026-12-01',
  kvkNumber: '69599084',
  paidInProgramme: 0,
  paidForModule: false,
};
const price = { exVatCents: 22_500, vatRate: '21', ownContributionCents: 4_500 } as const;
const onderneemvaardig: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: true },
  { kind: 'notPaidForModule' },
  { kind: 'capPerEntrepreneur', max: 6 },
];

describe('who pays', () => {
  it('pays when every rule passes, and says so rule by rule', () => {
    const decision = decide(onderneemvaardig, facts, price);
    expect(decision.outcome).toBe('eligible');
    expect(decision.rules.map((rule) => [rule.rule, rule.outcome])).toEqual(
      onderneemvaardig.map((rule) => [rule.kind, 'passed']),
    );
    expect(decision.cost).toEqual({
      payer: 'municipality',
      exVatCents: 22_500,
      vatCents: 4_725,
      ownContributionCents: 4_500,
    });
  });

  it('keeps the place and asks for a review when the KVK number is not known', () => {
    const decision = decide(onderneemvaardig, { ...facts, kvkNumber: null }, price);
    expect(decision.outcome).toBe('needs-review');
    expect(decision.cost.payer).toBe('municipality');
  });

  it('does not need a KVK number where the programme does not ask for one', () => {
    const rules: Rule[] = [{ kind: 'programmeRunning' }, { kind: 'kvkNumber', required: false }];
    expect(decide(rules, { ...facts, kvkNumber: null }, price).outcome).toBe('eligible');
  });

  it.each([
    [
      'an archived programme',
      { programme: { ...facts.programme, status: 'archived' as const } },
      'programmeRunning',
    ],
    ['a session after the last day', { sessionOn: '2027-09-01' }, 'programmeRunning'],
    ['the same module again', { paidForModule: true }, 'notPaidForModule'],
    ['the seventh place', { paidInProgramme: 6 }, 'capPerEntrepreneur'],
  ])('leaves the full price to the entrepreneur for %s', (_, change, failing) => {
    const decision = decide(onderneemvaardig, { ...facts, ...change }, price);
    expect(decision.outcome).toBe('not-eligible');
    expect(decision.rules.filter((rule) => rule.outcome === 'failed').map((rule) => rule.rule)).toEqual([
      failing,
    ]);
    expect(decision.cost).toMatchObject({ payer: 'entrepreneur', ownContributionCents: 27_225 });
  });

  it('counts the first and the last day of a programme in', () => {
    for (const sessionOn of ['2026-09-01', '2027-08-31']) {
      expect(decide(onderneemvaardig, { ...facts, sessionOn }, price).outcome).toBe('eligible');
    }
  });

  it('a failed rule weighs more than something unknown', () => {
    expect(decide(onderneemvaardig, { ...facts, kvkNumber: null, paidForModule: true }, price).outcome).toBe(
      'not-eligible',
    );
  });

  it('gives every outcome a sentence in Dutch and in English', () => {
    const variants = [
      facts,
      { ...facts, kvkNumber: null, paidForModule: true, paidInProgramme: 9, sessionOn: '2030-01-01' },
    ];
    for (const rule of variants.flatMap((variant) => decide(onderneemvaardig, variant, price).rules)) {
      expect(rule.reason.nl).toMatch(/\.$/);
      expect(rule.reason.en).toMatch(/\.$/);
      expect(rule.reason.nl).not.toBe(rule.reason.en);
    }
  });

  it('can be computed again from what is stored', () => {
    const stored = JSON.parse(JSON.stringify({ facts, rules: onderneemvaardig })) as {
      facts: Facts;
      rules: unknown;
    };
    expect(decide(ruleList.parse(stored.rules), stored.facts, price)).toEqual(
      decide(onderneemvaardig, facts, price),
    );
  });

  it('knows no fact about membership', () => {
    expect(JSON.stringify(facts)).not.toMatch(/member|lid/i);
  });
});

describe('what it costs', () => {
  it.each([
    ['21', 10_001, 2_100],
    ['9', 10_000, 900],
    ['0', 10_000, 0],
    ['exempt', 10_000, 0],
  ] as const)('VAT %s of %i cents is %i', (vatRate, exVatCents, vatCents) => {
    expect(costOf({ exVatCents, vatRate, ownContributionCents: 0 }, 'municipality').vatCents).toBe(vatCents);
  });

  it('an own contribution is never more than the price', () => {
    expect(
      costOf({ exVatCents: 1_000, vatRate: '0', ownContributionCents: 5_000 }, 'municipality'),
    ).toMatchObject({
      ownContributionCents: 1_000,
    });
  });

  it('refuses rules of an unknown kind', () => {
    expect(ruleList.safeParse([{ kind: 'membersOnly' }]).success).toBe(false);
  });
});
