import { programmeOfParty } from '../../programmes/programmes/own-programme.ts';
import { desc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { programmeQuarters } from '../../../db/schema/programmes.ts';
import { steeringMeasures } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';

/** Every measure in a programme, newest first. For the municipality and the parties. */
export async function listMeasures(db: Reader, actor: StaffActor, idOrSlug: string) {
  const programme = await programmeOfParty(db, actor, idOrSlug);
  const rows = await db
    .select({ row: steeringMeasures, quarter: programmeQuarters.ordinal, decidedBy: accounts.name })
    .from(steeringMeasures)
    .innerJoin(programmeQuarters, eq(programmeQuarters.id, steeringMeasures.quarterId))
    .innerJoin(accounts, eq(accounts.id, steeringMeasures.decidedBy))
    .where(eq(steeringMeasures.programmeId, programme.id))
    .orderBy(desc(steeringMeasures.decidedAt), desc(steeringMeasures.id));
  return rows.map(({ row, quarter, decidedBy }) => ({
    id: row.id,
    quarter,
    trigger: row.trigger,
    kind: row.kind,
    motivation: row.motivation,
    effectiveOn: row.effectiveOn,
    ceilingCents: row.ceilingCents,
    decidedBy,
    decidedAt: row.decidedAt.toISOString(),
  }));
}
