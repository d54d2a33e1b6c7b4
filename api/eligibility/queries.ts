import { and, desc, eq, lte } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { programmes, ruleSets } from '../../db/schema/programmes.ts';
import { localDate } from '../time.ts';
import { rules } from './schema.ts';

type RuleSetRow = typeof ruleSets.$inferSelect;

const hasBegun = (now: Date) => lte(ruleSets.validFrom, localDate(now));
const newestFirst = [desc(ruleSets.validFrom), desc(ruleSets.version)];

function inForce(row: RuleSetRow | null | undefined, programmeId: string) {
  if (!row) throw new Error(`No rules in force for programme ${programmeId}`);
  return { id: row.id, rules: rules.parse(row.rules) };
}

/** The rules of a programme that hold today: its newest version that has begun. */
export async function rulesInForce(db: Reader, programmeId: string, now: Date) {
  const [found] = await db
    .select()
    .from(ruleSets)
    .where(and(eq(ruleSets.programmeId, programmeId), hasBegun(now)))
    .orderBy(...newestFirst)
    .limit(1);
  return inForce(found, programmeId);
}

/** What decides who pays for a session, besides the person: its module and programme, and the rules in force today. */
export async function payingFor(db: Reader, sessionId: string, now: Date) {
  const [found] = await db
    .select({ module: modules, programme: programmes, ruleSet: ruleSets })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .leftJoin(ruleSets, and(eq(ruleSets.programmeId, programmes.id), hasBegun(now)))
    .where(eq(sessions.id, sessionId))
    .orderBy(...newestFirst)
    .limit(1);
  const { module, programme, ruleSet } = found!;
  return { module, programme, ruleSet: inForce(ruleSet, programme.id) };
}

export type Paying = Awaited<ReturnType<typeof payingFor>>;
