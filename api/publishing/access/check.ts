import { asc, desc, eq } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { accessChecks } from '../../../db/schema/access.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import type { Deps } from '../../deps.ts';
import { isReserving } from '../../offer/catalogue/reserve.rules.ts';
import { traceOf } from '../../http/on-error.ts';
import { isOutage, isPassing, reportOutage } from '../../unit-of-work/outage.ts';
import { promiseOf } from './gate.ts';
import { changesOf } from './history.ts';
import { type Earlier, hasPassed, judgeAccess, type Judged, type Trials } from './rules.ts';
import { tryBoth } from './trial.ts';

export const newestFirst = [desc(accessChecks.checkedAt), desc(accessChecks.id)];

type Checking = Pick<Deps, 'db' | 'config'>;
/** A check as it is kept. */
export type Kept = Judged & { trials?: Trials };

/**
 * Checks whether a session was open to everyone, over its whole time and by trying, and keeps what it found. A session that
 * has begun is not tried any more: its last trial stands, and without an earlier check nothing is said of it.
 */
export async function checkAccess({ db, config }: Checking, sessionId: string, now: Date) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session || session.status === 'draft') return;
  const { requiresOpenAccess, shown } = await promiseOf(db, session.moduleId);
  if (!requiresOpenAccess) return;
  const earlier = await db
    .select()
    .from(accessChecks)
    .where(eq(accessChecks.sessionId, sessionId))
    .orderBy(asc(accessChecks.checkedAt), asc(accessChecks.id));
  // Nobody can tell afterwards what it was like to book what was never looked at while one could.
  if (earlier.length === 0 && session.startsAt <= now) return;
  const bookable = session.status === 'scheduled' && now < session.startsAt;
  const trials = bookable
    ? await tryBoth({ db, config }, { id: sessionId, reserving: isReserving(session, now) }, now)
    : lastTrial(earlier);
  const judged = judgeAccess(await changesOf(db, sessionId), shown, trials, earlier.map(failedThen));
  const checks = judged.map((one): Kept => (one.check === 'trial' && trials ? { ...one, trials } : one));
  const isOver = session.endsAt <= now;
  const isNew = earlier.length === 0 || earlier.at(-1)!.checkedAt < (await lastChange(db, sessionId, now));
  const reason = isOver ? ('afterwards' as const) : isNew ? ('change' as const) : ('daily' as const);
  await db.transaction((tx) =>
    insertRows(tx, accessChecks, [
      { sessionId, reason, open: judged.every(hasPassed), checks, checkedAt: now },
    ]),
  );
}

/**
 * After a publication or change, unless who may book is as it was checked. The worker makes it within a minute when this
 * fails, so that the change stands; a fault of ours is logged.
 */
export async function checkSoon(deps: Checking, sessionId: string, now: Date) {
  try {
    const [last] = await deps.db
      .select({ checkedAt: accessChecks.checkedAt })
      .from(accessChecks)
      .where(eq(accessChecks.sessionId, sessionId))
      .orderBy(...newestFirst)
      .limit(1);
    if (last && (await lastChange(deps.db, sessionId, now)) < last.checkedAt) return;
    await checkAccess(deps, sessionId, now);
  } catch (error) {
    if (isOutage(error)) reportOutage(error);
    else if (!isPassing(error)) console.error(traceOf(error as Error));
  }
}

const keptIn = ({ checks }: { checks: unknown }) => checks as Kept[];

const failedThen = (row: typeof accessChecks.$inferSelect): Earlier => ({
  at: row.checkedAt,
  failed: keptIn(row).flatMap(({ check, now }) => (now ? [] : check)),
});

function lastTrial(earlier: { checks: unknown }[]) {
  for (const row of earlier.toReversed()) {
    const trials = keptIn(row).find(({ check }) => check === 'trial')?.trials;
    if (trials) return trials;
  }
  return null;
}

async function lastChange(db: Deps['db'], sessionId: string, now: Date) {
  const changes = await changesOf(db, sessionId);
  return changes.at(-1)?.at ?? now;
}
