import { isUnproved, type Registration, type Session } from './world.ts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * The rules as the model has them, written anew and not taken from the product. A negative control changes one of them,
 * and then the product must be found to differ.
 */
export const rules = {
  /** A place that the queue waits for is not free. */
  placesFree: (capacity: number, taken: number, waiting: number) => capacity - taken - waiting,
  /** Who did not prove the address is offered nothing, and nobody waits behind them. */
  binds: (one: Registration) => !isUnproved(one),
  hasLapsed: (one: Registration, now: number) => one.expiresAt !== null && one.expiresAt <= now,
  heldUntil: (session: Session, since: number, now: number) =>
    Math.min(now + 30 * MINUTE, since + HOUR, session.startsAt),
  /** Who asks with an address proves it before then, or what was asked ends. */
  provedWithin: (session: Session, now: number) => Math.min(now + 30 * MINUTE, session.startsAt),
  /** Why a place cannot be confirmed that no waiting helps: it is given back. */
  forGood: ['business-has-place', 'already-registered'],
  offeredUntil: (session: Session, now: number) =>
    Math.min(now + DAY, now + Math.ceil((session.startsAt - now) / 2)),
  bookingEnds: (session: Session) => Math.min(session.closesAt, session.startsAt - session.notice),
  /** The deadline is for certain places: nobody has to stay in a queue. */
  leavableUntil: (one: Registration, session: Session) =>
    session.startsAt - (one.status === 'confirmed' ? session.deadline : 0),
  /** Who is next, of a queue in the order of asking. */
  next: (queue: Registration[]) => queue[0],
  /** What someone gives up is offered at once. */
  offersFreed: true,
  /** Certain places of one KVK number. */
  ofBusiness: (all: Registration[], kvkNumber: string | null) =>
    kvkNumber === null
      ? 0
      : all.filter((one) => one.status === 'confirmed' && one.kvkNumber === kvkNumber).length,
  lowestCapacity: (taken: number) => taken,
  keepsAnswers: DAY,
  mailsPerQuarterOfAnHour: 10,
  triesPerLetter: 5,
  triesPerHour: 10,
};
export type Rules = typeof rules;
