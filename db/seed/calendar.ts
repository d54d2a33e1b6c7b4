import { DateTime } from 'luxon';

const zone = 'Europe/Amsterdam';

export const localDay = (moment: Date) => DateTime.fromJSDate(moment, { zone }).startOf('day');
export const day = (date: string) => DateTime.fromISO(date, { zone });

const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
export const dateOf = (moment: Date) => dates.format(moment);

/** The moment of a local date and time, on either side of the change of the clocks. */
export const momentOf = (date: string, time: string) =>
  DateTime.fromISO(`${date}T${time}`, { zone }).toJSDate();

export const isoDate = (moment: DateTime) => moment.toISODate()!;
export const minutesAfter = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);
export const weeksBefore = (moment: Date, weeks: number) =>
  DateTime.fromJSDate(moment, { zone }).minus({ weeks }).toJSDate();
export const earliest = (...moments: Date[]) => new Date(Math.min(...moments.map(Number)));
export const latest = (...moments: Date[]) => new Date(Math.max(...moments.map(Number)));

const FREE_DAYS = ['01-01', '04-27', '05-05', '12-24', '12-25', '12-26', '12-31'];
const isWorkday = (d: DateTime) => d.weekday <= 5 && !FREE_DAYS.includes(d.toFormat('MM-dd'));

function workdayNear(start: DateTime, last: DateTime) {
  let found = start;
  while (!isWorkday(found)) found = found.plus({ days: 1 });
  if (found <= last) return found;
  while (found > last || !isWorkday(found)) found = found.minus({ days: 1 });
  return found;
}

/** `count` working days, evenly over a period of which both ends are included. */
export function spread(from: DateTime, to: DateTime, count: number) {
  const days = to.diff(from, 'days').days;
  const step = count > 1 ? days / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) =>
    isoDate(workdayNear(from.plus({ days: Math.round(i * step) }), to)),
  );
}

/** The working days from this day on, counted from 0: `[0, 1, 1]` is the first, and the second twice. */
export function workdays(from: DateTime, offsets: number[]) {
  const days: DateTime[] = [];
  for (let d = from; days.length <= Math.max(...offsets); d = d.plus({ days: 1 }))
    if (isWorkday(d)) days.push(d);
  return offsets.map((offset) => isoDate(days[offset]!));
}
