import { desc, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { declarations } from '../../../db/schema/reviews.ts';
import type { Declared } from './rules.ts';

/** What was declared last with each registration; those that declared nothing are not in the map. */
export async function declaredWith(db: Reader, registrationIds: string[]) {
  if (registrationIds.length === 0) return new Map<string, Declared & { at: Date }>();
  const rows = await db
    .selectDistinctOn([declarations.registrationId])
    .from(declarations)
    .where(inArray(declarations.registrationId, registrationIds))
    .orderBy(declarations.registrationId, desc(declarations.createdAt), desc(declarations.id));
  return new Map(
    rows.map(({ registrationId, answers, deMinimisCents, createdAt }) => [
      registrationId,
      { answers: answers as Declared['answers'], deMinimisCents, at: createdAt },
    ]),
  );
}
