import { programmeOfParty } from '../../programmes/programmes/own-programme.ts';
import { desc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { programmeQuarters } from '../../../db/schema/programmes.ts';
import { phaseChanges, phaseChangeUndos, steeringMeasures } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { toUndone, undoers } from '../phase-changes/queries.ts';

/** Every measure in a programme, newest first. For the municipality and the parties. */
export async function listMeasures(db: Reader, actor: StaffActor, idOrSlug: string) {
  const programme = await programmeOfParty(db, actor, idOrSlug);
  const rows = await db
    .selectDistinctOn([steeringMeasures.decidedAt, steeringMeasures.id], {
      row: steeringMeasures,
      quarter: programmeQuarters.ordinal,
      decidedBy: accounts.name,
      undo: phaseChangeUndos,
      undoneBy: undoers.name,
    })
    .from(steeringMeasures)
    .innerJoin(programmeQuarters, eq(programmeQuarters.id, steeringMeasures.quarterId))
    .innerJoin(accounts, eq(accounts.id, steeringMeasures.decidedBy))
    .leftJoin(phaseChanges, eq(phaseChanges.measureId, steeringMeasures.id))
    .leftJoin(phaseChangeUndos, eq(phaseChangeUndos.changeId, phaseChanges.id))
    .leftJoin(undoers, eq(undoers.id, phaseChangeUndos.undoneBy))
    .where(eq(steeringMeasures.programmeId, programme.id))
    .orderBy(desc(steeringMeasures.decidedAt), desc(steeringMeasures.id));
  return rows.map(({ row, quarter, decidedBy, undo, undoneBy }) => ({
    id: row.id,
    quarter,
    trigger: row.trigger,
    kind: row.kind,
    motivation: row.motivation,
    effectiveOn: row.effectiveOn,
    ceilingCents: row.ceilingCents,
    decidedBy,
    decidedAt: row.decidedAt.toISOString(),
    undone: toUndone(undo, undoneBy),
  }));
}
