import { describe, expect, it } from 'vitest';
import { reportOf } from './report-facts.ts';

describe('the days from booking to session', () => {
  const leadOf = (...lead: [days: number, cases: number][]) => {
    const { cases, meanDays, medianDays } = reportOf([], {
      lead: lead.map(([days, of]) => ({ days, cases: of })),
    }).leadTime;
    return [cases, meanDays, medianDays];
  };

  it.each<[string, [days: number, cases: number][], (number | null)[]]>([
    ['of fewer than ten no average', [[3, 9]], [9, null, null]],
    ['ten have one', [[3, 10]], [10, 3, 3]],
    [
      'of an even number the median lies between the middle two',
      [
        [9, 5],
        [2, 5],
      ],
      [10, 5.5, 5.5],
    ],
    [
      'of an odd number it is the middle one',
      [
        [20, 5],
        [1, 6],
      ],
      [11, 106 / 11, 1],
    ],
    [
      'one more on the other side',
      [
        [20, 6],
        [1, 5],
      ],
      [11, 125 / 11, 20],
    ],
    [
      'one far away moves the mean and not the median',
      [
        [82, 2],
        [1, 4],
        [3, 4],
      ],
      [10, 18, 3],
    ],
  ])('%s', (_, lead, expected) => expect(leadOf(...lead)).toEqual(expected));
});
