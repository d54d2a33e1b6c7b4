import { programmeOfParty } from '../../programmes/programmes/own-programme.ts';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { quarterEvaluations } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { quarterOf, quartersInForce } from '../../programmes/programmes/quarters.ts';
import type { evaluation } from './schema.ts';

type EvaluationFigures = z.output<typeof evaluation>['figures'];

/** Every evaluation of a quarter, the one that counts first. For the municipality and the parties. */
export async function listEvaluations(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  ordinal: number,
  now: Date,
) {
  const programme = await programmeOfParty(db, actor, idOrSlug);
  const { quarter } = quarterOf(await quartersInForce(db, programme.id, now), ordinal);
  const rows = await db
    .select({ row: quarterEvaluations, decidedBy: accounts.name })
    .from(quarterEvaluations)
    .innerJoin(accounts, eq(accounts.id, quarterEvaluations.decidedBy))
    .where(eq(quarterEvaluations.quarterId, quarter.id))
    .orderBy(desc(quarterEvaluations.decidedAt), desc(quarterEvaluations.id));
  return rows.map(({ row, decidedBy }) => ({
    id: row.id,
    decision: row.decision,
    text: row.text,
    figures: row.figures as EvaluationFigures,
    decidedBy,
    decidedAt: row.decidedAt.toISOString(),
  }));
}
