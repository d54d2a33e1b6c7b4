import { bookingState } from '../catalogue/rules.ts';
import type { ProblemCode } from '../problem.ts';
import { plusMinutes } from '../time.ts';

export type Status = 'held' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';

/** The whole life of a registration. A place is taken while held, offered or confirmed. */
export const transitions = {
  held: ['confirmed', 'cancelled', 'expired'],
  waitlisted: ['offered', 'cancelled', 'expired'],
  offered: ['confirmed', 'cancelled', 'expired'],
  confirmed: ['cancelled'],
  cancelled: [],
  expired: [],
} as const satisfies Record<Status, readonly Status[]>;

export const takesPlace = (status: Status) =>
  status === 'held' || status === 'offered' || status === 'confirmed';
export const isLive = (status: Status) => takesPlace(status) || status === 'waitlisted';
export const mayBecome = (from: Status, to: Status) => (transitions[from] as readonly Status[]).includes(to);

const HOLD_MINUTES = 30;
const OFFER_MINUTES = 24 * 60;

type BookableSession = Parameters<typeof bookingState>[0];

const refusalOf = {
  cancelled: 'session-cancelled',
  past: 'session-past',
  'not-open': 'booking-not-open',
  closed: 'booking-closed',
} as const satisfies Record<string, ProblemCode>;

/** Where a newcomer ends up: a place, the queue, or the reason why neither. Full is not a refusal. */
export function judgeBooking(
  session: BookableSession,
  waitlistLength: number,
  now: Date,
): { placement: 'place' | 'waitlist' } | { refusal: ProblemCode } {
  const state = bookingState(session, waitlistLength, now);
  if (state === 'open') return { placement: 'place' };
  if (state === 'waitlist') return { placement: 'waitlist' };
  return { refusal: refusalOf[state] };
}

const earliest = (...moments: Date[]) => new Date(Math.min(...moments.map((m) => m.getTime())));

/** Until when an unconfirmed place is kept: thirty minutes, never past the start. */
export const heldUntil = (session: { startsAt: Date }, now: Date) =>
  earliest(plusMinutes(now, HOLD_MINUTES), session.startsAt);

const LONGEST_HOLD_MINUTES = 60;

/** Asking again keeps a place longer, but nobody keeps one for ever without confirming. */
export const longestHold = (since: Date, until: Date) =>
  earliest(until, plusMinutes(since, LONGEST_HOLD_MINUTES));

/** The moment that marks a newcomer's turn: after everyone who is in the queue, whatever clock they came by. */
export const nextInQueue = (last: Date | null, now: Date) =>
  last && last >= now ? new Date(last.getTime() + 1) : now;

/** Until when a freed place is kept for the first in the queue: a day, at most half of the time left to the start. */
export function offeredUntil(session: { startsAt: Date }, now: Date) {
  const half = new Date(now.getTime() + (session.startsAt.getTime() - now.getTime()) / 2);
  return earliest(plusMinutes(now, OFFER_MINUTES), half);
}

/** How many of the queue can be offered a place now. Nobody is offered a place in a session that has begun. */
export function offersDue(
  session: { status: string; startsAt: Date; capacity: number; seatsTaken: number },
  waitlistLength: number,
  now: Date,
) {
  if (session.status !== 'scheduled' || session.startsAt <= now) return 0;
  return Math.max(0, Math.min(session.capacity - session.seatsTaken, waitlistLength));
}

export const mayCancel = (
  registration: { status: Status; attendance: string | null },
  session: { startsAt: Date },
  now: Date,
) => isLive(registration.status) && registration.attendance === null && now < session.startsAt;
