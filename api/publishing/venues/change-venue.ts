import { and, eq, inArray } from 'drizzle-orm';
import { venues } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { ownVenue } from './queries.ts';
import type { VenueChange } from './schema.ts';

const ADDRESS = ['street', 'postcode', 'city'] as const;

/**
 * Changes a venue. Not its address while sessions are to come there: who moves tells everyone who comes, and that is done
 * per session. Throws `not-found` for someone else's, and `invalid-input`.
 */
export async function changeVenue(work: Work<OrganisationActor>, id: string, change: VenueChange) {
  await lockVenue(work, id);
  const before = await ownVenue(work.tx, work.actor, id, work.now);
  const isOther = (name: keyof VenueChange) => change[name] !== undefined && change[name] !== before[name];
  const moved = before.comingSessions > 0 ? ADDRESS.filter(isOther) : [];
  refuseFields(moved.map((name) => ({ name, code: 'in-use' as const })));
  const told = Object.entries(change).filter(([, value]) => value !== undefined);
  if (told.length === 0) return;
  await work.tx.update(venues).set(Object.fromEntries(told)).where(eq(venues.id, id));
  await record(work, { action: 'venue.changed', subjectId: id });
}

/** Takes a venue out of what can be chosen: sessions that are planned there go on. Twice is the same as once. */
export async function archiveVenue(work: Work<OrganisationActor>, id: string) {
  const { archivedAt } = await lockVenue(work, id);
  if (archivedAt) return;
  await work.tx.update(venues).set({ archivedAt: work.now }).where(eq(venues.id, id));
  await record(work, { action: 'venue.archived', subjectId: id });
}

async function lockVenue({ tx, actor }: Work<OrganisationActor>, id: string) {
  const [found] = await tx
    .select()
    .from(venues)
    .where(and(eq(venues.id, id), inArray(venues.organisationId, actor.organisationIds)))
    .for('no key update');
  if (!found) throw new Problem('not-found');
  return found;
}
