import { DateTime, IANAZone } from 'luxon';

/** The zone in which every deadline, date and quarter is judged. */
export const ZONE = 'Europe/Amsterdam';
/** A moment as code has it, or as the API speaks of it: with its offset. A bare date is the start of that local day. */
export type Moment = Date | string;

/** A moment on the local calendar of Luxon. */
export const local = (moment: Date) => DateTime.fromJSDate(moment, { zone: ZONE });

const zone = IANAZone.create(ZONE);
const offsets = new Map<number, number>();
const REMEMBERED = 10_000;

/** Milliseconds from UTC to the local clock. The same for a whole minute, so it is remembered for a while. */
function offsetAt(time: number): number {
  const minute = Math.floor(time / 60_000);
  const known = offsets.get(minute);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED) offsets.clear();
  const offset = zone.offset(time) * 60_000;
  offsets.set(minute, offset);
  return offset;
}

/** The local date and time of a moment, as a date whose UTC fields tell them. */
export function onTheClock(moment: Moment): Date {
  if (typeof moment === 'string' && moment.length === 'yyyy-mm-dd'.length)
    return new Date(`${moment}T00:00Z`);
  const time = typeof moment === 'string' ? Date.parse(moment) : moment.getTime();
  return new Date(time + offsetAt(time));
}

/** The local calendar date of a moment, as `2026-11-23`. */
export const localDate = (moment: Moment) => onTheClock(moment).toISOString().slice(0, 10);

/** The time on the local clock, as a form holds it: 19:30. */
export const localTime = (moment: Moment) => onTheClock(moment).toISOString().slice(11, 16);

/** A moment as machines read it, with the local offset: 2027-01-14T19:30:00+01:00. */
export const withOffset = (moment: string) =>
  DateTime.fromISO(moment, { zone: ZONE }).toISO({ suppressMilliseconds: true })!;

/** A date as `2021-09-13` or `13-09-2021`, also with slashes or dots and without zeros; null when it is none. */
export function parseDate(text: string): string | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const dutchDate = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim());
  const [year, month, day] = found
    ? [found[1]!, found[2]!, found[3]!]
    : dutchDate
      ? [dutchDate[3]!, dutchDate[2]!, dutchDate[1]!]
      : [];
  if (!year || year < '1900' || year >= '3000') return null;
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const made = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(made.getTime()) || made.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** The moment of a local date and a time on the clock, `19:30` or `19.30`; null when they are none. */
export function momentOf(date: string, time: string): string | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim()) ?? [];
  const moment = DateTime.fromISO(`${date.trim()}T${hour?.padStart(2, '0')}:${minute}`, { zone: ZONE });
  return moment.isValid ? moment.toJSDate().toISOString() : null;
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

export const isoDate = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The same day so many months later or earlier; the last day of the month where that day does not exist. */
export function plusMonths(date: string, months: number): string {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isoDate(year, month, Math.min(Number(date.slice(8, 10)), last));
}

export function plusDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export const dayOfWeek = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

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

const DAYS_A_WEEK = 7;

/** The ISO week in which a local date lies: its year and number, and its Monday and Sunday. */
export function weekOf(date: string) {
  const monday = plusDays(date, -((dayOfWeek(date) + 6) % DAYS_A_WEEK));
  const thursday = plusDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  const days = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return { year, number: 1 + Math.floor(days / DAYS_A_WEEK), monday, sunday: plusDays(monday, 6) };
}

/** The ISO week in which a moment lies on the local calendar, as `2026-W53`. */
export function isoWeek(moment: Moment): string {
  const { year, number } = weekOf(localDate(moment));
  return `${year}-W${String(number).padStart(2, '0')}`;
}
