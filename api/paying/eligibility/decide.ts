import type { Work } from '../../work/work.ts';
import { decisions } from '../../../db/schema/registrations.ts';
import { lockedPaying } from './locked-paying.ts';
import { localDate } from '../../language/time.ts';
import type { Facts } from './facts.ts';
import { type Asker, gatherFacts } from './gather.ts';
import { type Decision, decide } from './rules.ts';

/** A decision with all it saw, as it is kept. */
export type Judged = { decision: Decision; facts: Facts; ruleSetId: string };

/**
 * Judges one registration by the rules in force today and keeps the decision with all it saw. While the address is not
 * proved it looks only at what was typed, so that the answer tells a stranger nothing; it is decided again when it is.
 */
export async function decideRegistration(
  work: Work,
  asker: Asker,
  session: { id: string; startsAt: Date },
): Promise<Decision> {
  const { tx, now } = work;
  const judged = await judgeOne(work, asker, session);
  await tx.insert(decisions).values(decisionRow(asker.id, judged, now));
  return judged.decision;
}

/** The same without keeping it. */
export async function judgeOne(
  work: Work,
  asker: Asker,
  session: { id: string; startsAt: Date },
): Promise<Judged> {
  const { tx, now } = work;
  const paying = await lockedPaying(work, session, [asker]);
  const [facts] = await gatherFacts(tx, paying, session, [asker], now);
  const { ruleSet } = paying;
  return { decision: decide(ruleSet.rules, facts!), facts: facts!, ruleSetId: ruleSet.id };
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
