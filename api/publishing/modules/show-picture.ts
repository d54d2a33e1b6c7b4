import { eq } from 'drizzle-orm';
import { modules } from '../../../db/schema/catalogue.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { keepPicture } from '../../people/pictures/keep.ts';
import type { MadePicture } from '../../people/pictures/make.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { lockModule } from './lock-module.ts';
import { isChangeable } from './rules.ts';

/** The picture of a module, other words for the one it has, or none. Throws as `changeModule`. */
export async function showPicture(
  work: Work<StaffActor>,
  id: string,
  given: { made: MadePicture | null; alt: string } | null,
) {
  const { module, sides } = await lockModule(work, id);
  if (!sides.includes('organiser')) throw new Problem('not-allowed');
  if (!isChangeable(module.status)) throw new Problem('module-not-changeable');
  const before = module.picture;
  const shown = given
    ? { picture: await keepPicture(work, given.made, before), pictureAlt: given.alt }
    : { picture: null, pictureAlt: null };
  await work.tx.update(modules).set(shown).where(eq(modules.id, id));
  const action = given ? 'module.picture-changed' : 'module.picture-removed';
  await record(work, { action, subjectId: id, details: { before, after: shown.picture } });
}
