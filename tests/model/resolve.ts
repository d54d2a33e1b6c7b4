import type { Command, Which } from './commands.ts';
import type { Request } from './requests.ts';
import { rules } from './rules.ts';
import type { Session, World } from './world.ts';

/** The registration that is meant; undefined while there is none. */
export function find(world: World, { status, nth }: Which): number | undefined {
  const alike = world.registrations.flatMap((one, n) =>
    status === 'any' || one.status === status ? [n] : [],
  );
  return alike[nth % alike.length];
}

/** The request that a command comes down to, in this world; undefined when there is nothing to ask. */
export function requestOf(command: Command, world: World): Request | undefined {
  const n = (session: number) => session % world.sessions.length;
  const key = 'key' in command && command.key;
  switch (command.do) {
    case 'register': {
      const { person, kvkNumber } = command;
      const signedIn = command.signedIn && world.proved[person]!;
      return { ask: 'register', person, session: n(command.session), kvkNumber, signedIn, key };
    }
    case 'confirm': {
      const registration = find(world, command.which);
      if (registration === undefined) return undefined;
      const letters = world.letters.filter((one) => one.registration === registration).length;
      const nthLetter = { newest: letters - 1, oldest: 0, wrong: -1 }[command.code];
      return {
        ask: 'confirm',
        registration,
        nthLetter: letters > 0 && nthLetter >= 0 ? nthLetter : null,
        key,
      };
    }
    case 'cancel':
    case 'swap': {
      const registration = find(world, command.which);
      if (registration === undefined) return undefined;
      const owner = world.registrations[registration]!.person;
      const by = command.by === 'owner' && !world.proved[owner] ? 'link' : command.by;
      if (command.do === 'cancel') return { ask: 'cancel', registration, by, owner, key };
      return { ask: 'swap', registration, to: n(command.to), by, owner, key };
    }
    case 'setCapacity': {
      const { capacity, by } = command;
      return { ask: 'change', session: n(command.session), capacity, by, key };
    }
    case 'postpone': {
      const session = n(command.session);
      const startsAt = world.sessions[session]!.startsAt + command.later;
      return { ask: 'change', session, startsAt, by: command.by, key };
    }
    case 'cancelSession':
      return { ask: 'cancelSession', session: n(command.session), by: command.by, key };
    default:
      return undefined;
  }
}

/** The moments still to come at which something of a session or a place ends or begins, the soonest first. */
export function momentsAhead(world: World, what: 'place' | 'session') {
  const ofSession = (one: Session) => [
    one.opensAt,
    rules.bookingEnds(one),
    one.startsAt - one.deadline,
    one.startsAt,
  ];
  const moments =
    what === 'session'
      ? world.sessions.flatMap(ofSession)
      : world.registrations.flatMap(({ expiresAt }) => expiresAt ?? []);
  return moments.filter((moment) => moment > world.now).sort((a, b) => a - b);
}
