import { bySystem, type Work } from '../../unit-of-work/work.ts';
import type { registrations } from '../../../db/schema/registrations.ts';
import { useChallenge } from '../../people/accounts/challenge.ts';
import { become, becomeDecided } from '../life/become.ts';
import { recordMemberships } from '../memberships/record.ts';
import { Problem, type ProblemCode } from '../../http/problem.ts';
import { emailOf, introduce } from '../life/entrepreneur.ts';
import { enterAs } from './entry.ts';
import { offerFreePlaces } from './offer.ts';
import {
  countOfBusiness,
  type LockedSession,
  lockPersonAndRegistration,
  lockRegistration,
} from '../life/places.ts';
import type { RegistrationChallenge } from './proof.ts';
import { liveRegistration } from './queries.ts';
import { isUnproved, mayBecome } from '../life/rules.ts';
import { lockQueuesOf, proveTurn } from './prove-turn.ts';
import { joinQueues } from './waits.ts';

type Registration = typeof registrations.$inferSelect;

/**
 * Makes a held or offered place certain, or the turn of who asked to wait. The challenge proves that the person reads the
 * mail, and what stood in it is what counts. Throws `place-lapsed` when the time was up or the session is off. Returns the
 * account that is now proved.
 */
export async function confirm(work: Work, challenge: RegistrationChallenge) {
  const queues = await lockQueuesOf(work, challenge.registrationId);
  const { registration, session, accountId } = await lockPersonAndRegistration(
    work,
    challenge.registrationId,
  );
  await useChallenge(work, challenge.id);
  await makeCertain(work, registration, session, queues);
  return { accountId: accountId! };
}

/** Why a place cannot become certain, whatever happens in the minutes that it is kept. */
const incurable: readonly ProblemCode[] = [
  'already-registered',
  'business-has-place',
  'members-only',
  'places-reserved',
];

export const isIncurable = (error: unknown) => error instanceof Problem && incurable.includes(error.code);

/** What was refused for good when it was confirmed is free for others at once. */
export async function giveBack(work: Work, challenge: RegistrationChallenge) {
  const { registration, session } = await lockRegistration(work, challenge.registrationId);
  if (registration.status !== 'offered' && !isUnproved(registration)) return;
  await useChallenge(work, challenge.id);
  await become(bySystem(work), session, [registration], 'expired', { set: { waitlistedAt: null } });
  await offerFreePlaces(work, session);
}

/**
 * From here on what was typed counts for the person, and who pays is decided with all we know of that person. The caller
 * holds the locks of the entrepreneur and the session.
 */
export async function makeCertain(
  work: Work,
  registration: Registration,
  session: LockedSession,
  queues: LockedSession[] = [],
) {
  const { tx, now, mail } = work;
  const { id, status, entrepreneurId } = registration;
  const asksToWait = status === 'waitlisted' && isUnproved(registration);
  const isOver = session.status === 'cancelled' || session.startsAt <= now;
  if (isOver || !(asksToWait || mayBecome(status, 'confirmed'))) throw new Problem('place-lapsed');
  if (await liveRegistration(tx, session.id, entrepreneurId, { exceptId: id })) {
    throw new Problem('already-registered');
  }
  const email = (await emailOf(tx, registration.entrepreneurId))!;
  const asker = { email, kvkNumber: registration.kvkNumber };
  const { keptOut } = await enterAs(work, session, asker);
  if (asksToWait) return proveTurn(work, registration, session, queues);
  // What is offered was chosen with the reserve in mind.
  if (keptOut && status === 'held') {
    await introduce(tx, registration);
    return sendToQueue(work, registration, session);
  }
  const others = await countOfBusiness(tx, session, registration.kvkNumber);
  if (session.placesPerBusiness !== null && others >= session.placesPerBusiness) {
    throw new Problem('business-has-place');
  }
  const place = { registrationId: registration.id, sessionId: session.id };
  const recorded = await recordMemberships(work, place, asker);
  const membership = recorded === 'unknown' ? registration.membership : recorded;
  await introduce(tx, registration);
  const decision = await becomeDecided(work, session, registration, 'confirmed', {
    set: { membership },
    proved: true,
  });
  await mail({ kind: 'confirmed', registrationId: registration.id });
  return decision;
}

/**
 * A known member whose share is taken gives the place back to those it is reserved for, and waits for it: it comes when
 * the reserve ends and nobody took it.
 */
async function sendToQueue(work: Work, registration: Registration, session: LockedSession) {
  const { mail } = work;
  if (!session.hasWaitlist) throw new Problem('places-reserved');
  const { id } = registration;
  await joinQueues(work, { id, expiresAt: null }, [session]);
  const decision = await becomeDecided(work, session, registration, 'waitlisted', {
    set: { waitlistedAt: session.lastWaitlistedAt, membership: 'member' },
    proved: true,
  });
  await mail({ kind: 'waitlisted', registrationId: id });
  await offerFreePlaces(work, session);
  return decision;
}
