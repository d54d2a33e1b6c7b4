import { bookingState } from '../../offer/catalogue/rules.ts';
import type { FieldCode, ProblemCode } from '../../http/problem.ts';
import { earliest, plusMinutes } from '../../language/time.ts';

export type Status = 'held' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';

/** The whole life of a registration. A place is taken while held, offered or confirmed. */
export const transitions = {
  held: ['confirmed', 'waitlisted', 'cancelled', 'expired'],
  waitlisted: ['offered', 'cancelled', 'expired'],
  offered: ['confirmed', 'cancelled', 'expired'],
  confirmed: ['cancelled'],
  cancelled: [],
  expired: [],
} as const satisfies Record<Status, readonly Status[]>;

/** What someone has at most one of in a session. */
export const liveStatuses = ['held', 'confirmed', 'waitlisted', 'offered'] as const satisfies Status[];

export const takesPlace = (status: Status) =>
  status === 'held' || status === 'offered' || status === 'confirmed';
export const isLive = (status: Status) => (liveStatuses as readonly Status[]).includes(status);

type Timed = { status: Status; expiresAt: Date | null };

/** Asked for with an address that is not proved yet. Such a registration binds nobody, and ends by itself within minutes. */
export const isUnproved = ({ status, expiresAt }: Timed) =>
  status === 'held' || (status === 'waitlisted' && expiresAt !== null);

/** A hold or offer whose time is up has ended, also before anyone wrote that down. */
export const statusAt = (one: Timed, now: Date): Status =>
  one.expiresAt !== null && one.expiresAt <= now ? 'expired' : one.status;

export const mayBecome = (from: Status, to: Status) => (transitions[from] as readonly Status[]).includes(to);

/** How many places of a session are taken, or given back below zero. Who was written down at the door takes none. */
export const seatsBetween = (
  places: readonly { status: Status; source: 'booking' | 'walkIn' }[],
  to: Status,
): number =>
  places
    .filter(({ source }) => source === 'booking')
    .reduce((sum, { status }) => sum + Number(takesPlace(to)) - Number(takesPlace(status)), 0);

const HOLD_MINUTES = 30;
const OFFER_MINUTES = 24 * 60;

type BookableSession = Parameters<typeof bookingState>[0] & { placesPerBusiness: number | null };
/** The queue before a newcomer, and the live registrations with the newcomer's KVK number; 0 when it is not known. */
type Others = { waiting: number; ofBusiness: number };

const refusalOf = {
  cancelled: 'session-cancelled',
  past: 'session-past',
  'not-open': 'booking-not-open',
  closed: 'booking-closed',
  full: 'session-full',
} as const satisfies Record<string, ProblemCode>;

/** Where a newcomer ends up: a place, the queue, or the reason why neither. Full is no refusal where there is a queue. */
export function judgeBooking(
  session: BookableSession,
  { waiting, ofBusiness }: Others,
  now: Date,
): { placement: 'place' | 'waitlist' } | { refusal: ProblemCode } {
  const state = bookingState(session, waiting, now);
  if (state !== 'open' && state !== 'waitlist') return { refusal: refusalOf[state] };
  if (session.placesPerBusiness !== null && ofBusiness >= session.placesPerBusiness) {
    return { refusal: 'business-has-place' };
  }
  return { placement: state === 'open' ? 'place' : 'waitlist' };
}

/**
 * Why nobody can wait for this session besides another one of the module, or null when one can. A place that is free is
 * no reason to wait.
 */
export function judgeWaiting(
  session: BookableSession & { moduleId: string },
  moduleId: string,
  waiting: number,
  now: Date,
): FieldCode | null {
  if (session.moduleId !== moduleId) return 'other-module';
  const state = bookingState(session, waiting, now);
  if (state === 'waitlist') return null;
  return state === 'open' ? 'place-free' : state === 'full' ? 'no-waitlist' : 'not-bookable';
}

