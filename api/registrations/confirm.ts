import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { entrepreneurs, registrations } from '../../db/schema/registrations.ts';
import { useChallenge } from '../accounts/challenge.ts';
import type { Actor } from '../actor.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { linkBusiness } from './entrepreneur.ts';
import { lockRegistration } from './places.ts';
import type { RegistrationChallenge } from './proof.ts';
import { mayBecome } from './rules.ts';

/**
 * Makes a held or offered place certain. The challenge proves that the person reads the mail, so from now on what was
 * typed counts. Throws `place-lapsed` when the time was up or the session is off.
 */
export async function confirm(
  tx: Tx,
  deps: Pick<Deps, 'enqueueMail'>,
  actor: Actor,
  challenge: RegistrationChallenge,
  now: Date,
) {
  const { registration: row, session } = await lockRegistration(tx, challenge.registrationId, now);
  await useChallenge(tx, challenge.id, now);
  const { status, expiresAt } = row;
  if (!mayBecome(status, 'confirmed') || !expiresAt || expiresAt <= now || session.status === 'cancelled') {
    throw new Problem('place-lapsed');
  }
  await tx
    .update(registrations)
    .set({ status: 'confirmed', confirmedAt: now, expiresAt: null })
    .where(eq(registrations.id, row.id));
  const [entrepreneur] = await tx
    .select()
    .from(entrepreneurs)
    .where(eq(entrepreneurs.id, row.entrepreneurId));
  if (row.kvkNumber && !entrepreneur!.businessId) await linkBusiness(tx, row.entrepreneurId, row.kvkNumber);
  await record(tx, actor, { action: 'registration.confirmed', subjectId: row.id, now });
  await deps.enqueueMail(tx, { kind: 'confirmed', registrationId: row.id });
  return { accountId: entrepreneur!.accountId! };
}
