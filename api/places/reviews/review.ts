import type { Work } from '../../unit-of-work/work.ts';
import { reviews } from '../../../db/schema/reviews.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { closeRequest, judgeNow, replaceDecision } from '../life/decide-again.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { Problem } from '../../http/problem.ts';
import { lockPersonAndRegistration } from '../life/places.ts';
import { localDate } from '../../language/time.ts';
import { ofOwnMunicipality } from './own-municipality.ts';
import { openRequest } from './queries.ts';
import { latestReviews } from '../../paying/eligibility/latest-reviews.ts';
import { beyondReview, refusesReview } from './rules.ts';
import type { NewReview } from './schema.ts';

/**
 * What a member of staff found, with the reason. Makes a new decision, moves the money and mails the outcome. Throws
 * `budget-full` and `aid-ceiling` when an approval would give away what is not there, `decision-changed` when there is a
 * newer decision than the reviewer saw, `nothing-to-review`, `registration-ended`, and `not-found` for others.
 */
export async function review(
  work: Work<StaffActor>,
  registrationId: string,
  { outcome, motivation, decisionId: seen }: NewReview,
) {
  const { tx, now, actor, mail } = work;
  await ofOwnMunicipality(tx, actor, registrationId);
  const place = await lockPersonAndRegistration(work, registrationId);
  const before = (await newestDecision(tx, registrationId))!.decision;
  const requested = (await openRequest(tx, registrationId)) !== null;
  const reviewed = (await latestReviews(tx, [registrationId])).has(registrationId);
  const refusal = refusesReview(
    { status: place.registration.status, outcome: before.outcome, requested },
    { seen, newest: before.id, reviewed },
  );
  if (refusal) throw new Problem(refusal);

  const on = localDate(now);
  const judged = await judgeNow(work, place, { outcome, on });
  const beyond = outcome === 'approved' && judged.decision.outcome !== 'eligible';
  if (beyond) throw new Problem(beyondReview(judged.decision.rules) ?? 'budget-full');
  await closeRequest(work, registrationId);
  const decisionId = await replaceDecision(work, place, judged, { quiet: true });
  const reviewedBy = actor.account.id;
  const [kept] = await tx
    .insert(reviews)
    .values({ registrationId, outcome, motivation, reviewedBy, reviewedOn: on, decisionId, createdAt: now })
    .returning({ id: reviews.id });
  await record(work, {
    action: `registration.review-${outcome}`,
    subjectId: registrationId,
    details: { reviewId: kept!.id, from: before.outcome, to: judged.decision.outcome },
  });
  await mail({ kind: 'reviewOutcome', registrationId, reviewId: kept!.id });
}
