import type { Tx } from '../../db/open.ts';
import type { Actor } from '../actor.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { withDeclared } from '../eligibility/decide-again.ts';
import { lockPersonAndRegistration } from '../registrations/places.ts';
import { isLive } from '../registrations/rules.ts';
import { Problem } from '../problem.ts';
import { askedOf } from './asked.ts';
import { keepDeclared } from './keep.ts';
import { isSame, nothingDeclared } from './rules.ts';
import { declaredWith } from './queries.ts';
import type { NewDeclaration } from './schema.ts';

/**
 * What someone declares later, in place of what was declared before; then who pays is decided again. The route has checked
 * that `actor` may: it is the owner, or holds the link. Throws `not-found` and `registration-ended`.
 */
export async function declare(
  tx: Tx,
  deps: Pick<Deps, 'enqueueMail'>,
  actor: Actor,
  registrationId: string,
  given: NewDeclaration,
  now: Date,
) {
  const { registration, session } = await lockPersonAndRegistration(tx, registrationId, now);
  if (!isLive(registration.status)) throw new Problem('registration-ended');
  const before = (await declaredWith(tx, [registrationId])).get(registrationId) ?? nothingDeclared;
  const asked = await askedOf(tx, registrationId, session, now);
  const declared = await keepDeclared(tx, registrationId, asked, given, now);
  if (isSame(before, declared)) return;
  await record(tx, actor, { action: 'registration.declared', subjectId: registrationId, now });
  await withDeclared(tx, deps, { registration, session }, declared, now);
}
