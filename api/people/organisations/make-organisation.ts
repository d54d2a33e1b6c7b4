import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { insertOrganisation } from './insert-organisation.ts';
import type { NewOrganisation } from './schema.ts';

/** A municipality makes an association or provider of its own: approved at once. */
export async function makeOrganisation(work: Work<StaffActor>, input: NewOrganisation) {
  const { tx, now, actor } = work;
  if (actor.municipalityIds.length === 0) throw new Problem('not-allowed');
  const { municipalityId: asked, ...given } = input;
  const municipalityId = asked ?? (actor.municipalityIds.length === 1 ? actor.municipalityIds[0]! : null);
  if (!municipalityId) return refuseFields([{ name: 'municipalityId', code: 'required' }]) as never;
  if (!actor.municipalityIds.includes(municipalityId)) throw new Problem('not-allowed');
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
