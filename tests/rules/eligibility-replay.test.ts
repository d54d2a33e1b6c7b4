import { describe, expect, it } from 'vitest';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import { replay } from '../../api/paying/eligibility/replay.rules.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import { facts, paidPlace } from './eligibility-facts.ts';

const cap = (max: number): Rule => ({
  kind: 'capPerEntrepreneur',
  max,
  unit: 'count',
  period: { per: 'programme' },
});
const before: Rule[] = [{ kind: 'programmeRunning' }, { kind: 'kvkNumber', required: true }, cap(3)];

const stored = (id: string, change: Partial<Facts>) => {
  const some = { ...facts, ...change };
  return { id, facts: some, ...decide(before, some) };
};
const times = (count: number) => ({ paid: Array.from({ length: count }, () => paidPlace('2026-10-01')) });
const decisions = [
  stored('first', times(0)),
  stored('third', times(2)),
  stored('fourth', times(3)),
  stored('no-number', { kvkNumber: null }),
];

describe('what other rules would change', () => {
  it('a lower cap', () => {
    const { same, flips } = replay(decisions, [...before.slice(0, 2), cap(1)]);
    expect(same).toBe(3);
    expect(flips).toEqual([
      {
        id: 'third',
        from: 'eligible',
        to: 'not-eligible',
        because: [
          {
            rule: 'capPerEntrepreneur',
            from: 'passed',
            to: 'failed',
            reason: {
              nl: 'De gemeente betaalt per ondernemer hoogstens 1 keer in dit programma. Met deze bijeenkomst komt u daarboven.',
              en: 'The municipality pays at most once in this programme per entrepreneur. With this session you would go over that.',
            },
          },
        ],
      },
    ]);
  });

  it('a rule that goes, and one that comes', () => {
    const { flips } = replay(decisions, [{ kind: 'programmeRunning' }, { kind: 'manualReview' }]);
    const short = flips.map(({ id, from, to, because }) => [
      id,
      from,
      to,
      because.map((it) => [it.rule, it.from, it.to]),
    ]);
    expect(short).toEqual([
      ['first', 'eligible', 'needs-review', [['manualReview', null, 'unknown']]],
      ['third', 'eligible', 'needs-review', [['manualReview', null, 'unknown']]],
      ['fourth', 'not-eligible', 'needs-review', [['capPerEntrepreneur', 'failed', null]]],
    ]);
  });

  it('the first of the rules', () => {
    const needed: Rule[] = [{ kind: 'kvkNumber', required: true }];
    const before = { id: 'b', facts: { ...facts, kvkNumber: null }, outcome: 'eligible' } as const;
    const old = [{ rule: 'kvkNumber', outcome: 'passed' }] as const;
    expect(replay([{ ...before, rules: old }], needed).flips[0]!.because).toMatchObject([
      { rule: 'kvkNumber', from: 'passed', to: 'unknown' },
    ]);
  });

  it('leaves the decisions themselves as they were', () => {
    const kept = JSON.stringify(decisions);
    replay(decisions, [cap(1)]);
    expect(JSON.stringify(decisions)).toBe(kept);
  });
});
