import type { Tx } from '../../../db/open.ts';
import { reportSnapshots } from '../../../db/schema/reports.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import type { Period } from './periods.rules.ts';
import { gather } from './queries.ts';

/** When a report is kept: in an ISO week (`2026-W48`), or when its period is over. */
export type SnapshotMoment = 'end' | `${number}-W${string}`;

/** Keeps the report of a period as it is at `asOf`. A moment that was kept before is left as it was. */
export async function takeSnapshot(
  tx: Tx,
  programmeId: string,
  period: Period,
  moment: SnapshotMoment,
  asOf: Date,
) {
  const figures = await gather(tx, await findProgramme(tx, programmeId), period, asOf);
  await tx
    .insert(reportSnapshots)
    .values({
      programmeId,
      period: period.key,
      reason: moment === 'end' ? 'period-end' : 'weekly',
      moment,
      asOf,
      figures,
      createdAt: asOf,
    })
    .onConflictDoNothing();
}
