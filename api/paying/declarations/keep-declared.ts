import type { Work } from '../../unit-of-work/work.ts';
import { declarations } from '../../../db/schema/reviews.ts';
import { declaredWith } from './queries.ts';
import { type Asked, type Declared, isSame, keptOf, nothingDeclared } from './rules.ts';
import type { NewDeclaration } from './schema.ts';

/**
 * Writes down what is declared with a registration, as far as the rules ask it; what is the same as before is not written
 * again. Gives what counts from now on.
 */
export async function keepDeclared(
  { tx, now }: Work,
  registrationId: string,
  asked: Asked,
  given: NewDeclaration,
): Promise<Declared> {
  const before = (await declaredWith(tx, [registrationId])).get(registrationId) ?? nothingDeclared;
  const declared = keptOf(asked, given) ?? nothingDeclared;
  if (!isSame(before, declared)) {
    await tx.insert(declarations).values({ registrationId, ...declared, createdAt: now });
  }
  return declared;
}