/** What becomes of a newcomer. `position` is the place in the queue, from 1; `expiresAt` is null for who is proved. */
export type Turn = {
  status: 'held' | 'confirmed' | 'waitlisted';
  expiresAt: Date | null;
  waitlistedAt: Date | null;
  position: number | null;
};

/** Judges newcomers one after another: what one gets, the next does not. */
export function judgeInTurn(
  session: BookableSession,
  queue: { waitlistLength: number; unproved: number; passedBy: number; lastWaitlistedAt: Date | null },
  newcomers: { proved: boolean; ofBusiness: number; keptOut?: boolean }[],
  now: Date,
): (Turn | { refusal: ProblemCode })[] {
  let { seatsTaken } = session;
  let { waitlistLength: waiting, unproved, passedBy, lastWaitlistedAt: last } = queue;
  return newcomers.map(({ proved, ofBusiness, keptOut = false }) => {
    // Who may not have what is left sees a full session; who was passed by for it does not stand in the way of others.
    const seen = { ...session, seatsTaken: keptOut ? session.capacity : seatsTaken };
    const judged = judgeBooking(seen, { waiting: waiting - passedBy, ofBusiness }, now);
    if ('refusal' in judged) {
      return keptOut && judged.refusal === 'session-full' ? { refusal: 'places-reserved' } : judged;
    }
    const expiresAt = proved ? null : heldUntil(session, now);
    if (judged.placement === 'waitlist') {
      if (proved) waiting += 1;
      else unproved += 1;
      if (keptOut) passedBy += 1;
      last = nextInQueue(last, now);
      return { status: 'waitlisted', expiresAt, waitlistedAt: last, position: waiting + unproved };
    }
    seatsTaken += 1;
    return { status: proved ? 'confirmed' : 'held', expiresAt, waitlistedAt: null, position: null };
  });
}

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
  // Up to the millisecond after, or an offer in the last one before the start would be over when it is made.
  const half = new Date(now.getTime() + Math.ceil((session.startsAt.getTime() - now.getTime()) / 2));
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

type CancellableRegistration = { status: Status; attendance: string | null };
type CancellableSession = { startsAt: Date; cancellationDeadlineMinutes: number };

/** Until when the participant can cancel. The deadline is for certain places: nobody has to stay in a queue. */
export function cancellableUntil(registration: CancellableRegistration, session: CancellableSession) {
  if (!isLive(registration.status) || registration.attendance !== null) return null;
  if (registration.status !== 'confirmed') return session.startsAt;
  return plusMinutes(session.startsAt, -session.cancellationDeadlineMinutes);
}

export function mayCancel(registration: CancellableRegistration, session: CancellableSession, now: Date) {
  const until = cancellableUntil(registration, session);
  return until !== null && now < until;
}

const mayLeaveBySwap = (status: Status) => status === 'held' || status === 'confirmed';

/** Whether a place can be given up for one on another date: a certain place only as long as it can be cancelled. */
export const maySwap = (registration: CancellableRegistration, session: CancellableSession, now: Date) =>
  mayLeaveBySwap(registration.status) && mayCancel(registration, session, now);

/** Why a place cannot move to another session, or null when it can. The old place stays unless the new one is certain. */
export function judgeSwap(
  registration: CancellableRegistration,
  from: CancellableSession & { moduleId: string },
  to: BookableSession & { moduleId: string },
  others: Others,
  now: Date,
): ProblemCode | null {
  if (!isLive(registration.status)) return 'registration-ended';
  if (!mayLeaveBySwap(registration.status)) return 'swap-needs-place';
  if (!mayCancel(registration, from, now)) return 'too-late-to-cancel';
  if (from.moduleId !== to.moduleId) return 'other-module';
  const judged = judgeBooking(to, others, now);
  if ('refusal' in judged) return judged.refusal;
  return judged.placement === 'place' ? null : 'session-full';
}

/** What the registration must add to the new session's sequence, so that calendars see a later version of one appointment. */
export const sequenceAfterSwap = (registration: { sequence: number }, from: { sequence: number }) =>
  registration.sequence + from.sequence + 1;
