import { MINUTE, type Rules } from './rules.ts';
import { type Answer, at, queue, type Registration, taken, type World } from './world.ts';

export class Refused extends Error {
  readonly answer: Answer;
  constructor(refusal: string, more: { taken?: number } = {}) {
    super(refusal);
    this.answer = { refusal, ...more };
  }
}
export const refuse = (...why: ConstructorParameters<typeof Refused>): never => {
  throw new Refused(...why);
};
/** What the verbs of the model have in common. */
export class Places {
  readonly rules: Rules;
  readonly world: World;
  constructor(rules: Rules, world: World) {
    this.rules = rules;
    this.world = world;
  }

  /** Places whose time is up come free. */
  lapse(session: number) {
    for (const one of at(this.world, session)) {
      if (!this.rules.hasLapsed(one, this.world.now)) continue;
      Object.assign(one, { status: 'expired', expiresAt: null });
    }
  }

  /** What is free is offered to who is first in the queue. */
  offer(n: number) {
    const { world, rules } = this;
    const session = world.sessions[n]!;
    if (session.status !== 'scheduled' || session.startsAt <= world.now) return;
    while (taken(world, n) < session.capacity) {
      const first = rules.next(queue(world, n));
      if (!first) return;
      Object.assign(first, { status: 'offered', expiresAt: rules.offeredUntil(session, world.now) });
      this.write(first, first.expiresAt!);
    }
  }

  settle(session: number) {
    this.lapse(session);
    this.offer(session);
  }

  makeCertain(one: Registration) {
    const { world, rules } = this;
    const session = world.sessions[one.session]!;
    const mayBe = one.status === 'held' || one.status === 'offered';
    if (!mayBe || session.status === 'cancelled' || session.startsAt <= world.now) refuse('place-lapsed');
    const others = rules.ofBusiness(at(world, one.session), one.kvkNumber);
    if (session.perBusiness !== null && others >= session.perBusiness) refuse('business-has-place');
    Object.assign(one, { status: 'confirmed', expiresAt: null });
  }

  /** Whether a newcomer has a place (true) or a turn in the queue (false). `own` places do not stand in the way. */
  judge(n: number, own: number, kvkNumber: string | null) {
    const { world, rules } = this;
    const session = world.sessions[n]!;
    if (session.status === 'cancelled') refuse('session-cancelled');
    if (session.startsAt <= world.now) refuse('session-past');
    if (world.now < session.opensAt) refuse('booking-not-open');
    if (rules.bookingEnds(session) <= world.now) refuse('booking-closed');
    const free = rules.placesFree(session.capacity, taken(world, n) - own, queue(world, n).length) > 0;
    if (!free && !session.hasWaitlist) refuse('session-full');
    const others = rules.ofBusiness(at(world, n), kvkNumber);
    if (session.perBusiness !== null && others >= session.perBusiness) refuse('business-has-place');
    return free;
  }

  mayLeave(one: Registration) {
    return this.world.now < this.rules.leavableUntil(one, this.world.sessions[one.session]!);
  }

  limit(person: number) {
    const { letters, now } = this.world;
    const recent = letters.filter((one) => one.person === person && one.at > now - 15 * MINUTE);
    if (recent.length >= this.rules.mailsPerQuarterOfAnHour) refuse('too-many-attempts');
  }

  write(one: Registration, expiresAt: number) {
    const registration = this.world.registrations.indexOf(one);
    this.world.letters.push({ ...blank(this.world, one.person), registration, expiresAt });
  }
}

export const blank = (world: World, person: number) => ({ person, at: world.now, used: false, attempts: 0 });
