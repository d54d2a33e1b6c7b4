import { eq, sql } from 'drizzle-orm';
import type { Work } from '../../unit-of-work/work.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import { lockedPaying } from './locked-paying.ts';
import { isShared, type Paying } from './queries.ts';
import { localDate } from '../../language/time.ts';
import type { Facts } from './facts.ts';
import { type Asker, gatherFacts } from './gather.ts';
import { type Decision, decide } from './rules.ts';

/** A decision with all it saw, as it is kept. */
export type Judged = { decision: Decision; facts: Facts; ruleSetId: string };

/** With what the programme pays, where that was read under the lock of its money. */
export type JudgedNow = Judged & { paying: Paying | null };

/**
 * Judges one registration by the rules in force today and keeps the decision with all it saw. While the address is not
 * proved it looks only at what was typed, so that the answer tells a stranger nothing; it is decided again when it is.
 */
export async function decideRegistration(
  work: Work,
  asker: Asker,
  session: { id: string; startsAt: Date },
): Promise<Decision> {
  const judged = await judgeOne(work, asker, session);
  await keepDecision(work, asker.id, judged);
  return judged.decision;
}

/** The same without keeping it. */
export async function judgeOne(
  work: Work,
  asker: Asker,
  session: { id: string; startsAt: Date },
): Promise<JudgedNow> {
  const { tx, now } = work;
  const paying = await lockedPaying(work, session, [asker]);
  const [facts] = await gatherFacts(tx, paying, session, [asker], now);
  const { ruleSet } = paying;
  const judged = { decision: decide(ruleSet.rules, facts!), facts: facts!, ruleSetId: ruleSet.id };
  return { ...judged, paying: isShared(paying) ? paying : null };
}

/** Keeps a decision as the one that holds for a registration, whose row the caller has locked. Gives its id. */
export async function keepDecision({ tx, now }: Work, registrationId: string, judged: Judged) {
  const made = tx.$with('made').as(
    tx
      .insert(decisions)
      .values(decisionRow(registrationId, judged, now))
      .returning({ id: decisions.id, registrationId: decisions.registrationId }),
  );
  const [pointed] = await tx
    .with(made)
    .update(registrations)
    .set({ decisionId: sql`${made.id}` })
    .from(made)
    .where(eq(registrations.id, made.registrationId))
    .returning({ id: made.id });
  return pointed!.id;
}

export const decisionRow = (registrationId: string, { decision, facts, ruleSetId }: Judged, now: Date) => ({
  registrationId,
  ruleSetId,
  outcome: decision.outcome,
  payer: decision.cost.payer,
  exVatCents: decision.cost.exVatCents,
  vatCents: decision.cost.vatCents,
  ownContributionCents: decision.cost.ownContributionCents,
  facts,
  rules: decision.rules,
  decidedOn: localDate(now),
  decidedAt: now,
});
