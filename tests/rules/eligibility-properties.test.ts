import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { usedBefore } from '../../api/paying/eligibility/caps.rules.ts';
import { facts as factsSchema } from '../../api/paying/eligibility/facts.ts';
import { recompute, replay } from '../../api/paying/eligibility/replay.rules.ts';
import { decide, outcomeOf } from '../../api/paying/eligibility/rules.ts';
import { type Rule, ruleKind } from '../../api/paying/eligibility/schema.ts';
import { anyFacts, anyRule, anyRules } from './eligibility-arbitrary.ts';
import { facts, paidPlace } from './eligibility-facts.ts';

const order = { eligible: 0, 'needs-review': 1, 'not-eligible': 2 };
const holds = (property: fc.IProperty<never> | fc.IProperty<unknown[]>) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 500 });

describe('whatever the rules and the facts', () => {
  it('the samples hold every kind, and every outcome of a decision and of a rule', () => {
    const seen = new Set<string>();
    fc.sample(fc.tuple(anyRules, anyFacts), { numRuns: 2_000, seed: 7 }).forEach(([rules, some]) => {
      const decision = decide(rules, some);
      seen.add(decision.outcome);
      for (const { rule, outcome } of decision.rules) seen.add(rule).add(outcome);
    });
    const outcomes = ['eligible', 'needs-review', 'not-eligible', 'passed', 'failed', 'unknown'];
    expect([...seen].sort()).toEqual([...outcomes, ...ruleKind.options].sort());
  });

  it('a rule that passes changes nothing, and no rule makes it better', () => {
    holds(
      fc.property(anyRules, anyRule, anyFacts, (rules, extra, some) => {
        const before = decide(rules, some);
        const after = decide([...rules, extra], some);
        if (after.rules[rules.length]!.outcome === 'passed') expect(after.outcome).toBe(before.outcome);
        expect(order[after.outcome]).toBeGreaterThanOrEqual(order[before.outcome]);
        expect(after.rules.slice(0, rules.length)).toEqual(before.rules.slice(0, rules.length));
      }),
    );
  });

  it('a worse outcome of one rule never gives a better decision', () => {
    const outcome = fc.constantFrom('passed' as const, 'unknown' as const, 'failed' as const);
    const one = fc.record({ rule: fc.constantFrom(...ruleKind.options), outcome });
    const review = fc.constantFrom(undefined, 'approved' as const, 'refused' as const);
    holds(
      fc.property(fc.array(one), one, review, (others, it, looked) => {
        const found = (['passed', 'unknown', 'failed'] as const).map(
          (worse) => order[outcomeOf([...others, { ...it, outcome: worse }], looked)],
        );
        expect(found).toEqual([...found].sort());
      }),
    );
  });

  it('the order of the rules does not matter', () => {
    holds(
      fc.property(anyRules, anyFacts, (rules, some) => {
        const { rules: outcomes, ...rest } = decide(rules, some);
        const { rules: reversed, ...other } = decide([...rules].reverse(), some);
        expect(other).toEqual(rest);
        // What is implied comes after what the rules say.
        const { length } = rules;
        expect(reversed.slice(0, length).reverse()).toEqual(outcomes.slice(0, length));
        expect(reversed.slice(length)).toEqual(outcomes.slice(length));
      }),
    );
  });

  it('money that is not there, or of a phase that is paused, is never promised, whatever the rules', () => {
    holds(
      fc.property(anyRules, anyFacts, (rules, some) => {
        const { outcome, borneExVatCents } = decide(rules, { ...some, review: null });
        if (outcome === 'not-eligible' || borneExVatCents === 0) return;
        expect(some.programme.paused).toBe(false);
        expect(borneExVatCents).toBeLessThanOrEqual(some.budgetRoomCents ?? Infinity);
      }),
    );
  });

  it('what is kept as JSON gives the same decision', () => {
    holds(
      fc.property(anyRules, anyFacts, (rules, some) => {
        const stored = JSON.parse(JSON.stringify({ rules, facts: some, decision: decide(rules, some) }));
        expect(recompute({ facts: factsSchema.parse(stored.facts), rules: stored.rules })).toEqual(
          stored.decision,
        );
      }),
    );
  });

  it('every rule says why in two languages, and what to do when it is not in order', () => {
    holds(
      fc.property(anyRules, anyFacts, (rules, some) => {
        for (const { outcome, reason, nextStep } of decide(rules, some).rules) {
          for (const text of [reason, ...(nextStep ? [nextStep] : [])]) {
            expect(text.nl).toMatch(/^[A-Z].*\.$/);
            expect(text.en).toMatch(/^[A-Z].*\.$/);
            expect(text.nl).not.toBe(text.en);
            expect(text.nl + text.en).not.toMatch(/undefined|null|NaN|\[object/);
          }
          expect(nextStep !== null).toBe(outcome !== 'passed');
        }
      }),
    );
  });

  it('the amounts fit: price and VAT, and what each side pays', () => {
    holds(
      fc.property(anyRules, anyFacts, (rules, some) => {
        const { outcome, cost, borneExVatCents } = decide(rules, some);
        expect(cost.inclVatCents).toBe(cost.exVatCents + cost.vatCents);
        expect(cost.ownContributionCents).toBeLessThanOrEqual(cost.inclVatCents);
        expect(cost.payer).toBe(outcome === 'not-eligible' ? 'entrepreneur' : 'municipality');
        expect(borneExVatCents).toBeGreaterThanOrEqual(0);
        expect(borneExVatCents).toBeLessThanOrEqual(cost.exVatCents);
        if (cost.payer === 'entrepreneur') {
          expect([cost.ownContributionCents, borneExVatCents]).toEqual([cost.inclVatCents, 0]);
        }
      }),
    );
  });

  it('nothing but the facts is read, so that membership cannot be', () => {
    const read = new Set<string>();
    const watched = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(of, key, receiver) {
          if (typeof key === 'string') read.add(key);
          const value: unknown = Reflect.get(of, key, receiver);
          return value !== null && typeof value === 'object' ? watched(value) : value;
        },
      });
    fc.sample(fc.tuple(anyRules, anyFacts), { numRuns: 1_000, seed: 7 }).forEach(([rules, some]) =>
      decide(rules, watched(some)),
    );
    expect(read.has('kvkNumber')).toBe(true);
    expect([...read].filter((key) => /member|lid|association/i.test(key))).toEqual([]);
  });

  it('the same rules flip nothing, and other rules flip what they decide otherwise', () => {
    holds(
      fc.property(anyRules, anyRules, fc.array(anyFacts, { maxLength: 5 }), (rules, other, all) => {
        const stored = all.map((some, i) => ({ id: String(i), facts: some, ...decide(rules, some) }));
        expect(replay(stored, rules)).toEqual({ same: all.length, flips: [] });
        const { same, flips } = replay(stored, other);
        expect(same + flips.length).toBe(all.length);
        for (const flip of flips) {
          const some = all[Number(flip.id)]!;
          expect([flip.from, flip.to]).toEqual([decide(rules, some).outcome, decide(other, some).outcome]);
          expect(flip.because).not.toEqual([]);
        }
      }),
    );
  });
});

describe('a cap over rolling months', () => {
  const months = 6;
  const rule = (max: number) =>
    ({
      kind: 'capPerEntrepreneur',
      max,
      unit: 'count',
      period: { per: 'rollingMonths', months },
    }) satisfies Rule;
  const day = fc.integer({ min: 0, max: 700 });
  const dateOf = (days: number) => DateTime.fromISO('2026-01-01').plus({ days }).toISODate()!;

  it('whatever the order of booking, no period of so many months holds more', () => {
    holds(
      fc.property(fc.array(day, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (days, max) => {
        const paid: string[] = [];
        for (const on of days.map(dateOf)) {
          const some = { ...facts, sessionOn: on, paid: paid.map((earlier) => paidPlace(earlier)) };
          if (usedBefore(rule(max), some) < max) paid.push(on);
        }
        for (const end of paid) {
          const from = DateTime.fromISO(end).minus({ months }).toISODate()!;
          expect(paid.filter((on) => from < on && on <= end).length).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});
