import { and, eq, gt, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accessChecks, sessionAccessChanges } from '../../../db/schema/access.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { checkAccess } from '../../publishing/access/check.ts';
import type { Deps } from '../../deps.ts';
import { localDate, startOfDate } from '../../language/time.ts';

const MOST_AT_ONCE = 50;

/**
 * Sessions of programmes with open access to be checked: still to come and never looked at, changed since, not looked at
 * today, or over since the last time.
 */
async function sessionsToCheck(db: Db, now: Date) {
  const last = sql`(select max(${accessChecks.checkedAt}) from ${accessChecks}
    where ${accessChecks.sessionId} = ${sessions.id})`;
  const changed = sql`(select max(${sessionAccessChanges.at}) from ${sessionAccessChanges}
    where ${sessionAccessChanges.sessionId} = ${sessions.id})`;
  const [at, today] = [now.toISOString(), startOfDate(localDate(now)).toISOString()];
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .where(
      and(
        eq(programmes.requiresOpenAccess, true),
        ne(sessions.status, 'draft'),
        or(
          and(sql`${last} is null`, gt(sessions.startsAt, now)),
          sql`${changed} > ${last}`,
          and(
            eq(sessions.status, 'scheduled'),
            sql`${last} < case when ${sessions.endsAt} > ${at}::timestamptz then ${today}::timestamptz else ${sessions.endsAt} end`,
          ),
        ),
      ),
    )
    .orderBy(sql`${last} nulls first`, sessions.startsAt)
    .limit(MOST_AT_ONCE);
  return rows.map(({ id }) => id);
}

/** One that fails does not keep the others waiting. */
export async function checkAccessOfSessions({ db, config, clock }: Pick<Deps, 'db' | 'config' | 'clock'>) {
  const now = clock();
  const failures: unknown[] = [];
  for (const sessionId of await sessionsToCheck(db, now)) {
    await checkAccess({ db, config }, sessionId, now).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} sessions could not be checked for open access`);
  }
}
