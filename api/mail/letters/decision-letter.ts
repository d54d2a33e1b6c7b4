import { eq } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { decisions } from '../../../db/schema/registrations.ts';
import type { DecisionFacts, Locale } from '../../../emails/facts.ts';
import { decision } from '../../../emails/templates/decision.ts';
import { reviewOutcome } from '../../../emails/templates/review-outcome.ts';
import type { Facts } from '../../paying/eligibility/facts.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { wait } from '../../paying/eligibility/reason-words.ts';
import type { Decision } from '../../paying/eligibility/rules.ts';
import { fromStored } from '../../paying/eligibility/shapes.ts';
import { latestReviews } from '../../paying/eligibility/latest-reviews.ts';
import { isLive } from '../../places/life/rules.ts';
import { costFacts, findRegistration, type MailSettings, registrationFacts } from './mail-facts.ts';
import type { DecisionJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';

/** Who pays now, by the rules or by a person; null when another mail tells it. Also after the session. */
export async function decisionLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  job: DecisionJob,
): Promise<Letter | null> {
  const rows = await findRegistration(db, job.registrationId);
  const to = rows?.account?.email;
  if (!rows || !to || !isLive(rows.registration.status)) return null;
  const { locale, id } = rows.registration;
  const about = { to, accountId: rows.account?.id ?? null, registrationId: id };
  const facts = await registrationFacts(db, rows, to, locale, settings);

  if (job.kind === 'reviewOutcome') {
    const review = (await latestReviews(db, [id])).get(id);
    if (review?.id !== job.reviewId) return null;
    const [followed] = await db.select().from(decisions).where(eq(decisions.id, review.decisionId));
    const what = {
      cost: costFacts(fromStored(followed!), locale),
      granted: review.outcome === 'approved',
      explanation: review.motivation,
      reviewedAt: review.createdAt,
    };
    return { ...about, mail: reviewOutcome({ ...facts, ...what }, locale) };
  }
  const [told] = await db.select().from(decisions).where(eq(decisions.id, job.decisionId));
  const newest = (await newestDecision(db, id))?.decision;
  if (!newest || !isStillTold(told!, newest)) return null;
  const { outcome, rules } = fromStored(newest);
  const what = { outcome, reasons: reasonsOf(rules, locale), decidedAt: newest.decidedAt };
  return { ...about, mail: decision({ ...facts, ...what }, locale) };
}

type Row = typeof decisions.$inferSelect;
const reviewOf = ({ facts }: Row) => (facts as Facts).review;
/** A newer decision that comes out the same has no mail; one that comes out otherwise, or by a person, has. */
const isStillTold = (told: Row, newest: Row) =>
  told.outcome === newest.outcome && (reviewOf(newest) === null || reviewOf(told) !== null);

/** Every rule in words, with what the reader can do where it did not pass. */
const reasonsOf = (rules: Decision['rules'], locale: Locale): DecisionFacts['reasons'] =>
  rules.map(({ outcome, reason, nextStep }) => ({
    sentence:
      outcome === 'passed' || nextStep === null || nextStep.nl === wait.nl
        ? reason[locale]
        : `${reason[locale]} ${nextStep[locale]}`,
    met: ({ passed: 'yes', failed: 'no', unknown: 'unknown' } as const)[outcome],
  }));
