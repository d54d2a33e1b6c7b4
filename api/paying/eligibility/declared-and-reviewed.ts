import type { Reader } from '../../../db/open.ts';
import { declaredWith } from '../declarations/queries.ts';
import { nothingDeclared } from '../declarations/rules.ts';
import { latestReviews } from './latest-reviews.ts';
import type { Facts } from './facts.ts';
import type { Asker } from './gather.ts';
import { asksDeclarations, type Paying } from './queries.ts';

/** What people said: the entrepreneur about the business, and the member of staff who looked. */
export async function givenOf(db: Reader, paying: Paying, askers: Asker[]) {
  const known = askers.flatMap(({ id, declared }) => (declared === undefined ? [id] : []));
  const [declarations, reviews] = await Promise.all([
    declaredWith(db, asksDeclarations(paying) ? known : []),
    latestReviews(db, known),
  ]);
  return ({
    id,
    declared,
    review,
  }: Asker): Pick<Facts, 'declarations' | 'review'> & { aidCents: number | null } => {
    const { answers, deMinimisCents } =
      (declared === undefined ? declarations.get(id) : declared) ?? nothingDeclared;
    const looked = reviews.get(id);
    return {
      declarations: answers,
      aidCents: deMinimisCents,
      review: review ?? (looked ? { outcome: looked.outcome, on: looked.reviewedOn } : null),
    };
  };
}
