import { desc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { ruleSets } from '../../../db/schema/programmes.ts';
import { decisions } from '../../../db/schema/registrations.ts';
import { rules } from './schema.ts';

/** The newest decision on a registration, with the rules that it was made by; null when there is none. */
export async function newestDecision(db: Reader, registrationId: string) {
  const [row] = await db
    .select({ decision: decisions, rules: ruleSets.rules })
    .from(decisions)
    .innerJoin(ruleSets, eq(ruleSets.id, decisions.ruleSetId))
    .where(eq(decisions.registrationId, registrationId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  return row ? { decision: row.decision, rules: rules.parse(row.rules) } : null;
}
