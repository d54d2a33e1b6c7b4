import type { Work } from '../../unit-of-work/work.ts';
import { record } from '../../unit-of-work/audit.ts';
import { withDeclared } from '../life/decide-again.ts';
import { lockPersonAndRegistration } from '../life/places.ts';
import { isLive } from '../life/rules.ts';
import { Problem } from '../../http/problem.ts';
import { askedOf } from './declaration.ts';
import { keepDeclared } from '../../paying/declarations/keep-declared.ts';
import { isSame, nothingDeclared } from '../../paying/declarations/rules.ts';
import { declaredWith } from '../../paying/declarations/queries.ts';
import type { NewDeclaration } from '../../paying/declarations/schema.ts';

/**
 * What someone declares later, in place of what was declared before; then who pays is decided again. The route has checked
 * that `actor` may: it is the owner, or holds the link. Throws `not-found` and `registration-ended`.
 */
export async function declare(work: Work, registrationId: string, given: NewDeclaration) {
  const { tx, now } = work;
  const { registration, session } = await lockPersonAndRegistration(work, registrationId);
  if (!isLive(registration.status)) throw new Problem('registration-ended');
  const before = (await declaredWith(tx, [registrationId])).get(registrationId) ?? nothingDeclared;
  const asked = await askedOf(tx, registrationId, session, now);
  const declared = await keepDeclared(work, registrationId, asked, given);
  if (isSame(before, declared)) return;
  await record(work, { action: 'registration.declared', subjectId: registrationId });
  await withDeclared(work, { registration, session }, declared);
}
