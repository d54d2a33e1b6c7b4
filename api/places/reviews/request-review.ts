import type { Work } from '../../unit-of-work/work.ts';
import { reviewRequests } from '../../../db/schema/reviews.ts';
import { record } from '../../unit-of-work/audit.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { lockRegistration } from '../life/places.ts';
import { Problem } from '../../http/problem.ts';
import { openRequest } from './queries.ts';
import { refusesRequest } from './rules.ts';

/**
 * Asks for a person to look at who pays. One request is open at a time. The route has checked that `actor` may: it is the
 * owner, or holds the link. Throws `registration-ended`, `review-requested`, and `nothing-to-review` when the municipality
 * already pays.
 */
export async function requestReview(work: Work, registrationId: string, explanation: string | undefined) {
  const { tx, now } = work;
  const { registration } = await lockRegistration(work, registrationId);
  const { outcome } = (await newestDecision(tx, registrationId))!.decision;
  const requested = (await openRequest(tx, registrationId)) !== null;
  const refusal = refusesRequest({ status: registration.status, outcome, requested });
  if (refusal) throw new Problem(refusal);
  await tx
    .insert(reviewRequests)
    .values({ registrationId, explanation: explanation || null, createdAt: now });
  await record(work, { action: 'registration.review-requested', subjectId: registrationId });
}
