import { eq } from 'drizzle-orm';
import { organisations } from '../../../db/schema/organisations.ts';
import type { OrganisationActor, StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { lockMunicipalOrganisation } from './queries.ts';
import { mayTakePart } from './rules.ts';
import type { Contact, OrganisationInput } from './schema.ts';

/** By its municipality. Its address stays, because it stands in calendars. Throws `organisation-not-approved`. */
export async function changeOrganisation(work: Work<StaffActor>, id: string, input: OrganisationInput) {
  const { tx, actor } = work;
  const organisation = await lockMunicipalOrganisation(tx, actor, id);
  if (!mayTakePart(organisation)) throw new Problem('organisation-not-approved');
  await tx
    .update(organisations)
    .set({ ...input, shortName: input.shortName ?? input.name })
    .where(eq(organisations.id, id));
  await record(work, { action: 'organisation.changed', subjectId: id });
}

/** By its own staff: what the public reads of it. Throws `organisation-not-approved`. */
export async function changeProfile(work: Work<OrganisationActor>, id: string, input: Contact) {
  const { tx, actor } = work;
  if (!actor.organisationIds.includes(id)) throw new Problem('not-found');
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('no key update');
  if (!mayTakePart(organisation!)) throw new Problem('organisation-not-approved');
  await tx.update(organisations).set(input).where(eq(organisations.id, id));
  await record(work, { action: 'organisation.profile-changed', subjectId: id });
}
