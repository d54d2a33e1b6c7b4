import type { Work } from '../../unit-of-work/work.ts';
import { become } from '../life/become.ts';
import { Problem } from '../../http/problem.ts';
import { offerFreePlaces } from './offer.ts';
import { lockRegistration } from '../life/places.ts';
import { mayCancel, takesPlace } from '../life/rules.ts';

/**
 * The participant gives up a place or a position in the queue; the first in the queue is offered what comes free.
 * Cancelling twice is the same as once. The route has checked that `actor` may: it is the owner, or holds the link.
 */
export async function cancel(work: Work, registrationId: string) {
  const { now, mail } = work;
  const { registration, session } = await lockRegistration(work, registrationId);
  if (registration.status === 'cancelled') return;
  if (registration.status === 'expired') throw new Problem('registration-ended');
  if (!mayCancel(registration, session, now)) throw new Problem('too-late-to-cancel');

  await become(work, session, [registration], 'cancelled', { set: { cancelledBy: 'participant' } });
  await mail({ kind: 'cancelled', registrationId });
  if (takesPlace(registration.status)) await offerFreePlaces(work, session);
}
