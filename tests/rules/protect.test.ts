import { describe, expect, it } from 'vitest';
import { protect } from '../../api/steering/reports/protect.rules.ts';
import {
  breakdown,
  breakdownOf,
  hidden,
  large,
  memberships,
  type Numbers,
  numbersOf,
  report,
} from './breakdown-facts.ts';

describe('within the municipality', () => {
  it('five are shown and four are not, nor the smallest other by which four could be computed', () => {
    const district = breakdown('district', {
      Noord: [6, 6, 6],
      Zuid: [8, 8, 4],
      Oost: [7, 7, 5],
      unknown: [0, 0, 0],
    });
    const shown = protect(report({ breakdowns: [memberships(large, large, large), district] }));
    expect(shown.smallCells).toEqual({ threshold: 5 });
    expect(numbersOf(breakdownOf(shown, 'district'))).toEqual({
      Noord: hidden,
      Zuid: hidden,
      Oost: [7, 7, 5],
      unknown: [0, 0, 0],
    });
    expect([breakdownOf(shown, 'district').hidden, breakdownOf(shown, 'membership').hidden]).toEqual([
      true,
      false,
    ]);
  });

  it.each<[string, Numbers]>([
    ['bookings', [4, 9, 9]],
    ['visits', [9, 4, 9]],
    ['persons', [9, 9, 4]],
  ])('a few %s hide the row', (_, few) => {
    const age = breakdown('age', { '18-25': few, '26-30': large, '31-35': large, unknown: [30, 30, 30] });
    const shown = breakdownOf(
      protect(report({ breakdowns: [memberships(large, large, large), age] })),
      'age',
    );
    expect(Object.values(numbersOf(shown)).map(([one]) => one === null)).toEqual([true, true, false, false]);
  });

  it('a zero is shown in a row of which the rest is hidden', () => {
    const industry = breakdown('industry', { Horeca: [3, 0, 0], Zorg: [2, 0, 0], unknown: [9, 9, 9] });
    const shown = protect(report({ breakdowns: [memberships(large, large, large), industry] }));
    expect(numbersOf(breakdownOf(shown, 'industry'))).toEqual({
      Horeca: [null, 0, 0],
      Zorg: [null, 0, 0],
      unknown: [9, 9, 9],
    });
  });

  it('with nothing to hide behind not even a zero is shown', () => {
    const industry = breakdown('industry', { Horeca: [3, 3, 3], unknown: [0, 0, 0] });
    const shown = breakdownOf(
      protect(report({ breakdowns: [memberships(large, large, large), industry] })),
      'industry',
    );
    expect([numbersOf(shown), shown.hidden]).toEqual([{ Horeca: hidden, unknown: hidden }, true]);
  });

  it.each(['membership', 'district', 'residence', 'industry', 'age'] as const)(
    '%s is of persons, and is protected',
    (dimension) => {
      const few = breakdown(dimension, { member: [2, 2, 2], 'not-member': large, unknown: [30, 30, 30] });
      const all = dimension === 'membership' ? [few] : [memberships(large, large, large), few];
      expect(numbersOf(breakdownOf(protect(report({ breakdowns: all })), dimension))).toMatchObject({
        member: hidden,
      });
    },
  );

  it.each(['organiser', 'topic', 'kind'] as const)('by %s is of sessions, and is shown', (dimension) => {
    const few = breakdown(dimension, { one: [2, 2, 2], other: large });
    const shown = protect(report({ breakdowns: [memberships(large, large, large), few] }));
    expect(breakdownOf(shown, dimension)).toEqual(few);
  });

  it('shares are told of what is shown, beside those of the population', () => {
    const district = breakdown('district', { Noord: large, unknown: [20, 20, 20] });
    const reference = { source: 'CBS', asOf: '2025-01-01', shares: { Noord: 0.5 } };
    const shown = protect(report({ breakdowns: [memberships(large, large, large), district] }), {
      district: reference,
    });
    expect(breakdownOf(shown, 'district').rows[0]).toMatchObject({
      share: 0.5,
      referenceShare: 0.5,
      index: 1,
    });
    expect(breakdownOf(shown, 'membership').reference).toBeNull();
  });
});
