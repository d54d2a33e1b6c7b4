import { Organisers } from './organisers.ts';
import { Refused, refuse } from './places.ts';
import type { Ask, Request } from './requests.ts';
import { MINUTE, type Rules } from './rules.ts';
import {
  type Answer,
  at,
  isLive,
  positionOf,
  provedOf,
  queue,
  type Registration,
  takesPlace,
  type World,
} from './world.ts';

/** What a request does to the world and is answered. A refusal leaves the world as it was. */
export function apply(rules: Rules, world: World, request: Request): { world: World; answer: Answer } {
  const after = structuredClone(world);
  const model = new Model(rules, after);
  try {
    return { answer: model.handle(request), world: after };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // A try at a code stays counted, also when it was in vain.
    const letters = after.letters.slice(0, world.letters.length);
    const attempts = letters.map((letter, n) => ({ ...world.letters[n]!, attempts: letter.attempts }));
    const before = { ...structuredClone(world), letters: attempts };
    if (error.givesBack) new Model(rules, before).giveBack(...error.givesBack);
    return { answer: error.answer, world: before };
  }
}
/**
 * The verbs, each as short as the rule it follows. The portal may free and offer what has lapsed at any time; here it says
 * when it must.
 */
export class Model extends Organisers {
  handle(request: Request): Answer {
    switch (request.ask) {
      case 'register':
        return this.register(request);
      case 'confirm':
        return this.confirm(request);
      case 'cancel':
        return this.cancel(request);
      case 'swap':
        return this.swap(request);
      case 'change':
        return this.change(request);
      case 'cancelSession':
        return this.cancelSession(request);
    }
  }

  register({ person, session: n, kvkNumber, signedIn }: Ask<'register'>): Answer {
    const { world, rules } = this;
    this.settle(n);
    const session = world.sessions[n]!;
    if (signedIn && provedOf(world, n, person).length > 0) refuse('already-registered');
    if (!signedIn) this.limit(person);
    // What was asked for with an address stands by itself, whatever its owner has: only the owner takes it over.
    const isHeld = (one: Registration) => one.person === person && one.status === 'held';
    const held = signedIn ? at(world, n).find(isHeld) : undefined;
    const free = this.judge(n, held ? 1 : 0, signedIn ? kvkNumber : null);
    if (held) {
      held.kvkNumber = kvkNumber;
      this.makeCertain(held);
      return { status: 201, body: { placement: 'confirmed' }, about: world.registrations.indexOf(held) };
    }
    const until = rules.provedWithin(session, world.now);
    const position = queue(world, n).length + 1;
    const one: Registration = {
      person,
      session: n,
      status: !free ? 'waitlisted' : signedIn ? 'confirmed' : 'held',
      kvkNumber,
      since: world.now,
      expiresAt: signedIn ? null : until,
      turn: free ? null : ++world.turns,
      cancelledBy: null,
    };
    const about = world.registrations.push(one) - 1;
    if (!signedIn) this.write(one, until);
    const body = {
      ...(free ? { placement: one.status } : { placement: 'waitlist', position }),
      ...(!signedIn && { expiresAt: until }),
    };
    return { status: 201, body, about, made: true };
  }

  confirm({ registration, nthLetter }: Ask<'confirm'>): Answer {
    const { world, rules } = this;
    const one = world.registrations[registration]!;
    const isOpen = (l: (typeof world.letters)[number]) => !l.used && l.expiresAt > world.now;
    const open = world.letters.filter((l) => l.registration === registration && isOpen(l));
    const newest = open.at(-1) ?? refuse('code-expired');
    const tries = world.letters
      .filter((l) => l.person === one.person && !l.used && l.at > world.now - 60 * MINUTE)
      .reduce((sum, l) => sum + l.attempts, 0);
    if (tries >= rules.triesPerHour) refuse('too-many-attempts');
    if (newest.attempts >= rules.triesPerLetter) refuse('code-expired');
    newest.attempts += 1;
    const about = world.letters.filter((l) => l.registration === registration);
    const given = nthLetter === null ? undefined : about[nthLetter];
    if (!given || !open.includes(given)) return refuse('code-wrong');
    this.lapse(one.session);
    try {
      this.makeCertain(one);
    } catch (error) {
      const refusal = (error as Refused).message;
      if (!rules.forGood.includes(refusal)) throw error;
      throw new Refused(refusal, { givesBack: [registration, world.letters.indexOf(given)] });
    }
    given.used = true;
    world.proved[one.person] = true;
    const body = { status: one.status, position: positionOf(world, one) };
    return { status: 200, body, about: registration, signsIn: one.person };
  }

  cancel({ registration, by }: Ask<'cancel'>): Answer {
    const one = this.world.registrations[registration]!;
    if (by === 'stranger') refuse('not-found');
    this.lapse(one.session);
    if (one.status === 'expired') refuse('registration-ended');
    if (one.status !== 'cancelled') {
      if (!this.mayLeave(one)) refuse('too-late-to-cancel');
      const freed = takesPlace(one);
      Object.assign(one, { status: 'cancelled', cancelledBy: 'participant', expiresAt: null });
      if (freed && this.rules.offersFreed) this.offer(one.session);
    }
    const body = { status: 'cancelled', position: null, cancelledBy: one.cancelledBy };
    return { status: 200, body, about: registration };
  }

  swap({ registration, to, by }: Ask<'swap'>): Answer {
    const { world, rules } = this;
    const one = world.registrations[registration]!;
    const from = one.session;
    if (by === 'stranger') refuse('not-found');
    this.lapse(from);
    this.lapse(to);
    if (from !== to || !isLive(one)) {
      this.offer(to);
      if (!isLive(one)) refuse('registration-ended');
      if (one.status !== 'held' && one.status !== 'confirmed') refuse('swap-needs-place');
      if (!this.mayLeave(one)) refuse('too-late-to-cancel');
      if (!this.judge(to, 0, one.kvkNumber)) refuse('session-full');
      if (provedOf(world, to, one.person).length > 0) refuse('already-registered');
      one.session = to;
      if (one.status === 'held') {
        this.limit(one.person);
        one.expiresAt = rules.heldUntil(world.sessions[to]!, one.since, world.now);
        this.write(one, one.expiresAt);
      }
      if (rules.offersFreed) this.offer(from);
    }
    const body = { status: one.status, position: positionOf(world, one) };
    return { status: 200, body, about: registration };
  }
}
