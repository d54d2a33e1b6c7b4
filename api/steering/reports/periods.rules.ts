import { plusDays, plusMonths } from '../../language/time.ts';

/** What a report is about; both dates are included. `key` is `q1` for a quarter of the programme, `2026-q4` for one of the calendar. */
export type Period = {
  kind: 'programme' | 'calendar';
  key: string;
  ordinal: number | null;
  startsOn: string;
  endsOn: string;
};

export const programmeQuarter = (quarter: { ordinal: number; startsOn: string; endsOn: string }): Period => ({
  kind: 'programme',
  key: `q${quarter.ordinal}`,
  ordinal: quarter.ordinal,
  startsOn: quarter.startsOn,
  endsOn: quarter.endsOn,
});

/** From `2026-q4`: 1 October until 31 December 2026. */
export function calendarQuarter(key: string): Period {
  const [year, quarter] = key.split('-q').map(Number) as [number, number];
  const startsOn = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
  return { kind: 'calendar', key, ordinal: null, startsOn, endsOn: plusDays(plusMonths(startsOn, 3), -1) };
}

const keyOf = (date: string) => `${date.slice(0, 4)}-q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** The calendar quarters that a time from one date until another touches, in order. */
export function calendarQuarters(from: string, until: string): Period[] {
  const last = calendarQuarter(keyOf(until));
  const found: Period[] = [];
  for (let one = calendarQuarter(keyOf(from)); one.startsOn <= last.startsOn;) {
    found.push(one);
    one = calendarQuarter(keyOf(plusDays(one.endsOn, 1)));
  }
  return found;
}
