import { describe, expect, it } from 'vitest';
import {
  atHour,
  daysUntil,
  endOfDate,
  isoWeek,
  localDate,
  localTime,
  onTheClock,
  plusMonths,
  startOfDate,
  weekOf,
  withOffset,
  within,
} from '../../api/language/time.ts';

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

describe('moments in Amsterdam', () => {
  it('the date changes at midnight, also for who asks again in the minute before', () => {
    const at = (time: string) => localDate(new Date(time));
    expect(at('2026-11-23T22:59:00Z')).toBe('2026-11-23');
    expect(at('2026-11-23T22:59:59.999Z')).toBe('2026-11-23');
    expect(at('2026-11-23T23:00:00Z')).toBe('2026-11-24');
  });

  it('the clock jumps at the very moment, also for who asks again in the minute before', () => {
    const at = (time: string) => localTime(new Date(`2027-03-28T${time}Z`));
    expect([at('00:59:00'), at('00:59:59.999'), at('01:00:00'), at('01:00:59')]).toEqual([
      '01:59',
      '01:59',
      '03:00',
      '03:00',
    ]);
  });

  it.each([
    ['a moment, to the thousandth', new Date('2026-11-23T22:59:59.999Z'), '2026-11-23T23:59:59.999Z'],
    ['a text with its offset', '2026-07-01T12:00:00+03:00', '2026-07-01T11:00:00.000Z'],
    ['a date, which is the start of that day', '2026-07-01', '2026-07-01T00:00:00.000Z'],
  ])('the clock tells of %s', (_, moment, expected) =>
    expect(onTheClock(moment).toISOString()).toBe(expected),
  );

  it('machines read the offset of the day with it', () => {
    expect(withOffset('2027-01-14T18:30:00.000Z')).toBe('2027-01-14T19:30:00+01:00');
    expect(withOffset('2027-07-14T18:30:00Z')).toBe('2027-07-14T20:30:00+02:00');
  });

  it('a week runs from Monday until Sunday', () => {
    const week = { year: 2026, number: 48, monday: '2026-11-23', sunday: '2026-11-29' };
    expect([weekOf('2026-11-23'), weekOf('2026-11-29')]).toEqual([week, week]);
    expect(weekOf('2026-11-30').number).toBe(49);
  });

  it('a date is remembered for its own minute only', () => {
    const minutes = Array.from({ length: 1_002 }, (_, n) => new Date(Date.UTC(2027, 0, 1, 12, n)));
    const dates = minutes.map(localDate);
    expect(minutes.map(localDate)).toEqual(dates);
    expect([dates[0], dates[659], dates[660]]).toEqual(['2027-01-01', '2027-01-01', '2027-01-02']);
  });

  it.each([
    ['2026-11-23T00:00:00+01:00', '2026-11-23T23:59:59+01:00', 0],
    ['2026-11-23T23:59:59+01:00', '2026-11-24T00:00:00+01:00', 1],
    ['2026-03-28T12:00:00+01:00', '2026-03-30T00:00:00+02:00', 2],
    ['2026-10-24T12:00:00+02:00', '2026-10-26T23:00:00+01:00', 2],
    ['2026-11-24T00:00:00+01:00', '2026-11-23T23:59:59+01:00', -1],
  ])('between %s and %s lie %i midnights', (from, until, days) =>
    expect(daysUntil(new Date(from), new Date(until))).toBe(days),
  );

  it('an hour of a day is a whole hour, on the clock of that day', () => {
    const moment = new Date('2026-03-28T17:45:12.345+01:00');
    expect(atHour(moment, 1, 10).toISOString()).toBe('2026-03-29T08:00:00.000Z');
    expect(atHour(moment, -1, 0).toISOString()).toBe('2026-03-26T23:00:00.000Z');
  });

  it.each([
    ['2027-01-03T23:59:59+01:00', '2026-W53'],
    ['2027-01-04T00:00:00+01:00', '2027-W01'],
  ])('%s is in week %s', (moment, week) => expect(isoWeek(new Date(moment))).toBe(week));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-10', 1, '2027-01-10'],
    ['2026-03-31', -12, '2025-03-31'],
  ])('%s and %i months is %s', (date, months, expected) => expect(plusMonths(date, months)).toBe(expected));
});
