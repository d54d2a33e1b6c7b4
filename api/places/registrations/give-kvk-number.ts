import { eq } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import { Problem } from '../../http/problem.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { judgeNow, type LockedPlace, replaceDecision } from '../life/decide-again.ts';
import { emailOf, linkBusiness } from '../life/entrepreneur.ts';
import { countOfBusiness, lockPersonAndRegistration } from '../life/places.ts';
import { recordMemberships } from '../memberships/record.ts';
import { judgeNumber } from './kvk-number.rules.ts';

/**
 * A KVK number that comes after the booking, or in place of a wrong one; then who pays is decided anew, as when the place
 * was confirmed with it. The same number again changes nothing. The route has checked that `actor` may, and asked the
 * register. Throws `not-found`, `registration-ended`, `kvk-number-settled`, `business-has-place` and `budget-full`.
 */
export async function giveKvkNumber(work: Work, registrationId: string, kvkNumber: string) {
  const { tx } = work;
  const { registration, session } = await lockPersonAndRegistration(work, registrationId);
  const { outcome } = (await newestDecision(tx, registrationId))!.decision;
  const judged = judgeNumber({ ...registration, outcome }, kvkNumber);
  if (judged === 'same') return;
  if (judged) throw new Problem(judged);
  const place = { registration: { ...registration, kvkNumber }, session };
  // What is not certain tells nothing of other places yet: that is looked at when it is confirmed.
  if (registration.status === 'confirmed') await countForBusiness(work, place, registration.kvkNumber);
  const { membership } = place.registration;
  await tx.update(registrations).set({ kvkNumber, membership }).where(eq(registrations.id, registrationId));
  const decided = await judgeNow(work, place);
  await replaceDecision(work, place, decided);
  await record(work, {
    action: 'registration.kvk-number',
    subjectId: registrationId,
    details: { from: outcome, to: decided.decision.outcome, corrected: registration.kvkNumber !== null },
  });
}

/** The place is one of this business from now on, within how many it may have, and of a member if a roster says so. */
async function countForBusiness(work: Work, { registration, session }: LockedPlace, before: string | null) {
  const { tx } = work;
  const { id, entrepreneurId, kvkNumber } = registration;
  const others = await countOfBusiness(tx, session, kvkNumber);
  if (session.placesPerBusiness !== null && others >= session.placesPerBusiness) {
    throw new Problem('business-has-place');
  }
  await linkBusiness(tx, entrepreneurId, kvkNumber!, before);
  const email = await emailOf(tx, entrepreneurId);
  if (email === null) return;
  const place = { registrationId: id, sessionId: session.id };
  const membership = await recordMemberships(work, place, { email, kvkNumber });
  if (membership !== 'unknown') registration.membership = membership;
}
