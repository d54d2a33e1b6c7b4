import type { StaffActor } from './actor.ts';
import { Problem } from './problem.ts';
import { refuseFields } from './refuse-fields.ts';

/**
 * The municipality that something is made for: the one that was asked, or the only one of the actor. Throws `not-allowed` for
 * one that is not the actor's, and `invalid-input` when it has to be said which.
 */
export function whichMunicipality({ municipalityIds }: StaffActor, asked: string | undefined): string {
  if (municipalityIds.length === 0) throw new Problem('not-allowed');
  const [only] = municipalityIds;
  const chosen = asked ?? (municipalityIds.length === 1 ? only : undefined);
  refuseFields(chosen ? [] : [{ name: 'municipalityId', code: 'required' }]);
  if (!municipalityIds.includes(chosen!)) throw new Problem('not-allowed');
  return chosen!;
}
