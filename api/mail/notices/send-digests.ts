import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, exists, gte, lt, sql } from 'drizzle-orm';
import { accountRoles, accounts } from '../../../db/schema/accounts.ts';
import { sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import { digests } from '../../../db/schema/deliveries.ts';
import { atHour, startOfDate } from '../../language/time.ts';
import { digestDue } from './rules.ts';

const WEEK_DAYS = 7;

/** From the start of a Monday to that of the next. */
export const weekOf = (weekStartsOn: string) => ({
  from: startOfDate(weekStartsOn),
  until: atHour(startOfDate(weekStartsOn), WEEK_DAYS, 0),
});

/** On Monday morning: the overview of the week, for who works for an organisation that has something in it. */
export async function sendDigests({ tx, now, mail }: Work) {
  const weekStartsOn = digestDue(now);
  if (!weekStartsOn) return;
  const { from, until } = weekOf(weekStartsOn);
  const own = tx
    .select({ one: sql`1` })
    .from(accountRoles)
    .innerJoin(sessionOrganisers, eq(sessionOrganisers.organisationId, accountRoles.organisationId))
    .innerJoin(sessions, eq(sessions.id, sessionOrganisers.sessionId))
    .where(
      and(
        eq(accountRoles.accountId, accounts.id),
        eq(sessions.status, 'scheduled'),
        gte(sessions.startsAt, from),
        lt(sessions.startsAt, until),
      ),
    );
  const readers = await tx
    .select({ accountId: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.digest, true), exists(own)));
  if (readers.length === 0) return;
  const first = await tx
    .insert(digests)
    .values(readers.map(({ accountId }) => ({ accountId, weekStartsOn })))
    .onConflictDoNothing()
    .returning();
  for (const { accountId } of first) await mail({ kind: 'digest', accountId, weekStartsOn });
}
