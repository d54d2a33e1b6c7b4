import { DateTime } from 'luxon';

/** The zone in which every deadline, date and quarter is judged. */
const ZONE = 'Europe/Amsterdam';

const local = (moment: Date) => DateTime.fromJSDate(moment, { zone: ZONE });

const dates = new Map<number, string>();
const REMEMBERED = 1_000;

/** The local calendar date of a moment, as `2026-11-23`. The same for a whole minute, so it is remembered for a while. */
export function localDate(moment: Date): string {
  const minute = Math.floor(moment.getTime() / 60_000);
  const known = dates.get(minute);
  if (known) return known;
  if (dates.size >= REMEMBERED) dates.clear();
  const date = local(moment).toISODate()!;
  dates.set(minute, date);
  return date;
}

/** The moment at which a local calendar date begins. */
export const startOfDate = (date: string) => DateTime.fromISO(date, { zone: ZONE }).startOf('day').toJSDate();

/** The first moment after a local calendar date. */
export const endOfDate = (date: string) =>
  DateTime.fromISO(date, { zone: ZONE }).plus({ days: 1 }).startOf('day').toJSDate();

export const plusMinutes = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

export const earliest = (...moments: Date[]) => new Date(Math.min(...moments.map(Number)));

/** Whether a local date lies in a period of which both ends are included. */
export const within = (date: string, period: { startsOn: string; endsOn: string }) =>
  period.startsOn <= date && date <= period.endsOn;

const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The same day so many months later or earlier; the last day of the month where that day does not exist. */
export function plusMonths(date: string, months: number): string {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return iso(year, month, Math.min(Number(date.slice(8, 10)), last));
}

export function plusDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Easter Sunday in the Gregorian calendar (the method of Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return iso(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
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

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const isSunday = (date: string) => weekday(date) === 0;

export const isWorkingDay = (date: string) =>
  weekday(date) % 6 !== 0 && !dutchHolidays(Number(date.slice(0, 4))).has(date);

/** The date that is so many working days after a date, which itself is not counted. */
export function plusWorkingDays(date: string, days: number): string {
  let at = date;
  for (let left = days; left > 0;) {
    at = plusDays(at, 1);
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** The same time on the clock, so many local days earlier: also when the clocks change in between. */
export const daysBefore = (moment: Date, days: number) => local(moment).minus({ days }).toJSDate();

/** How many midnights lie between two moments. */
export const daysUntil = (now: Date, moment: Date) =>
  Math.round(local(moment).startOf('day').diff(local(now).startOf('day'), 'days').days);

/** A whole hour on the local day that lies so many days after that of `moment`. */
export const atHour = (moment: Date, days: number, hour: number) =>
  local(moment).plus({ days }).startOf('day').set({ hour }).toJSDate();

/** 1 is Monday. */
export const weekdayOf = (moment: Date) => local(moment).weekday;
export const hourOf = (moment: Date) => local(moment).hour;

/** The ISO week in which a moment lies on the local calendar, as `2026-W53`. */
export const isoWeek = (moment: Date) => local(moment).toFormat("kkkk-'W'WW");
