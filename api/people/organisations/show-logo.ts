import { eq } from 'drizzle-orm';
import { organisations } from '../../../db/schema/organisations.ts';
import type { AccountActor, OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { keepPicture } from '../pictures/keep.ts';
import type { MadePicture } from '../pictures/make.ts';
import { mayTakePart } from './rules.ts';

type Logo = { made: MadePicture | null; alt: string };

/** By its own staff: its logo, other words for the logo it has, or none. Throws `not-found` and `organisation-not-approved`. */
export async function showLogo(work: Work<OrganisationActor>, id: string, logo: Logo | null) {
  if (!work.actor.organisationIds.includes(id)) throw new Problem('not-found');
  await writeLogo(work, id, logo);
}

/** The same, once it is known that the actor may. */
export async function writeLogo(work: Work<AccountActor>, id: string, logo: Logo | null) {
  const { tx } = work;
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('no key update');
  if (!mayTakePart(organisation!)) throw new Problem('organisation-not-approved');
  const before = organisation!.logo;
  const shown = logo
    ? { logo: await keepPicture(work, logo.made, before), logoAlt: logo.alt }
    : { logo: null, logoAlt: null };
  await tx.update(organisations).set(shown).where(eq(organisations.id, id));
  const action = logo ? 'organisation.logo-changed' : 'organisation.logo-removed';
  await record(work, { action, subjectId: id, details: { before, after: shown.logo } });
}
