import { problems } from './check-words.ts';
import type { Reason } from './reason-words.ts';
import type { Rule, RuleOf } from './schema.ts';

export type ProblemCode = keyof typeof problems;
/** What is wrong, where (the index of the rule; null for the set as a whole), in words. */
export type RuleFault = { code: ProblemCode; rule: number | null; text: Reason };

export function fault<Code extends ProblemCode>(
  code: Code,
  rule: number | null,
  ...values: Parameters<(typeof problems)[Code]>
): RuleFault {
  const words = problems[code] as (...values: unknown[]) => Reason;
  return { code, rule, text: words(...values) };
}

/** What is wrong with one rule, whatever stands around it. */
export function checkAlone(rule: Rule, at: number): RuleFault[] {
  switch (rule.kind) {
    case 'productCap':
    case 'peopleCap':
    case 'capPerEntrepreneur':
      return rule.max === 0 ? [fault('cap-of-zero', at)] : [];
    case 'deMinimisRoom':
      return rule.ceilingCents === 0 ? [fault('cap-of-zero', at)] : [];
    case 'establishedInArea':
      return checkArea(rule, at);
    case 'declarations':
      return checkDeclarations(rule, at);
    default:
      return [];
  }
}

// Names of places have letters, and no digits: who typed a postcode here would shut everybody out.
const PLACE = /^[\p{L}\p{M}'’.() /-]*\p{L}[\p{L}\p{M}'’.() /-]*$/u;

function checkArea({ places, postcodes }: RuleOf<'establishedInArea'>, at: number): RuleFault[] {
  if (places.length === 0 && postcodes.length === 0) return [fault('area-empty', at)];
  return [
    ...places.filter((place) => !PLACE.test(place)).map((place) => fault('place-unlikely', at, place)),
    ...postcodes
      .filter(({ from, to }) => from > to)
      .map(({ from, to }) => fault('postcodes-reversed', at, from, to)),
  ];
}

// A declaration is the only rule whose words are free, so it is the only way in which membership could become a condition.
const membership = {
  nl: /\b(lid|leden|lidmaatschap\w*|ledenpas)\b/i,
  en: /\bmember(ship)?s?\b(?! of (staff|the household))/i,
};

function checkDeclarations({ items }: RuleOf<'declarations'>, at: number): RuleFault[] {
  if (items.length === 0) return [fault('declarations-empty', at)];
  const codes = new Set<string>();
  return items.flatMap(({ code, nl, en }) => {
    const found: RuleFault[] = [];
    if (codes.has(code)) found.push(fault('declaration-twice', at, code));
    codes.add(code);
    if (!nl.trim() || !en.trim()) found.push(fault('declaration-untranslated', at, code));
    if (membership.nl.test(nl) || membership.en.test(en)) found.push(fault('membership', at));
    return found;
  });
}
