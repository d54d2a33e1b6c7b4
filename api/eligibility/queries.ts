import { and, desc, eq, lte } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { ruleSets } from '../../db/schema/programmes.ts';
import { localDate } from '../time.ts';
import { rules } from './schema.ts';

/** The rules of a programme that hold today: its newest version that has begun. */
export async function rulesInForce(db: Reader, programmeId: string, now: Date) {
  const [found] = await db
    .select()
    .from(ruleSets)
    .where(and(eq(ruleSets.programmeId, programmeId), lte(ruleSets.validFrom, localDate(now))))
    .orderBy(desc(ruleSets.validFrom), desc(ruleSets.version))
    .limit(1);
  if (!found) throw new Error(`No rules in force for programme ${programmeId}`);
  return { id: found.id, version: found.version, rules: rules.parse(found.rules) };
}
