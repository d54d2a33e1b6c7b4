import { desc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { budgetPhases, programmeQuarters } from '../../../db/schema/programmes.ts';
import { quarterEvaluations } from '../../../db/schema/steering.ts';
import { changesOfPhase, inForce } from '../phases/in-force.ts';
import { Problem } from '../../http/problem.ts';

/** The quarters of a programme in order, each with its phase as it is in force now. */
export async function quartersInForce(db: Reader, programmeId: string, now: Date) {
  const rows = await db
    .select({ quarter: programmeQuarters, row: budgetPhases, changes: changesOfPhase })
    .from(programmeQuarters)
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .where(eq(programmeQuarters.programmeId, programmeId))
    .orderBy(programmeQuarters.ordinal);
  return rows.map(({ quarter, row, changes }) => ({
    quarter,
    row,
    changes,
    phase: row && inForce(row, changes, now),
  }));
}
export type QuarterInForce = Awaited<ReturnType<typeof quartersInForce>>[number];

export function quarterOf(quarters: QuarterInForce[], ordinal: number) {
  const found = quarters.find(({ quarter }) => quarter.ordinal === ordinal);
  if (!found) throw new Problem('not-found');
  return found;
}

/** The evaluation of a quarter that counts; null when there is none yet. */
export async function newestEvaluation(db: Reader, quarterId: string) {
  const [found] = await db
    .select()
    .from(quarterEvaluations)
    .where(eq(quarterEvaluations.quarterId, quarterId))
    .orderBy(desc(quarterEvaluations.decidedAt), desc(quarterEvaluations.id))
    .limit(1);
  return found ?? null;
}
