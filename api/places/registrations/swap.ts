import { changeSeats } from '../life/seats.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import { record } from '../../unit-of-work/audit.ts';
import { decidePlace } from '../life/decide-place.ts';
import { Problem } from '../../http/problem.ts';
import { offerFreePlaces } from './offer.ts';
import { countOfBusiness, findRegistration, lockSessions } from '../life/places.ts';
import { askToConfirm } from './ask.ts';
import { emailOf, lockEntrepreneur } from '../life/entrepreneur.ts';
import { closedWay, enterAs } from './entry.ts';
import { liveRegistration } from './queries.ts';
import { heldUntil, isLive, judgeSwap, longestHold, sequenceAfterSwap } from '../life/rules.ts';

/**
 * Moves a place to another session of the module. Both sessions are locked, so the old place is given up only when the new
 * one is certain; every refusal leaves all as it was. The registration stays the same one, and so does its appointment.
 * Moving twice is the same as once. The route has checked that `actor` may: it is the owner, or holds the link.
 */
export async function swap(
  work: Work,
  { registrationId, sessionId }: { registrationId: string; sessionId: string },
) {
  const { tx, now, mail } = work;
  const before = await findRegistration(tx, registrationId);
  await lockEntrepreneur(tx, before.entrepreneurId);
  const [from, to] = await lockSessions(work, [before.sessionId, sessionId]);
  const registration = await findRegistration(tx, registrationId);
  if (registration.sessionId === to.id && isLive(registration.status)) return;
  if (registration.sessionId !== from.id) throw new Problem('registration-changed');
  await offerFreePlaces(work, to);

  const closed = closedWay(to, undefined);
  if (closed) throw closed;
  const proved = registration.status === 'confirmed';
  const email = await emailOf(tx, registration.entrepreneurId);
  const asker = email && { email, kvkNumber: registration.kvkNumber };
  const { keptOut } = proved && asker ? await enterAs(work, to, asker) : { keptOut: false };
  const ofBusiness = await countOfBusiness(tx, to, registration.kvkNumber);
  const waiting = to.waitlistLength - to.passedBy;
  const refusal = judgeSwap(registration, from, to, { waiting, ofBusiness }, now);
  if (refusal) throw new Problem(refusal);
  if (keptOut) throw new Problem('places-reserved');
  if (await liveRegistration(tx, to.id, registration.entrepreneurId)) throw new Problem('already-registered');

  const expiresAt =
    registration.status === 'held' ? longestHold(registration.createdAt, heldUntil(to, now)) : null;
  await tx
    .update(registrations)
    .set({ sessionId: to.id, sequence: sequenceAfterSwap(registration, from), movedAt: now, expiresAt })
    .where(eq(registrations.id, registrationId));
  await changeSeats(tx, to, 1);
  await changeSeats(tx, from, -1);
  await decidePlace(work, { ...registration, proved }, to);
  await record(work, {
    action: 'registration.swapped',
    subjectId: registrationId,
    details: { from: from.id, to: to.id },
  });
  if (expiresAt) {
    // Whoever holds a place asked for it with an address; only who was written down at the door has none.
    await askToConfirm(work, { id: registrationId, expiresAt, email: email! });
  } else await mail({ kind: 'swapped', registrationId, fromSessionId: from.id });
  await offerFreePlaces(work, from);
}
