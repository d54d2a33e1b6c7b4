import { DateTime } from 'luxon';

/** The zone in which every deadline, date and quarter is judged. */
const ZONE = 'Europe/Amsterdam';

const local = (moment: Date) => DateTime.fromJSDate(moment, { zone: ZONE });

/** The local calendar date of a moment, as `2026-11-23`. */
export const localDate = (moment: Date) => local(moment).toISODate()!;

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
