import { describe, expect, it } from 'vitest';
import {
  isChangeable,
  judgeStep,
  type Side,
  type Status,
  type Step,
  stepsFrom,
  takesSessions,
  transitions,
  wrongChange,
  wrongPrice,
} from '../../api/publishing/modules/rules.ts';

const statuses: Status[] = ['draft', 'submitted', 'published', 'archived'];
const steps = Object.keys(transitions) as Step[];
const sidesOf: Record<string, Side[]> = {
  nobody: [],
  organiser: ['organiser'],
  municipality: ['municipality'],
  both: ['organiser', 'municipality'],
};

/** Every step that anyone can take, written out: what is not here cannot be. */
const table: Record<string, string[]> = {
  'organiser free': [
    'draft publish published',
    'submitted take-back draft',
    'published archive archived',
    'archived bring-back published',
  ],
  'organiser reviewed': [
    'draft submit submitted',
    'submitted take-back draft',
    'published archive archived',
    'archived bring-back published',
  ],
  'municipality free': ['submitted approve published', 'submitted send-back draft'],
  'municipality reviewed': ['submitted approve published', 'submitted send-back draft'],
  'nobody free': [],
  'nobody reviewed': [],
};
table['both free'] = [...table['organiser free']!, ...table['municipality free']!];
table['both reviewed'] = [...table['organiser reviewed']!, ...table['municipality reviewed']!];

describe.each(Object.entries(table))('%s', (who, rows) => {
  const [side, where] = who.split(' ') as [string, string];
  const known = { sides: sidesOf[side]!, reviewed: where === 'reviewed' };

  it('takes exactly these steps', () => {
    const found = statuses.flatMap((status) =>
      steps.flatMap((step) => {
        const judged = judgeStep(step, { ...known, status });
        return typeof judged === 'string' ? [] : [`${status} ${step} ${judged.to}`];
      }),
    );
    expect(found.sort()).toEqual(rows.toSorted());
  });

  it('is offered what can be done, and nothing else', () => {
    const found = statuses.flatMap((status) =>
      stepsFrom({ ...known, status }).map((step) => `${status} ${step} ${transitions[step].to}`),
    );
    expect(found.sort()).toEqual(rows.toSorted());
  });
});

describe('a step', () => {
  it('twice is the same as once', () => {
    for (const step of steps) {
      const { from, to, by, where } = transitions[step];
      const known = { sides: [by], reviewed: where === 'reviewed' };
      expect([step, judgeStep(step, { ...known, status: from })]).toEqual([step, { to }]);
      expect([step, judgeStep(step, { ...known, status: to })]).toEqual([step, 'done']);
    }
  });

  it('of the other side is not allowed, in whatever state', () => {
    for (const step of steps)
      for (const status of statuses) {
        const sides: Side[] = transitions[step].by === 'organiser' ? ['municipality'] : ['organiser'];
        expect(judgeStep(step, { status, sides, reviewed: true })).toBe('not-allowed');
      }
  });

  it('past the municipality, or to it where it does not look, cannot be', () => {
    const draft = { status: 'draft', sides: ['organiser'] } as const;
    expect(judgeStep('publish', { ...draft, reviewed: true })).toBe('module-not-changeable');
    expect(judgeStep('submit', { ...draft, reviewed: false })).toBe('module-not-changeable');
    expect(judgeStep('approve', { ...draft, sides: ['municipality'], reviewed: true })).toBe(
      'module-not-changeable',
    );
  });
});

it('what is looked at or put away does not change; only what is published takes sessions', () => {
  expect(statuses.filter(isChangeable)).toEqual(['draft', 'published']);
  expect(statuses.filter(takesSessions)).toEqual(['published']);
});

describe('a change', () => {
  const before = {
    status: 'published' as Status,
    kind: 'workshop',
    durationMinutes: 60,
    productId: null,
    priceExVatCents: 100,
    vatRate: '21',
    ownContributionCents: 0,
  };
  const after = { ...before, kind: 'network', productId: 'x', priceExVatCents: 200, ownContributionCents: 1 };

  it('of what was approved is named, where the municipality looked', () => {
    const names = wrongChange(before, after, { reviewed: true }).map(({ name, code }) => `${name} ${code}`);
    expect(names).toEqual([
      'kind approved',
      'productId approved',
      'priceExVatCents approved',
      'ownContributionCents approved',
    ]);
    expect(wrongChange(before, { ...before }, { reviewed: true })).toEqual([]);
  });

  it('is free in a draft, and where nobody looks', () => {
    expect(wrongChange({ ...before, status: 'draft' }, after, { reviewed: true })).toEqual([]);
    expect(wrongChange(before, after, { reviewed: false })).toEqual([]);
  });
});

it('nobody pays more than the price with its VAT', () => {
  const price = { exVatCents: 100_00, vatRate: '21' as const };
  expect(wrongPrice({ ...price, ownContributionCents: 121_00 })).toEqual([]);
  expect(wrongPrice({ ...price, ownContributionCents: 121_01 })).toEqual([
    { name: 'ownContributionCents', code: 'too-long' },
  ]);
  expect(wrongPrice({ exVatCents: 0, vatRate: 'exempt', ownContributionCents: 0 })).toEqual([]);
});
