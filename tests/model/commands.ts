import fc from 'fast-check';
import type { Proof } from './requests.ts';
import { DAY, MINUTE } from './rules.ts';
import type { Session, Status } from './world.ts';

/** A registration by what it is like, because a sequence is made before it is known what there will be. */
export type Which = { status: Status | 'any'; nth: number };
export type Command =
  | {
      do: 'register';
      person: number;
      session: number;
      kvkNumber: string | null;
      signedIn: boolean;
      key: boolean;
    }
  | { do: 'confirm'; which: Which; code: 'newest' | 'oldest' | 'wrong'; key: boolean }
  | { do: 'cancel'; which: Which; by: Proof; key: boolean }
  | { do: 'swap'; which: Which; to: number; by: Proof; key: boolean }
  | { do: 'setCapacity'; session: number; capacity: number; by: 'organiser' | 'other' }
  | { do: 'postpone'; session: number; later: number; by: 'organiser' | 'other' }
  | { do: 'cancelSession'; session: number; by: 'organiser' | 'other'; key: boolean }
  | { do: 'repeat'; nth: number }
  | { do: 'reuseKey'; nth: number }
  | { do: 'wait'; for: number }
  | { do: 'waitUntil'; what: 'place' | 'session'; nth: number; offset: number }
  | { do: 'tidy' }
  | { do: 'look'; session: number; which: Which };

export const PEOPLE = 6;
/** The first of them are known and signed in when a sequence begins; the others are new. */
export const KNOWN = 3;
const HOUR = 60 * MINUTE;

/** Mostly the first one, so that it gets full. */
const session = fc.constantFrom(0, 0, 0, 0, 1, 1, 2);
const which = (...usual: Status[]) =>
  fc.record<Which>({
    status: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, fc.constant('any' as const)),
    nth: fc.nat(5),
  });
const who = fc.constantFrom<Proof>('link', 'link', 'link', 'owner', 'owner', 'stranger');
const organiser = fc.constantFrom<'organiser' | 'other'>(...Array(6).fill('organiser'), 'other');
const key = fc.boolean();
const command = <C extends Command>(
  name: C['do'],
  fields: { [K in keyof Omit<C, 'do'>]: fc.Arbitrary<C[K]> },
) => fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Command>;
type Of<D extends Command['do']> = Extract<Command, { do: D }>;

const arbitraries: Record<Command['do'], fc.Arbitrary<Command>> = {
  register: command<Of<'register'>>('register', {
    person: fc.nat(PEOPLE - 1),
    session,
    kvkNumber: fc.constantFrom(null, '69599084', '69599084', '12345678'),
    signedIn: fc.boolean(),
    key,
  }),
  confirm: command<Of<'confirm'>>('confirm', {
    which: which('held', 'held', 'offered', 'waitlisted', 'waitlisted'),
    code: fc.constantFrom('newest', 'newest', 'newest', 'newest', 'oldest', 'wrong'),
    key,
  }),
  cancel: command<Of<'cancel'>>('cancel', {
    which: which('held', 'confirmed', 'offered', 'waitlisted'),
    by: who,
    key,
  }),
  swap: command<Of<'swap'>>('swap', { which: which('held', 'confirmed'), to: session, by: who, key }),
  setCapacity: command<Of<'setCapacity'>>('setCapacity', {
    session,
    capacity: fc.constantFrom(1, 1, 2, 2, 3, 4),
    by: organiser,
  }),
  postpone: command<Of<'postpone'>>('postpone', {
    session,
    later: fc.constantFrom(DAY, HOUR, -HOUR, -DAY),
    by: organiser,
  }),
  cancelSession: command<Of<'cancelSession'>>('cancelSession', { session, by: organiser, key }),
  repeat: command<Of<'repeat'>>('repeat', { nth: fc.nat(9) }),
  reuseKey: command<Of<'reuseKey'>>('reuseKey', { nth: fc.nat(9) }),
  wait: command<Of<'wait'>>('wait', {
    for: fc.constantFrom(MINUTE, 16 * MINUTE, 31 * MINUTE, 31 * MINUTE, 6 * HOUR, DAY),
  }),
  waitUntil: command<Of<'waitUntil'>>('waitUntil', {
    what: fc.constantFrom('place', 'place', 'place', 'session'),
    nth: fc.nat(3),
    offset: fc.constantFrom(-1, 0, 0, 1),
  }),
  tidy: command<Of<'tidy'>>('tidy', {}),
  look: command<Of<'look'>>('look', { session, which: which('held', 'confirmed', 'offered', 'waitlisted') }),
};

export type Weights = Partial<Record<Command['do'], number>>;
const USUAL = { register: 30, confirm: 14, cancel: 10, swap: 7, setCapacity: 5, repeat: 4, tidy: 4, look: 5 };
const RARE = { waitUntil: 7, wait: 4, postpone: 2, reuseKey: 1, cancelSession: 1 };

/** Sequences of commands; `weights` says what happens more often than usual. */
export const commands = (weights: Weights = {}, maxLength = 20) =>
  fc.array(
    fc.oneof(
      ...Object.entries({ ...USUAL, ...RARE, ...weights }).map(([name, weight]) => ({
        weight,
        arbitrary: arbitraries[name as Command['do']],
      })),
    ),
    { minLength: 1, maxLength, size: 'max' },
  );

/** Two or three sessions of one module as they are when a sequence begins; moments count from then. */
export const sessionsOf = (start: number) =>
  fc.array(
    fc
      .record({
        startsIn: fc.constantFrom(2 * HOUR, 30 * HOUR, 72 * HOUR, 72 * HOUR, 9 * DAY),
        opensIn: fc.constantFrom(...Array<number>(9).fill(-DAY), HOUR),
        capacity: fc.constantFrom(1, 1, 1, 2, 2, 3, 4),
        notice: fc.constantFrom(0, 0, HOUR),
        deadline: fc.constantFrom(0, 0, DAY),
        perBusiness: fc.constantFrom(1, 1, 2, null),
        hasWaitlist: fc.constantFrom(true, true, true, true, false),
      })
      .map(({ startsIn, opensIn, ...rest }): Session => ({
        ...rest,
        status: 'scheduled',
        startsAt: start + startsIn,
        closesAt: start + startsIn,
        opensAt: start + opensIn,
      })),
    { minLength: 2, maxLength: 3, size: 'max' },
  );
