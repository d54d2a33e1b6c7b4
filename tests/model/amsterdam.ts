/*
 * Dutch time by plain arithmetic, without a time zone database: so it cannot share a mistake with the portal. Clocks go
 * forward on the last Sunday of March and back on the last one of October, both at 01:00 UTC.
 */
const HOUR = 3_600_000;

function lastSunday(year: number, month: number) {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

function offsetAt(moment: number) {
  const year = new Date(moment).getUTCFullYear();
  return lastSunday(year, 2) <= moment && moment < lastSunday(year, 9) ? 2 * HOUR : HOUR;
}

/** What a Dutch clock shows, as `2027-03-28T03:00`. */
const wallClock = (moment: number) => new Date(moment + offsetAt(moment)).toISOString().slice(0, 16);
export const dateOf = (moment: number) => wallClock(moment).slice(0, 10);

/** The (first) moment at which a Dutch clock shows this. */
export function momentOf(date: string, time: string) {
  const shown = `${date}T${time}`;
  const found = [2 * HOUR, HOUR]
    .map((offset) => Date.parse(`${shown}Z`) - offset)
    .find((it) => wallClock(it) === shown);
  if (found === undefined) throw new Error(`No Dutch clock ever shows ${shown}`);
  return found;
}

export const plusDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 24 * HOUR).toISOString().slice(0, 10);
