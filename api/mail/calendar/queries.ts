import { and, asc, eq, gte, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { calendarFeeds } from '../../../db/schema/calendar.ts';
import { modules, sessions, venues } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { baseConditions, choiceConditions } from '../../offer/catalogue/filters.ts';
import { organisersOf } from '../../offer/catalogue/queries.ts';
import type { SessionFilters } from '../../offer/catalogue/schema.ts';
import { Problem } from '../../http/problem.ts';
import { sha256 } from '../../unit-of-work/secrets.ts';

/** More than anyone's agenda shows, and still a file that every program takes. */
const MOST = 2000;

/** Sessions for a calendar in order of start, cancelled ones included, all on one page. */
export const sessionsForFeed = (db: Reader, filters: SessionFilters, now: Date) =>
  sessionsWhere(db, and(baseConditions(db, filters, now), choiceConditions(db, filters)));

/** Throws `not-found` for an unknown id, for a draft and in a programme that is one. */
export async function sessionForFile(db: Reader, id: string) {
  const [found] = await sessionsWhere(
    db,
    and(eq(sessions.id, id), ne(sessions.status, 'draft'), ne(programmes.status, 'draft')),
  );
  if (!found) throw new Problem('not-found');
  return found;
}

async function sessionsWhere(db: Reader, condition: SQL | undefined) {
  const found = await db
    .select({
      session: sessions,
      module: modules,
      venue: venues,
      programme: programmes,
      changedAt: sessions.changedAt,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(condition)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(MOST);
  const organisers = await organisersOf(
    db,
    found.map(({ session }) => session.id),
  );
  return found.map((row) => ({ ...row, organisers: organisers.get(row.session.id) ?? [] }));
}

/** What an account has or had a certain place for, since `from`. A place that was given up stays, as cancelled. */
export async function appointmentsOf(db: Reader, accountId: string, from: Date) {
  return db
    .select({
      registration: registrations,
      session: sessions,
      module: modules,
      venue: venues,
      changedAt: sql`greatest(${sessions.changedAt}, ${registrations.confirmedAt}, ${registrations.movedAt},
        ${registrations.cancelledAt})`.mapWith(sessions.changedAt),
    })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(
      and(
        eq(entrepreneurs.accountId, accountId),
        gte(sessions.startsAt, from),
        or(
          eq(registrations.status, 'confirmed'),
          and(eq(registrations.status, 'cancelled'), isNotNull(registrations.confirmedAt)),
        ),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(registrations.id))
    .limit(MOST);
}

/** Throws `not-found`, also for what was never approved: what ended keeps its calendar. */
export async function organisationBySlug(db: Reader, slug: string) {
  const [found] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.slug, slug), inArray(organisations.status, ['approved', 'ended'])));
  if (!found) throw new Problem('not-found');
  return found;
}

export async function feedOf(db: Reader, accountId: string) {
  const [found] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.accountId, accountId));
  return found;
}

/** Whose personal calendar this is the secret of. Throws `not-found`: an address that was revoked never was. */
export async function ownerOfFeed(db: Reader, secret: string) {
  const [found] = await db
    .select({ accountId: calendarFeeds.accountId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.secretHash, sha256(secret)));
  if (!found) throw new Problem('not-found');
  return found.accountId;
}
