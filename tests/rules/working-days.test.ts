import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { plusDays, plusMonths } from '../../api/language/time.ts';
import { dutchHolidays, easter, isWorkingDay, plusWorkingDays } from '../../api/language/working-days.ts';

const date = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('dates', () => {
  it('are moved as luxon moves them', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -400, max: 400 }), (from, n) => {
        expect(plusMonths(from, n)).toBe(DateTime.fromISO(from).plus({ months: n }).toISODate());
        expect(plusDays(from, n)).toBe(DateTime.fromISO(from, { zone: 'utc' }).plus({ days: n }).toISODate());
      }),
    );
  });
});

describe('Dutch holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2008, '2008-03-23'],
    [1954, '1954-04-18'],
  ])('Easter of %i is %s', (year, sunday) => expect(easter(year)).toBe(sunday));

  /** The older method for the same day, as Butcher gave it in 1876. */
  function easterOf1876(year: number) {
    const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
    const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
    const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
    const days = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
    return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)).toISOString().slice(0, 10);
  }

  it('Easter is the same by the method of 1876, for six thousand years', () => {
    const years = Array.from({ length: 6_000 }, (_, n) => 1_600 + n);
    expect(years.map(easter)).toEqual(years.map(easterOf1876));
  });

  it('of 2026', () => {
    expect([...dutchHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('the day of the King is a Saturday when the 27th is a Sunday', () => {
    expect(dutchHolidays(2025).has('2025-04-26')).toBe(true);
    expect(dutchHolidays(2025).has('2025-04-27')).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-24', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-05-14', false],
    ['2026-05-15', true],
  ])('%s: %s', (day, working) => expect(isWorkingDay(day)).toBe(working));

  it('count exactly so many, and end on one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const end = plusWorkingDays(from, days);
        let counted = 0;
        for (let at = plusDays(from, 1); at <= end; at = plusDays(at, 1)) if (isWorkingDay(at)) counted++;
        expect([counted, isWorkingDay(end)]).toEqual([days, true]);
      }),
    );
    expect(plusWorkingDays('2026-11-24', 0)).toBe('2026-11-24');
  });
});
