import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { registrations } from '../../../db/schema/registrations.ts';
import { reviewRequests } from '../../../db/schema/reviews.ts';
import type { Declared } from '../../paying/declarations/rules.ts';
import { keepLedger } from './keep-ledger.ts';
import type { LockedSession } from './places.ts';
import { localDate } from '../../language/time.ts';
import { type Judged, judgeOne, keepDecision } from '../../paying/eligibility/decide.ts';
import type { Facts } from '../../paying/eligibility/facts.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { decide } from '../../paying/eligibility/rules.ts';

/** As `lockPersonAndRegistration` gives them. */
export type LockedPlace = { registration: typeof registrations.$inferSelect; session: LockedSession };

/** Judges a place as it is now, with all that is known of it. */
export const judgeNow = (work: Work, { registration, session }: LockedPlace, review?: Facts['review']) =>
  judgeOne(
    work,
    { ...registration, proved: registration.status === 'confirmed', ...(review && { review }) },
    session,
  );

/**
 * After someone declared something else. What was promised is not taken back for any other reason: an eligible decision is
 * made again from its own facts and rules, and only what was declared is new. Every other one is made anew.
 */
export async function withDeclared(work: Work, place: LockedPlace, { answers, deMinimisCents }: Declared) {
  const { tx, now } = work;
  const before = await newestDecision(tx, place.registration.id);
  const promised = before?.decision.outcome === 'eligible' ? before.decision : null;
  if (!promised) return replaceDecision(work, place, await judgeNow(work, place));
  const kept = promised.facts as Facts;
  const facts = {
    ...kept,
    today: localDate(now),
    declarations: answers,
    deMinimis: { ...kept.deMinimis, declaredCents: deMinimisCents },
  };
  const decision = decide(before!.rules, facts);
  return replaceDecision(work, place, { decision, facts, ruleSetId: promised.ruleSetId });
}

/**
 * Keeps a decision as the one that holds and makes the money follow. With a certain place the person is told when it came out
 * otherwise; `quiet` where another mail says so. What is eligible now needs no review any more. Throws `budget-full`.
 */
export async function replaceDecision(
  work: Work,
  { registration: { id, status }, session }: LockedPlace,
  judged: Judged,
  { quiet = false } = {},
) {
  const { tx, mail } = work;
  const before = await newestDecision(tx, id);
  const decisionId = await keepDecision(work, id, judged);
  const { outcome } = judged.decision;
  if (outcome === 'eligible') await closeRequest(work, id);
  await keepLedger(work, session, [id]);
  if (!quiet && status === 'confirmed' && outcome !== before?.decision.outcome) {
    await mail({ kind: 'decision', registrationId: id, decisionId });
  }
  return decisionId;
}

export const closeRequest = ({ tx, now }: Work, registrationId: string) =>
  tx
    .update(reviewRequests)
    .set({ closedAt: now })
    .where(and(eq(reviewRequests.registrationId, registrationId), isNull(reviewRequests.closedAt)));
