import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import type { Actor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import type { Deps } from '../../deps.ts';
import { settle } from '../life/settle.ts';
import { Problem } from '../../http/problem.ts';
import { offerFreePlaces } from './offer.ts';
import { freePlace, lockRegistration } from '../life/places.ts';
import { mayCancel, takesPlace } from '../life/rules.ts';
import { leaveQueues } from './waits.ts';

/**
 * The participant gives up a place or a position in the queue; the first in the queue is offered what comes free.
 * Cancelling twice is the same as once. The route has checked that `actor` may: it is the owner, or holds the link.
 */
export async function cancel(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: Actor,
  registrationId: string,
  now: Date,
) {
  const { registration, session } = await lockRegistration(tx, registrationId, now);
  if (registration.status === 'cancelled') return;
  if (registration.status === 'expired') throw new Problem('registration-ended');
  if (!mayCancel(registration, session, now)) throw new Problem('too-late-to-cancel');

  await tx
    .update(registrations)
    .set({ status: 'cancelled', cancelledAt: now, cancelledBy: 'participant', expiresAt: null })
    .where(eq(registrations.id, registrationId));
  await settle(tx, session, [registrationId], now);
  await record(tx, actor, { action: 'registration.cancelled', subjectId: registrationId, now });
  await deps.enqueueMail(tx, { kind: 'cancelled', registrationId });
  if (takesPlace(registration.status)) {
    await freePlace(tx, session);
    await offerFreePlaces(tx, deps, session, now);
  } else await leaveQueues(tx, [registrationId]);
}
