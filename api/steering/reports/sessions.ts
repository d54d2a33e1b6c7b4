import { and, asc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { endOfDate, startOfDate } from '../../language/time.ts';
import type { Period } from './periods.rules.ts';

/** Which sessions are counted: of one programme, and of one organiser when that is asked. */
export type Scope = { programmeId: string; period: Period; organisationId: string | null };

/** The sessions that were published, whatever became of them; each with the first of its organisers. */
export function findSessions(db: Reader, scope: Scope) {
  return db
    .select({
      id: sessions.id,
      title: modules.title,
      kind: modules.kind,
      topic: modules.topic,
      organiserId: organisations.id,
      organiser: organisations.shortName,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      places: sessions.capacity,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(organisations, sql`${organisations.id} = ${firstOrganiser}`)
    .where(counted(scope))
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
}
export type FoundSession = Awaited<ReturnType<typeof findSessions>>[number];

export const firstOrganiser = sql`coalesce((select o.organisation_id from ${sessionOrganisers} o
  where o.session_id = ${sessions.id} order by o.position limit 1), ${modules.organisationId})`;

/** A session belongs to the period of its local start date. */
export const counted = ({ programmeId, period, organisationId }: Scope) =>
  and(
    eq(modules.programmeId, programmeId),
    ne(sessions.status, 'draft'),
    gte(sessions.startsAt, startOfDate(period.startsOn)),
    lt(sessions.startsAt, endOfDate(period.endsOn)),
    organisationId === null
      ? undefined
      : sql`exists (select from ${sessionOrganisers} o where o.session_id = ${sessions.id}
          and o.organisation_id = ${organisationId})`,
  );
