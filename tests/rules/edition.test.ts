import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { plusDays } from '../../api/language/time.ts';
import { nextEdition, proposedQuarters, shiftedQuarters } from '../../api/steering/settings/edition.rules.ts';

const short = (all: { startsOn: string; endsOn: string }[]) =>
  all.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);

describe('the quarters that are proposed', () => {
  it.each([
    [
      'those of Back on Track, from its first and last day',
      '2021-11-19',
      '2022-11-18',
      ['2021-11-19 2022-02-18', '2022-02-19 2022-05-18', '2022-05-19 2022-08-18', '2022-08-19 2022-11-18'],
    ],
    [
      'a rest of more than a month of its own',
      '2027-01-01',
      '2027-05-31',
      ['2027-01-01 2027-03-31', '2027-04-01 2027-05-31'],
    ],
    ['a short rest with the last one', '2027-01-01', '2027-04-20', ['2027-01-01 2027-04-20']],
    ['one for less than three months', '2027-01-01', '2027-01-05', ['2027-01-01 2027-01-05']],
    [
      'from the end of a month',
      '2026-11-30',
      '2027-05-29',
      ['2026-11-30 2027-02-27', '2027-02-28 2027-05-29'],
    ],
  ])('%s', (_, startsOn, endsOn, expected) => {
    expect(short(proposedQuarters({ startsOn, endsOn }))).toEqual(expected);
  });

  it('fill the programme without a gap, whatever its dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 2_500 }), (from, days) => {
        const startsOn = plusDays('2026-01-01', from);
        const endsOn = plusDays(startsOn, days);
        const quarters = proposedQuarters({ startsOn, endsOn });
        expect(quarters[0]!.startsOn).toBe(startsOn);
        expect(quarters.at(-1)!.endsOn).toBe(endsOn);
        quarters
          .slice(1)
          .forEach((quarter, n) => expect(quarter.startsOn).toBe(plusDays(quarters[n]!.endsOn, 1)));
        expect(quarters.every((one) => one.startsOn < one.endsOn)).toBe(true);
        expect(quarters.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('the quarters of a next edition', () => {
  const earlier = proposedQuarters({ startsOn: '2021-11-19', endsOn: '2022-11-18' });
  it('are the same ones, as much later', () => {
    const to = { startsOn: '2026-11-19', endsOn: '2027-11-18' };
    expect(shiftedQuarters(earlier, '2021-11-19', to)).toEqual(proposedQuarters(to));
  });
  it('keep the ends of months', () => {
    const calendar = [
      { startsOn: '2023-01-01', endsOn: '2023-02-28' },
      { startsOn: '2023-03-01', endsOn: '2023-12-31' },
    ];
    const to = { startsOn: '2024-01-01', endsOn: '2024-12-31' };
    expect(short(shiftedQuarters(calendar, '2023-01-01', to))).toEqual([
      '2024-01-01 2024-02-29',
      '2024-03-01 2024-12-31',
    ]);
  });
  it('move by days where the new one begins on another day of the month, and end with it', () => {
    const to = { startsOn: '2022-11-29', endsOn: '2023-03-31' };
    expect(short(shiftedQuarters(earlier, '2021-11-19', to))).toEqual([
      '2022-11-29 2023-02-28',
      '2023-03-01 2023-03-31',
    ]);
  });
});

it.each([
  ['2021-11-19', '2022-11-18', '2022-11-19 2023-11-18'],
  ['2023-01-01', '2023-12-31', '2024-01-01 2024-12-31'],
  ['2026-01-10', '2026-02-01', '2026-02-02 2026-02-24'],
])('the edition after %s until %s is %s', (startsOn, endsOn, next) => {
  expect(short([nextEdition({ startsOn, endsOn })])).toEqual([next]);
});
