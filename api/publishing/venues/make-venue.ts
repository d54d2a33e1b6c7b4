import { venues } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import type { NewVenue } from './schema.ts';

/** A place where sessions of one of the actor's organisations can be. Throws `not-found` for another organisation. */
export async function makeVenue(work: Work<OrganisationActor>, organisationId: string, venue: NewVenue) {
  if (!work.actor.organisationIds.includes(organisationId)) throw new Problem('not-found');
  const [made] = await work.tx
    .insert(venues)
    .values({ ...venue, organisationId })
    .returning({ id: venues.id });
  await record(work, { action: 'venue.made', subjectId: made!.id });
  return made!.id;
}
