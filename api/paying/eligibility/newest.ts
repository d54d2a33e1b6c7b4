import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { ruleSets } from '../../../db/schema/programmes.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import { rules } from './schema.ts';

/** The decision that holds for a registration, with the rules that it was made by; null when there is none. */
export async function newestDecision(db: Reader, registrationId: string) {
  const [row] = await db
    .select({ decision: decisions, rules: ruleSets.rules })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .innerJoin(ruleSets, eq(ruleSets.id, decisions.ruleSetId))
    .where(eq(registrations.id, registrationId));
  return row ? { decision: row.decision, rules: rules.parse(row.rules) } : null;
}
