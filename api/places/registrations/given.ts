import type { Locale } from '../../language/locale.ts';
import type { Reader } from '../../../db/open.ts';
import type { registrations } from '../../../db/schema/registrations.ts';
import { askedFor } from '../../paying/declarations/asked-declarations.rules.ts';
import { declaredWith } from '../../paying/declarations/queries.ts';
import { nothingDeclared } from '../../paying/declarations/rules.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';

type Registration = Pick<typeof registrations.$inferSelect, 'id' | 'name' | 'kvkNumber'>;

/** What was filled in with a booking: whoever confirms it confirms this. */
export async function givenWith(
  db: Reader,
  { id, name, kvkNumber }: Registration,
  session: { id: string; startsAt: Date },
  locale: Locale,
  now: Date,
) {
  const [paying, declared] = await Promise.all([payingFor(db, session, now), declaredWith(db, [id])]);
  const { answers, deMinimisCents } = declared.get(id) ?? nothingDeclared;
  const declarations = askedFor(paying).items.flatMap((item) =>
    Object.hasOwn(answers, item.code) ? [{ sentence: item[locale], answer: answers[item.code]! }] : [],
  );
  return { name, kvkNumber, declarations, deMinimisCents };
}
