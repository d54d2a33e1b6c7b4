import type { z } from '@hono/zod-openapi';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import type { registrations } from '../../../db/schema/registrations.ts';
import { kvkNumberRequests, reviewRequests } from '../../../db/schema/reviews.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { needsLooking, refusesRequest } from './rules.ts';
import type { reviewState } from './schema.ts';
import { latestReviews } from '../../paying/eligibility/latest-reviews.ts';

/** The request for a review that waits for an answer. */
export async function openRequest(db: Reader, registrationId: string) {
  const [found] = await db
    .select()
    .from(reviewRequests)
    .where(and(eq(reviewRequests.registrationId, registrationId), isNull(reviewRequests.closedAt)));
  return found ?? null;
}

/** When the KVK number was last asked for; who was never asked is not in the map. */
export async function lastAskedAt(db: Reader, registrationIds: string[]) {
  const rows = await db
    .select({ id: kvkNumberRequests.registrationId, at: max(kvkNumberRequests.createdAt) })
    .from(kvkNumberRequests)
    .where(inArray(kvkNumberRequests.registrationId, registrationIds))
    .groupBy(kvkNumberRequests.registrationId);
  return new Map(rows.map(({ id, at }) => [id, at!]));
}

/** How it stands with a review, for the owner of the registration. */
export async function getReviewState(
  db: Reader,
  registration: Pick<typeof registrations.$inferSelect, 'id' | 'status'>,
): Promise<z.input<typeof reviewState>> {
  const { id, status } = registration;
  const [request, found, newest] = await Promise.all([
    openRequest(db, id),
    latestReviews(db, [id]),
    newestDecision(db, id),
  ]);
  const review = found.get(id);
  const one = newest && { status, outcome: newest.decision.outcome, requested: request !== null };
  return {
    mayAsk: one !== null && refusesRequest(one) === null,
    underReview: one !== null && needsLooking(one),
    request: request && {
      requestedAt: request.createdAt.toISOString(),
      explanation: request.explanation,
    },
    review: review
      ? { outcome: review.outcome, motivation: review.motivation, reviewedOn: review.reviewedOn }
      : null,
  };
}
