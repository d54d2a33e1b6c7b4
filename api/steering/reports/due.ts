import { atHour, localDate, plusDays, weekdayOf } from '../../language/time.ts';
import { calendarQuarters, type Period, programmeQuarter } from './periods.rules.ts';
import type { SnapshotMoment } from './take-snapshot.ts';

/** So many days after a period its report still changes: presence is marked late. */
const CHANGES_FOR = 28;
/** So many days after a period its end is still kept, when it was missed. */
const MISSED_FOR = 92;

type Programme = {
  startsOn: string;
  endsOn: string;
  quarters: { ordinal: number; startsOn: string; endsOn: string }[];
};

/** The quarters of a programme and those of the calendar that it touches. */
export const periodsOf = ({ startsOn, endsOn, quarters }: Programme): Period[] => [
  ...quarters.map(programmeQuarter),
  ...calendarQuarters(startsOn, endsOn),
];

/**
 * The snapshots of a programme that should have been taken by now, of which some may be there already: one in the week,
 * from Monday 03.00 on, of each period that runs or ended lately, and one of each that is over.
 */
export function dueSnapshots(programme: Programme, week: string, now: Date) {
  const today = localDate(now);
  const weekly = now >= mondayAt3(now);
  return periodsOf(programme).flatMap((period) => {
    const due: SnapshotMoment[] = [];
    if (weekly && period.startsOn <= today && today <= plusDays(period.endsOn, CHANGES_FOR))
      due.push(week as SnapshotMoment);
    if (period.endsOn < today && today <= plusDays(period.endsOn, MISSED_FOR)) due.push('end');
    return due.map((moment) => ({ period, moment }));
  });
}

const mondayAt3 = (now: Date) => atHour(now, 1 - weekdayOf(now), 3);
