import type { StaffActor } from '../../http/actor.ts';
import { whichMunicipality } from '../../http/which-municipality.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { insertOrganisation } from './insert-organisation.ts';
import type { NewOrganisation } from './schema.ts';

/** A municipality makes an association or provider of its own: approved at once. */
export async function makeOrganisation(work: Work<StaffActor>, input: NewOrganisation) {
  const { tx, now, actor } = work;
  const { municipalityId: asked, ...given } = input;
  const municipalityId = whichMunicipality(actor, asked);
  const shortName = given.shortName ?? given.name;
  const id = await insertOrganisation(tx, {
    ...given,
    municipalityId,
    shortName,
    status: 'approved',
    statusAt: now,
    createdAt: now,
  });
  await record(work, { action: 'organisation.made', subjectId: id });
  return id;
}
