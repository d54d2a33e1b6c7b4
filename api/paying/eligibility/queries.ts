import { and, desc, eq, gte, lte, type SQL } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import {
  budgetPhases,
  products,
  programmeQuarters,
  programmes,
  ruleSets,
} from '../../../db/schema/programmes.ts';
import { whole } from '../../../db/whole.ts';
import { changesOfPhase, inForce, stoppedFrom } from '../../programmes/phases/in-force.ts';
import { localDate } from '../../language/time.ts';
import { type RuleKind, rules } from './schema.ts';

type RuleSetRow = typeof ruleSets.$inferSelect;

const hasBegun = (now: Date) => lte(ruleSets.validFrom, localDate(now));
const newestFirst = [desc(ruleSets.validFrom), desc(ruleSets.version)];

function theRules(row: RuleSetRow | null | undefined, programmeId: string) {
  if (!row) throw new Error(`No rules in force for programme ${programmeId}`);
  return { id: row.id, version: row.version, rules: rules.parse(row.rules) };
}

/** The rules of a programme that hold today: its newest version that has begun. */
export async function rulesInForce(db: Reader, programmeId: string, now: Date) {
  const [found] = await db
    .select()
    .from(ruleSets)
    .where(and(eq(ruleSets.programmeId, programmeId), hasBegun(now)))
    .orderBy(...newestFirst)
    .limit(1);
  return theRules(found, programmeId);
}

const module = whole(modules);
const product = whole(products) as SQL<typeof products.$inferSelect | null>;
const programme = whole(programmes);
const phase = whole(budgetPhases) as SQL<typeof budgetPhases.$inferSelect | null>;
const { memberContributionCents } = sessions;
const ruleSet = whole(ruleSets) as SQL<typeof ruleSets.$inferSelect | null>;

/**
 * What decides who pays for a session, besides the person: its module, product and programme, the phase of the budget that
 * its local start date falls in, and the rules in force today.
 */
export async function payingFor(db: Reader, session: { id: string; startsAt: Date }, now: Date) {
  const on = localDate(session.startsAt);
  const [found] = await db
    .select({
      module,
      product,
      programme,
      phase,
      changes: changesOfPhase,
      stoppedFrom,
      ruleSet,
      memberContributionCents,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(products, eq(products.id, modules.productId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .leftJoin(
      programmeQuarters,
      and(
        eq(programmeQuarters.programmeId, programmes.id),
        lte(programmeQuarters.startsOn, on),
        gte(programmeQuarters.endsOn, on),
      ),
    )
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .leftJoin(ruleSets, and(eq(ruleSets.programmeId, programmes.id), hasBegun(now)))
    .where(eq(sessions.id, session.id))
    .orderBy(...newestFirst)
    .limit(1);
  const { ruleSet: newest, phase: row, changes, stoppedFrom: stopped, ...around } = found!;
  const current = row && inForce(row, changes, now);
  return {
    ...around,
    phase: current,
    paused: (current?.paused ?? false) || (stopped !== null && stopped <= localDate(now)),
    ruleSet: theRules(newest, around.programme.id),
  };
}

export type Paying = Awaited<ReturnType<typeof payingFor>>;

const CAPS: ReadonlySet<RuleKind> = new Set(['productCap', 'peopleCap']);
export const hasCaps = ({ ruleSet }: Paying) => ruleSet.rules.some(({ kind }) => CAPS.has(kind));

/** Whether what is paid here counts as state aid, or is judged by what was granted elsewhere. */
export const grantsAid = ({ programme, ruleSet }: Paying) =>
  programme.deMinimis === 'applicable' || ruleSet.rules.some(({ kind }) => kind === 'deMinimisRoom');

const DECLARED: ReadonlySet<RuleKind> = new Set(['declarations', 'deMinimisRoom']);
export const asksDeclarations = ({ ruleSet }: Paying) =>
  ruleSet.rules.some(
    (rule) => DECLARED.has(rule.kind) || (rule.kind === 'establishedInArea' && rule.basis !== 'business'),
  );

/** Whether there is money in a place: not where a session is paid as a whole, or costs nothing. */
export const isPaidPerPlace = ({ programme, module }: Paying) =>
  programme.funding === 'perParticipant' && module.priceExVatCents > 0;

/** Whether the judgement of one changes it for the next: then both need the lock of the programme's money. */
export const isShared = (paying: Paying) =>
  isPaidPerPlace(paying) || (paying.programme.funding === 'perParticipant' && hasCaps(paying));
