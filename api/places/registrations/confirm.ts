import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { useChallenge } from '../../people/accounts/challenge.ts';
import type { Actor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import type { Deps } from '../../deps.ts';
import { decideRegistration } from '../../paying/eligibility/decide.ts';
import { settle } from '../life/settle.ts';
import { recordMemberships } from '../memberships/record.ts';
import { Problem } from '../../http/problem.ts';
import { emailOf, introduce } from '../life/entrepreneur.ts';
import { enterAs } from './entry.ts';
import { offerFreePlaces } from './offer.ts';
import { countOfBusiness, freePlace, type LockedSession, lockPersonAndRegistration } from '../life/places.ts';
import type { RegistrationChallenge } from './proof.ts';
import { reserveOf } from './reserve.ts';
import { mayBecome } from '../life/rules.ts';
import { joinQueues } from './waits.ts';

type Registration = typeof registrations.$inferSelect;

/**
 * Makes a held or offered place certain. The challenge proves that the person reads the mail. Throws `place-lapsed` when
 * the time was up or the session is off. Returns the account that is now proved.
 */
export async function confirm(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: Actor,
  challenge: RegistrationChallenge,
  now: Date,
) {
  const { registration, session, accountId } = await lockPersonAndRegistration(
    tx,
    challenge.registrationId,
    now,
  );
  await useChallenge(tx, challenge.id, now);
  await makeCertain(tx, deps, actor, registration, session, now);
  return { accountId: accountId! };
}

/**
 * From here on what was typed counts for the person, and who pays is decided with all we know of that person. The caller
 * holds the locks of the entrepreneur and the session.
 */
export async function makeCertain(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: Actor,
  registration: Registration,
  session: LockedSession,
  now: Date,
) {
  const { status } = registration;
  if (!mayBecome(status, 'confirmed') || session.status === 'cancelled' || session.startsAt <= now) {
    throw new Problem('place-lapsed');
  }
  const email = (await emailOf(tx, registration.entrepreneurId))!;
  const asker = { email, kvkNumber: registration.kvkNumber };
  await enterAs(tx, deps.config.secret, session, asker, now);
  const { members, room } = await reserveOf(tx, deps.config.secret, session, [asker], now);
  // What is offered was chosen with the reserve in mind.
  if (members.has(asker) && status === 'held' && room < 1) {
    await introduce(tx, registration);
    return sendToQueue(tx, deps, actor, registration, session, now);
  }
  const others = await countOfBusiness(tx, session, registration.kvkNumber);
  if (session.placesPerBusiness !== null && others >= session.placesPerBusiness) {
    throw new Problem('business-has-place');
  }
  const place = { registrationId: registration.id, sessionId: session.id };
  const recorded = await recordMemberships(tx, deps.config.secret, place, asker, now);
  const membership = recorded === 'unknown' ? registration.membership : recorded;
  await tx
    .update(registrations)
    .set({ status: 'confirmed', confirmedAt: now, expiresAt: null, membership })
    .where(eq(registrations.id, registration.id));
  await introduce(tx, registration);
  const decision = await decideRegistration(tx, { ...registration, membership, proved: true }, session, now);
  await settle(tx, session, [registration.id], now);
  await record(tx, actor, { action: 'registration.confirmed', subjectId: registration.id, now });
  await deps.enqueueMail(tx, { kind: 'confirmed', registrationId: registration.id });
  return decision;
}

/**
 * A known member whose share is taken gives the place back to those it is reserved for, and waits for it: it comes when
 * the reserve ends and nobody took it.
 */
async function sendToQueue(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: Actor,
  registration: Registration,
  session: LockedSession,
  now: Date,
) {
  if (!session.hasWaitlist) throw new Problem('places-reserved');
  const { id } = registration;
  await joinQueues(tx, id, [session], now);
  const waitlistedAt = session.lastWaitlistedAt;
  await tx
    .update(registrations)
    .set({ status: 'waitlisted', waitlistedAt, expiresAt: null, membership: 'member' })
    .where(eq(registrations.id, id));
  await freePlace(tx, session);
  const decision = await decideRegistration(tx, { ...registration, proved: true }, session, now);
  await settle(tx, session, [id], now);
  await record(tx, actor, { action: 'registration.waitlisted', subjectId: id, now });
  await deps.enqueueMail(tx, { kind: 'waitlisted', registrationId: id });
  await offerFreePlaces(tx, deps, session, now);
  return decision;
}
