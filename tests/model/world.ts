/** What there is, as plain data. Moments and lengths are milliseconds; people, sessions and all else are known by index. */
export type Status = 'held' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';

export type Session = {
  status: 'scheduled' | 'cancelled';
  startsAt: number;
  opensAt: number;
  closesAt: number;
  capacity: number;
  notice: number;
  deadline: number;
  perBusiness: number | null;
  hasWaitlist: boolean;
};

export type Registration = {
  person: number;
  session: number;
  status: Status;
  kvkNumber: string | null;
  since: number;
  expiresAt: number | null;
  /** Whose turn it is in the queue: the lower the sooner. */
  turn: number | null;
  cancelledBy: 'participant' | 'organiser' | null;
};

/** A mail with a code; to who has a place already it goes without, but the code exists. */
type Letter = {
  person: number;
  registration: number;
  at: number;
  expiresAt: number;
  used: boolean;
  attempts: number;
};

export type World = {
  now: number;
  turns: number;
  sessions: Session[];
  registrations: Registration[];
  letters: Letter[];
  /** The Idempotency-Keys whose answer is kept. */
  kept: { key: string; at: number }[];
  /** Who can be signed in: who proved an address. */
  proved: boolean[];
};

/** What the API must answer. `about` is the registration whose id it gives, `signsIn` the person whom it signs in. */
export type Answer =
  | { status: 200 | 201; body: Record<string, unknown>; about?: number; made?: true; signsIn?: number }
  | { refusal: string; taken?: number };

export const isLive = ({ status }: Registration) => status !== 'cancelled' && status !== 'expired';
export const takesPlace = (one: Registration) => isLive(one) && one.status !== 'waitlisted';

/** Of one session, as it stands written down. */
export const at = (world: World, session: number) =>
  world.registrations.filter((one) => one.session === session);
export const taken = (world: World, session: number) => at(world, session).filter(takesPlace).length;
/** Asked for with an address that is not proved: it binds nobody. */
export const isUnproved = ({ status, expiresAt }: Registration) =>
  status === 'held' || (status === 'waitlisted' && expiresAt !== null);
/** Who is somewhere for sure: at most one of a person in a session. */
export const provedOf = (world: World, session: number, person: number) =>
  at(world, session).filter((one) => one.person === person && isLive(one) && !isUnproved(one));
/** Everyone who asked to wait, in the order of turns. */
export const queue = (world: World, session: number) =>
  at(world, session)
    .filter(({ status }) => status === 'waitlisted')
    .sort((a, b) => a.turn! - b.turn!);
export const positionOf = (world: World, one: Registration) =>
  one.status === 'waitlisted' ? queue(world, one.session).indexOf(one) + 1 : null;
