import { describe, expect, it } from 'vitest';
import { endOfDate, localDate, startOfDate, within } from '../../api/language/time.ts';

describe('days in Amsterdam', () => {
  it('1 January 00:30 local is still the old year in UTC', () => {
    expect(localDate(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-11-23', 24],
  ])('%s has %i hours', (date, hours) => {
    expect(endOfDate(date).getTime() - startOfDate(date).getTime()).toBe(hours * 3_600_000);
  });

  it('counts both ends of a period in', () => {
    const quarter = { startsOn: '2021-11-19', endsOn: '2022-02-18' };
    expect(
      ['2021-11-18', '2021-11-19', '2022-02-18', '2022-02-19'].map((date) => within(date, quarter)),
    ).toEqual([false, true, true, false]);
  });
});
