import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { reportSnapshots } from '../../../db/schema/reports.ts';
import type { Deps } from '../../deps.ts';
import { listProgrammes } from '../../programmes/programmes/queries.ts';
import { dueSnapshots, periodsOf } from '../../steering/reports/due.ts';
import { takeSnapshot } from '../../steering/reports/take-snapshot.ts';
import { atHour, isoWeek, startOfDate } from '../../language/time.ts';

// The parts of a report agree.
const oneMoment = { isolationLevel: 'repeatable read' } as const;

/** The reports of periods that are over, as if each was kept the night after. For demo data, which has a past. */
export async function keepPast(db: Db, now: Date) {
  for (const programme of await listProgrammes(db, now)) {
    for (const period of periodsOf(programme)) {
      const asOf = atHour(startOfDate(period.endsOn), 1, 3);
      if (asOf > now) continue;
      await db.transaction((tx) => takeSnapshot(tx, programme.id, period, 'end', asOf), oneMoment);
    }
  }
}

/** Every snapshot in a transaction of its own: one that fails does not keep the others waiting, nor is it lost. */
export async function takeSnapshots({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const now = clock();
  const failures: unknown[] = [];
  for (const programme of await listProgrammes(db, now)) {
    const due = dueSnapshots(programme, isoWeek(now), now);
    if (due.length === 0) continue;
    const moments = [...new Set(due.map(({ moment }) => moment))];
    const kept = await db
      .select({ period: reportSnapshots.period, moment: reportSnapshots.moment })
      .from(reportSnapshots)
      .where(and(eq(reportSnapshots.programmeId, programme.id), inArray(reportSnapshots.moment, moments)));
    const isKept = new Set(kept.map(({ period, moment }) => `${period} ${moment}`));
    for (const { period, moment } of due) {
      if (isKept.has(`${period.key} ${moment}`)) continue;
      await db
        .transaction((tx) => takeSnapshot(tx, programme.id, period, moment, now), oneMoment)
        .catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} snapshots could not be taken`);
}
