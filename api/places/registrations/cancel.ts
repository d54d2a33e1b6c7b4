import type { Work } from '../../work/work.ts';
import { eq } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import { record } from '../../work/audit.ts';
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
export async function cancel(work: Work, registrationId: string) {
  const { tx, now, mail } = work;
  const { registration, session } = await lockRegistration(work, registrationId);
  if (registration.status === 'cancelled') return;
  if (registration.status === 'expired') throw new Problem('registration-ended');
  if (!mayCancel(registration, session, now)) throw new Problem('too-late-to-cancel');

  await tx
    .update(registrations)
    .set({ status: 'cancelled', cancelledAt: now, cancelledBy: 'participant', expiresAt: null })
    .where(eq(registrations.id, registrationId));
  await settle(work, session, [registrationId]);
  await record(work, { action: 'registration.cancelled', subjectId: registrationId });
  await mail({ kind: 'cancelled', registrationId });
  if (takesPlace(registration.status)) {
    await freePlace(tx, session);
    await offerFreePlaces(work, session);
  } else await leaveQueues(tx, [registrationId]);
}
