import {
  atHour,
  daysBefore,
  earliest,
  hourOf,
  localDate,
  plusMinutes,
  weekdayOf,
} from '../../language/time.ts';

export type Reminder = 'week' | 'day' | 'hours';
type Kind = 'coaching' | 'knowledge' | 'workshop' | 'inspiration' | 'network' | 'oneOnOne';

/** Where someone waits for you alone, you hear of it on the day itself too. */
export const remindersOf = {
  coaching: ['week', 'day', 'hours'],
  oneOnOne: ['week', 'day', 'hours'],
  workshop: ['week', 'day'],
  knowledge: ['week', 'day'],
  inspiration: ['week', 'day'],
  network: ['day'],
} as const satisfies Record<Kind, readonly Reminder[]>;

const HOUR = 60;
const DAY = 24 * HOUR;
const HOURS_AHEAD = 2 * HOUR;
/** A reminder that could not go out in time, as in an outage, is left out after this. */
const GRACE = 6 * HOUR;
/** The clocks change by an hour. */
const CLOCK_CHANGE = HOUR;

function dueAt(reminder: Reminder, startsAt: Date) {
  if (reminder === 'hours') return plusMinutes(startsAt, -HOURS_AHEAD);
  return daysBefore(startsAt, reminder === 'week' ? 7 : 1);
}

/** The reminder that is due now, if any. Who booked after its moment knows the date already. */
export function reminderDue(
  { kind, startsAt, confirmedAt }: { kind: Kind; startsAt: Date; confirmedAt: Date },
  now: Date,
): Reminder | null {
  const isDue = (reminder: Reminder) => {
    const due = dueAt(reminder, startsAt);
    return confirmedAt < due && due <= now && now < earliest(plusMinutes(due, GRACE), startsAt);
  };
  return remindersOf[kind].find(isDue) ?? null;
}

/** Between which moments sessions start of which a reminder may be due now: a little wider than the rule itself. */
export const reminderWindows = (now: Date) =>
  [0, DAY, 7 * DAY].map((ahead) => ({
    from: plusMinutes(now, Math.max(0, ahead - GRACE - CLOCK_CHANGE)),
    until: plusMinutes(now, ahead === 0 ? HOURS_AHEAD : ahead + CLOCK_CHANGE),
  }));

const THANKS_HOUR = 10;
const THANKS_DAYS = 7;

/** Thanks go out the next morning; organisers may mark who came until a week later. */
export function isThanksDue(endsAt: Date, now: Date) {
  return atHour(endsAt, 1, THANKS_HOUR) <= now && now < atHour(endsAt, 1 + THANKS_DAYS, THANKS_HOUR);
}

const MONDAY = 1;
const DIGEST_HOURS = { from: 7, until: 13 };

/** The Monday of which the overview is due, as a local date; null at any other time than that morning. */
export function digestDue(now: Date) {
  const hour = hourOf(now);
  const isTime = weekdayOf(now) === MONDAY && DIGEST_HOURS.from <= hour && hour < DIGEST_HOURS.until;
  return isTime ? localDate(now) : null;
}

type Registration = { status: string; attendance: string | null };
type Session = { status: string; startsAt: Date; endsAt: Date };

/** Whether it is still right to send, when its turn comes: the mail may have waited, and minds change. */
export function noticeStillTrue(
  job: { kind: 'reminder'; startsAt: string } | { kind: 'thanks' } | { kind: 'offerExpired' },
  { registration, session, reminders }: { registration: Registration; session: Session; reminders: boolean },
  now: Date,
) {
  if (session.status !== 'scheduled') return false;
  const comes = registration.status === 'confirmed';
  if (job.kind === 'offerExpired') return registration.status === 'expired' && now < session.startsAt;
  if (!reminders || !comes) return false;
  if (job.kind === 'thanks') return registration.attendance === 'present' && session.endsAt <= now;
  return now < session.startsAt && session.startsAt.toISOString() === job.startsAt;
}
