import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { reportSnapshots } from '../../../db/schema/reports.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import { mayRead } from '../../programmes/programmes/own-programme.ts';
import { compare } from './compare.ts';
import { protect } from './protect.rules.ts';
import { findPeriod, referencesOf, type Which } from './queries.ts';
import type { Report } from './schema.ts';

type Row = typeof reportSnapshots.$inferSelect;

/** The snapshots of a period, the newest first. Whoever may read the report may read them. */
export async function listSnapshots(db: Reader, actor: StaffActor, idOrSlug: string, which: Which) {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  await mayRead(db, actor, programme);
  const { key } = await findPeriod(db, programme.id, which);
  const rows = await db
    .select(short)
    .from(reportSnapshots)
    .where(and(eq(reportSnapshots.programmeId, programme.id), eq(reportSnapshots.period, key)))
    .orderBy(desc(reportSnapshots.asOf), desc(reportSnapshots.id));
  return rows.map(describe);
}

/** The report as it was when the snapshot was taken, small cells protected as they are now. */
export async function readSnapshot(db: Reader, actor: StaffActor, idOrSlug: string, id: string) {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  await mayRead(db, actor, programme);
  const [found] = await wholeSnapshots(db, programme.id, [id]);
  if (!found) throw new Problem('not-found');
  return protect(found.figures as Report, await referencesOf(db, programme.id));
}

/** Every figure of two snapshots of a programme, whatever their periods. */
export async function compareSnapshots(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  ids: { from: string; to: string },
) {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  await mayRead(db, actor, programme);
  const found = await wholeSnapshots(db, programme.id, [ids.from, ids.to]);
  const [from, to] = [ids.from, ids.to].map((id) => found.find((one) => one.id === id));
  if (!from || !to) throw new Problem('not-found');
  const figures = compare(protect(from.figures as Report), protect(to.figures as Report));
  return { from: describe(from), to: describe(to), figures };
}

const wholeSnapshots = (db: Reader, programmeId: string, ids: string[]) =>
  db
    .select()
    .from(reportSnapshots)
    .where(and(eq(reportSnapshots.programmeId, programmeId), inArray(reportSnapshots.id, ids)));

const short = {
  id: reportSnapshots.id,
  period: reportSnapshots.period,
  reason: reportSnapshots.reason,
  moment: reportSnapshots.moment,
  asOf: reportSnapshots.asOf,
};

const describe = ({ id, period, reason, moment, asOf }: Pick<Row, keyof typeof short>) => ({
  id,
  period,
  reason,
  week: reason === 'weekly' ? moment : null,
  asOf: asOf.toISOString(),
});
