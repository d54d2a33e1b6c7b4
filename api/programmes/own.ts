import type { Reader } from '../../db/open.ts';
import type { StaffActor } from '../actor.ts';
import { Problem } from '../problem.ts';
import { findProgramme } from './queries.ts';

/** A programme of the municipality of this member of staff, by id or slug. Others hear `not-found`. */
export async function ownProgramme(db: Reader, actor: StaffActor, idOrSlug: string) {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  if (!actor.municipalityIds.includes(programme.municipalityId)) throw new Problem('not-found');
  return programme;
}
