import { dayOfWeek, isoDate, plusDays } from './time.ts';

/** Easter Sunday in the Gregorian calendar (the method of Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return isoDate(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** The days on which no term can end (Algemene termijnenwet art. 3), as `2026-04-06`, from 2014 on. */
export function dutchHolidays(year: number): Set<string> {
  const sunday = easter(year);
  const kingsDay = `${year}-04-27`;
  return new Set([
    `${year}-01-01`,
    ...[-2, 1, 39, 50].map((days) => plusDays(sunday, days)),
    isSunday(kingsDay) ? `${year}-04-26` : kingsDay,
    `${year}-05-05`,
    `${year}-12-25`,
    `${year}-12-26`,
  ]);
}

const isSunday = (date: string) => dayOfWeek(date) === 0;

export const isWorkingDay = (date: string) =>
  dayOfWeek(date) % 6 !== 0 && !dutchHolidays(Number(date.slice(0, 4))).has(date);

/** The date that is so many working days after a date, which itself is not counted. */
export function plusWorkingDays(date: string, days: number): string {
  let at = date;
  for (let left = days; left > 0;) {
    at = plusDays(at, 1);
    if (isWorkingDay(at)) left--;
  }
  return at;
}
