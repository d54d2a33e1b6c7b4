import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { budgetPhases, programmeQuarters } from '../../../db/schema/programmes.ts';
import { phaseChanges, phaseChangeUndos } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { canChange, canRemove, type PlannedPhase } from './rules.ts';

/** What was taken back is no decision any more. */
const decisionsOn =
  sql`(select count(*)::int from ${phaseChanges} where ${phaseChanges.phaseId} = ${budgetPhases.id}
  and not exists (select from ${phaseChangeUndos} where ${phaseChangeUndos.changeId} = ${phaseChanges.id}))` as SQL<number>;
const rowsOf = (table: typeof phaseChanges | typeof ledgerEntries) =>
  sql`(select count(*)::int from ${table} where ${table.phaseId} = ${budgetPhases.id})` as SQL<number>;

/** The quarters of a programme in order, each with its phase as it began and what hangs on it. */
export async function plannedPhases(db: Reader, programmeId: string) {
  const rows = await db
    .select({
      quarter: programmeQuarters,
      row: budgetPhases,
      decisions: decisionsOn,
      moves: sql<number>`${rowsOf(ledgerEntries)} + ${rowsOf(phaseChanges)}`,
    })
    .from(programmeQuarters)
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .where(eq(programmeQuarters.programmeId, programmeId))
    .orderBy(asc(programmeQuarters.ordinal));
  return rows.map(({ quarter, row, decisions, moves }) => ({
    quarter,
    row,
    phase: planned(row, decisions, moves),
  }));
}
export type QuarterPlan = Awaited<ReturnType<typeof plannedPhases>>[number];

function planned(
  row: typeof budgetPhases.$inferSelect | null,
  decisions: number,
  moves: number,
): PlannedPhase | null {
  if (!row) return null;
  const { ceilingCents, reservedCents, committedCents, realisedCents, state } = row;
  const promisedCents = reservedCents + committedCents + realisedCents;
  // A phase that began in another state than planned was decided about before the portal wrote such things down.
  return { ceilingCents, promisedCents, decisions: state === 'planned' ? decisions : decisions + 1, moves };
}

export const together = (quarters: QuarterPlan[]) =>
  quarters.reduce((sum, { phase }) => sum + (phase?.ceilingCents ?? 0), 0);

export function planOf(quarters: QuarterPlan[], ordinal: number) {
  const found = quarters.find(({ quarter }) => quarter.ordinal === ordinal);
  if (!found) throw new Problem('not-found');
  return found;
}

/** How the authorised money of a programme is divided over its quarters, and what of it can be changed. */
export async function phasePlanOf(db: Reader, actor: StaffActor, idOrSlug: string) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const quarters = await plannedPhases(db, programme.id);
  const { authorisedCents, authorisedBasis } = programme;
  const phasesCents = together(quarters);
  return {
    authorised: authorisedCents === null ? null : { cents: authorisedCents, basis: authorisedBasis },
    phasesCents,
    freeCents: authorisedCents === null ? null : authorisedCents - phasesCents,
    quarters: quarters.map(({ quarter, phase }) => ({
      ordinal: quarter.ordinal,
      startsOn: quarter.startsOn,
      endsOn: quarter.endsOn,
      ceilingCents: phase?.ceilingCents ?? null,
      promisedCents: phase?.promisedCents ?? 0,
      canChange: canChange(phase),
      canRemove: phase !== null && canRemove(phase),
    })),
  };
}
