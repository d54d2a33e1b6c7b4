import type { Reason } from '../eligibility/reason-words.ts';
import type { RuleOf } from '../eligibility/schema.ts';

type AreaRule = RuleOf<'establishedInArea'>;

/** An area after `in`: `Amsterdam of Weesp, of in postcode 1382`. */
export function areaOf({ places, postcodes }: AreaRule): Reason {
  const ranges = (to: string) =>
    postcodes.map(({ from, to: last }) => (from === last ? `${from}` : `${from} ${to} ${last}`));
  const either = (word: string, items: string[]) =>
    items.length < 2 ? items[0]! : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
  const parts = (word: string, to: string) => [
    ...(places.length > 0 ? [either(word, places)] : []),
    ...(postcodes.length > 0 ? [`postcode ${either(word, ranges(to))}`] : []),
  ];
  return { nl: parts('of', 'tot en met').join(', of in '), en: parts('or', 'to').join(', or in ') };
}

/** Not what becomes of a sentence that someone types: those codes have no underscore. */
export const livesCode = ({ basis }: AreaRule) => `lives_${basis}`;

/** No register tells where someone lives, so a rule that looks at it asks. */
export function livesThere(rule: AreaRule) {
  const { nl, en } = areaOf(rule);
  return { code: livesCode(rule), nl: `Ik woon in ${nl}.`, en: `I live in ${en}.` };
}
