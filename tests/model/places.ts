import { MINUTE, type Rules } from './rules.ts';
import {
  type Answer,
  at,
  isUnproved,
  provedOf,
  queue,
  type Registration,
  taken,
  type World,
} from './world.ts';

export class Refused extends Error {
  readonly answer: Answer;
  /** Of a confirmation that no waiting helps: what it was for, and the letter that it came with. */
  readonly givesBack: [registration: number, letter: number] | null;
  constructor(
    refusal: string,
    { givesBack = null, ...more }: { taken?: number; givesBack?: Refused['givesBack'] } = {},
  ) {
    super(refusal);
    this.answer = { refusal, ...more };
    this.givesBack = givesBack;
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

  /** Who waits for sure. */
  waiting(n: number) {
    return queue(this.world, n).filter(this.rules.binds);
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
      const first = rules.next(this.waiting(n));
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
    const mayBe = one.status === 'offered' || isUnproved(one);
    if (!mayBe || session.status === 'cancelled' || session.startsAt <= world.now) refuse('place-lapsed');
    if (provedOf(world, one.session, one.person).some((other) => other !== one)) refuse('already-registered');
    if (one.status === 'waitlisted') {
      Object.assign(one, { expiresAt: null, turn: ++world.turns });
      this.offer(one.session);
      return;
    }
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
    const free = rules.placesFree(session.capacity, taken(world, n) - own, this.waiting(n).length) > 0;
    if (!free && !session.hasWaitlist) refuse('session-full');
    const others = rules.ofBusiness(at(world, n), kvkNumber);
    if (session.perBusiness !== null && others >= session.perBusiness) refuse('business-has-place');
    return free;
  }

  /** What was refused for good is free for others at once, and its code is spent. */
  giveBack(registration: number, letter: number) {
    const one = this.world.registrations[registration]!;
    this.lapse(one.session);
    Object.assign(one, { status: 'expired', expiresAt: null });
    this.world.letters[letter]!.used = true;
    this.offer(one.session);
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
    // A new code ends the earlier ones.
    for (const letter of this.world.letters) {
      if (letter.registration === registration) letter.expiresAt = Math.min(letter.expiresAt, this.world.now);
    }
    this.world.letters.push({ ...blank(this.world, one.person), registration, expiresAt });
  }
}

const blank = (world: World, person: number) => ({ person, at: world.now, used: false, attempts: 0 });
