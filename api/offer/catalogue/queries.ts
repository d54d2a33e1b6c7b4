import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessionOrganisers, sessions, venues } from '../../../db/schema/catalogue.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmes } from '../../../db/schema/programmes.ts';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { id as uuid, moment } from '../../http/contract.ts';
import { rulesInForce } from '../../paying/eligibility/queries.ts';
import { Problem } from '../../http/problem.ts';
import { baseConditions, choiceConditions, freeForEntrepreneur } from './filters.ts';
import { countFacets } from './rules.ts';
import type { SessionFilters } from './schema.ts';
import { toSession, toSessionDetail } from './shapes.ts';

const waitlistLength = sql<number>`(select count(*)::int from ${waits} where ${waits.sessionId} = ${sessions.id} and not ${waits.passedBy}
  and ${waits.proved})`;

/** Places that were not confirmed in time are free, also before the next tidying writes that down. */
const seatsLapsed = (now: Date) => sql<number>`(select count(*)::int from ${registrations}
  where ${registrations.sessionId} = ${sessions.id} and ${registrations.status} in ('held', 'offered')
    and ${registrations.expiresAt} <= ${now.toISOString()})`;

const rows = (db: Reader, now: Date) =>
  db
    .select({
      session: sessions,
      module: modules,
      venue: venues,
      programme: programmes,
      waitlistLength,
      seatsLapsed: seatsLapsed(now),
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .leftJoin(venues, eq(venues.id, sessions.venueId));

export type SessionRow = Awaited<ReturnType<typeof rows>>[number];

/** Upcoming sessions in order of start. `next` is the cursor of the following page, or null. */
export async function listSessions(
  db: Reader,
  filters: SessionFilters,
  page: { limit: number; cursor?: string | undefined },
  now: Date,
) {
  const found = await rows(db, now)
    .where(and(baseConditions(db, filters, now), choiceConditions(db, filters), afterCursor(page.cursor)))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(page.limit + 1);
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await withOrganisers(db, shown, now),
    next: found.length > page.limit && last ? cursorOf(last.session) : null,
  };
}

/** Sessions by id, in order of start, past ones and cancelled ones included. */
export async function sessionsById(db: Reader, ids: string[], now: Date) {
  if (ids.length === 0) return [];
  const found = await rows(db, now)
    .where(inArray(sessions.id, ids))
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return withOrganisers(db, found, now);
}

async function withOrganisers(db: Reader, found: SessionRow[], now: Date) {
  const organisers = await organisersOf(
    db,
    found.map((row) => row.session.id),
  );
  return found.map((row) => toSession(row, organisers.get(row.session.id) ?? [], now));
}

/** Throws `not-found` for an unknown id, for a draft and in a programme that is one. */
export async function getSession(db: Reader, id: string, now: Date) {
  const [row] = await rows(db, now).where(eq(sessions.id, id));
  if (!row || [row.session.status, row.programme.status].includes('draft')) throw new Problem('not-found');
  const [organisers, senders, { rules: conditions }, [municipality]] = await Promise.all([
    organisersOf(db, [id]),
    sendersOf(db, row.programme.id),
    rulesInForce(db, row.programme.id, now),
    db.select().from(municipalities).where(eq(municipalities.id, row.programme.municipalityId)),
  ]);
  const around = { organisers: organisers.get(id) ?? [], senders, conditions, municipality: municipality! };
  return toSessionDetail(row, around, now);
}

export async function getFacets(db: Reader, filters: SessionFilters, now: Date) {
  const found = await db
    .select({
      id: sessions.id,
      kind: modules.kind,
      topic: modules.topic,
      deliveryMode: sessions.deliveryMode,
      city: venues.city,
      free: freeForEntrepreneur,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(baseConditions(db, filters, now));
  const organisers = await organisersOf(
    db,
    found.map((row) => row.id),
  );
  return countFacets(
    found.map((row) => ({ ...row, organisers: organisers.get(row.id) ?? [] })),
    filters,
  );
}

export async function organisersOf(db: Reader, sessionIds: string[]) {
  if (sessionIds.length === 0) return new Map<string, (typeof organisations.$inferSelect)[]>();
  const found = await db
    .select({ sessionId: sessionOrganisers.sessionId, organisation: organisations })
    .from(sessionOrganisers)
    .innerJoin(organisations, eq(organisations.id, sessionOrganisers.organisationId))
    .where(inArray(sessionOrganisers.sessionId, sessionIds))
    .orderBy(asc(sessionOrganisers.position));
  const bySession = Map.groupBy(found, (row) => row.sessionId);
  return new Map([...bySession].map(([id, list]) => [id, list.map((row) => row.organisation)]));
}

/** The parties whose names stand under everything a programme sends, in the agreed order. */
export async function sendersOf(db: Reader, programmeId: string) {
  const found = await db
    .select({ organisation: organisations })
    .from(programmeParties)
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .where(and(eq(programmeParties.programmeId, programmeId), eq(programmeParties.isSender, true)))
    .orderBy(asc(programmeParties.position));
  return found.map((row) => row.organisation);
}

/** Where a page of sessions in order of start ended. */
export const cursorOf = (session: { startsAt: Date; id: string }) =>
  Buffer.from(`${session.startsAt.toISOString()} ${session.id}`).toString('base64url');

/** The sessions of the page that follows, in order of start or newest first. Throws `invalid-input`. */
export function afterCursor(cursor: string | undefined, order: 'asc' | 'desc' = 'asc') {
  if (!cursor) return undefined;
  const [startsAt = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!moment.safeParse(startsAt).success || !uuid.safeParse(id).success) {
    throw new Problem('invalid-input', {
      invalidParams: [{ name: 'cursor', code: 'invalid', reason: 'is not a cursor of this list' }],
    });
  }
  const [from, beyond] = [sql`${startsAt}::timestamptz`, order === 'asc' ? sql`>` : sql`<`];
  return or(
    sql`${sessions.startsAt} ${beyond} ${from}`,
    sql`(${sessions.startsAt} = ${from} and ${sessions.id} ${beyond} ${id}::uuid)`,
  );
}
