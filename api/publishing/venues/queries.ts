import { and, asc, count, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions, venues } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';

type Organiser = Pick<OrganisationActor, 'organisationIds'>;

/** How many sessions are still to come at a venue, drafts included: also those that would go back to it. */
const comingAt = (db: Reader, now: Date) =>
  db
    .select({ count: count() })
    .from(sessions)
    .where(
      and(
        or(eq(sessions.venueId, venues.id), eq(sessions.originalVenueId, venues.id)),
        ne(sessions.status, 'cancelled'),
        gt(sessions.startsAt, now),
      ),
    );

/** The venues of the actor's organisations that answer to `which`, those in use first, in order of their name. */
export async function venuesOfOwn(db: Reader, actor: Organiser, now: Date, which?: SQL) {
  const found = await db
    .select({
      venue: venues,
      organisation: { id: organisations.id, name: organisations.name },
      comingSessions: sql<number>`(${comingAt(db, now)})::int`,
    })
    .from(venues)
    .innerJoin(organisations, eq(organisations.id, venues.organisationId))
    .where(and(inArray(venues.organisationId, actor.organisationIds), which))
    .orderBy(sql`${venues.archivedAt} is not null`, asc(venues.name), asc(venues.id));
  return found.map(({ venue, organisation, comingSessions }) => ({
    id: venue.id,
    organisation,
    name: venue.name,
    street: venue.street,
    postcode: venue.postcode,
    city: venue.city,
    room: venue.room,
    accessibility: venue.accessibility,
    archivedAt: venue.archivedAt?.toISOString() ?? null,
    comingSessions,
  }));
}

/** One of them. Throws `not-found`, also for someone else's. */
export async function ownVenue(db: Reader, actor: Organiser, id: string, now: Date) {
  const [found] = await venuesOfOwn(db, actor, now, eq(venues.id, id));
  if (!found) throw new Problem('not-found');
  return found;
}

/** What a session can be held at: places of the actor's organisations and of nobody, as long as they are not archived. */
const choosable = ({ organisationIds }: Organiser) =>
  and(
    isNull(venues.archivedAt),
    or(isNull(venues.organisationId), inArray(venues.organisationId, organisationIds)),
  );

export async function isChoosable(db: Reader, actor: Organiser, venueId: string) {
  const [found] = await db
    .select({ id: venues.id })
    .from(venues)
    .where(and(eq(venues.id, venueId), choosable(actor)));
  return found !== undefined;
}

/** The places to choose from: one's own, and those of nobody that are in use in the programmes one takes part in. */
export async function venuesToChoose(db: Reader, actor: Organiser) {
  const inUse = db
    .select({ one: sql`1` })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmeParties, eq(programmeParties.programmeId, modules.programmeId))
    .where(
      and(
        or(eq(sessions.venueId, venues.id), eq(sessions.originalVenueId, venues.id)),
        inArray(programmeParties.organisationId, actor.organisationIds),
      ),
    );
  return db
    .select({ id: venues.id, name: venues.name, city: venues.city })
    .from(venues)
    .where(
      and(choosable(actor), or(inArray(venues.organisationId, actor.organisationIds), sql`exists ${inUse}`)),
    )
    .orderBy(asc(venues.city), asc(venues.name), asc(venues.id));
}
