import type { Reader } from '../../db/open.ts';
import { usualCost } from '../catalogue/shapes.ts';
import { borneExVatCents } from '../eligibility/cost.ts';
import { newestDecision } from '../eligibility/newest.ts';
import { type Paying, payingFor } from '../eligibility/queries.ts';
import { askedBy, type Declared, keptOf } from './rules.ts';
import type { NewDeclaration } from './schema.ts';

/** What the rules in force for a session ask of the entrepreneur. */
export const askedFor = ({ ruleSet, module }: Paying) =>
  askedBy(ruleSet.rules, borneExVatCents(usualCost(module)));

/** What of that was given; null when nothing. */
export const declaredIn = (paying: Paying, given: NewDeclaration): Declared | null =>
  keptOf(askedFor(paying), given);

/** What is asked of who has booked: newer rules ask nothing more of whom the municipality already pays for. */
export async function askedOf(
  db: Reader,
  registrationId: string,
  session: { id: string; startsAt: Date },
  now: Date,
) {
  const paying = await payingFor(db, session, now);
  const newest = await newestDecision(db, registrationId);
  if (newest?.decision.outcome !== 'eligible') return askedFor(paying);
  return askedBy(newest.rules, borneExVatCents(usualCost(paying.module)));
}
