import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { useChallenge } from '../accounts/challenge.ts';
import type { Actor } from '../actor.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { decideRegistration } from '../eligibility/decide.ts';
import { settle } from '../money/settle.ts';
import { Problem } from '../problem.ts';
import { introduce } from './entrepreneur.ts';
import { countOfBusiness, type LockedSession, lockPersonAndRegistration } from './places.ts';
import type { RegistrationChallenge } from './proof.ts';
import { mayBecome } from './rules.ts';

type Registration = typeof registrations.$inferSelect;

/**
 * Makes a held or offered place certain. The challenge proves that the person reads the mail. Throws `place-lapsed` when
 * the time was up or the session is off. Returns the account that is now proved.
 */
export async function confirm(
  tx: Tx,
  deps: Pick<Deps, 'enqueueMail'>,
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
  deps: Pick<Deps, 'enqueueMail'>,
  actor: Actor,
  registration: Registration,
  session: LockedSession,
  now: Date,
) {
  const { status } = registration;
  if (!mayBecome(status, 'confirmed') || session.status === 'cancelled' || session.startsAt <= now) {
    throw new Problem('place-lapsed');
  }
  const others = await countOfBusiness(tx, session, registration.kvkNumber);
  if (session.placesPerBusiness !== null && others >= session.placesPerBusiness) {
    throw new Problem('business-has-place');
  }
  await tx
    .update(registrations)
    .set({ status: 'confirmed', confirmedAt: now, expiresAt: null })
    .where(eq(registrations.id, registration.id));
  await introduce(tx, registration);
  const decision = await decideRegistration(tx, { ...registration, proved: true }, session, now);
  await settle(tx, session, [registration.id], now);
  await record(tx, actor, { action: 'registration.confirmed', subjectId: registration.id, now });
  await deps.enqueueMail(tx, { kind: 'confirmed', registrationId: registration.id });
  return decision;
}
