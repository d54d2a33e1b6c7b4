import { describe, expect, it } from 'vitest';
import { withShares } from '../../api/steering/reports/breakdowns.rules.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { none } from './report-facts.ts';

type Breakdown = Report['breakdowns'][number];

describe('shares', () => {
  const breakdown = (uniques: Record<string, number | null>): Breakdown => ({
    dimension: 'district',
    rows: Object.entries(uniques).map(([category, unique]) => ({
      ...none,
      category,
      registrations: 1,
      visits: 1,
      unique,
    })),
    hidden: false,
    reference: null,
  });
  const sharesOf = ({ rows }: Breakdown) =>
    rows.map(({ category, share, referenceShare, index }) => [category, share, referenceShare, index]);
  const reference = { source: 'CBS', asOf: '2025-01-01', shares: { Noord: 0.5, Zuid: 0.25, unknown: 0.1 } };

  it('are of the persons of whom it is known, and above 1 is more than in the population', () => {
    const found = withShares(breakdown({ Noord: 8, Zuid: 16, Oost: 8, unknown: 10 }), 42, reference);
    expect(sharesOf(found)).toEqual([
      ['Noord', 0.25, 0.5, 0.5],
      ['Zuid', 0.5, 0.25, 2],
      ['Oost', 0.25, null, null],
      ['unknown', null, 0.1, null],
    ]);
    expect(found.reference).toEqual({ source: 'CBS', asOf: '2025-01-01' });
  });

  it('are told without a population as well', () => {
    const found = withShares(breakdown({ Noord: 1, unknown: 0 }), 1, undefined);
    expect([sharesOf(found), found.reference]).toEqual([
      [
        ['Noord', 1, null, null],
        ['unknown', null, null, null],
      ],
      null,
    ]);
  });

  it.each([
    ['how many are not known is hidden', { Noord: 8, unknown: null }, 42],
    ['it says nothing of what is not known', { Noord: 8 }, 42],
    ['it is known of nobody, though someone was in two categories', { Noord: 2, unknown: 5 }, 5],
    ['the number itself is hidden', { Noord: null, unknown: 10 }, 42],
  ])('are not made when %s', (_, uniques, persons) => {
    const found = withShares(breakdown(uniques), persons, reference);
    expect(sharesOf(found)[0]).toEqual(['Noord', null, 0.5, null]);
  });
});
