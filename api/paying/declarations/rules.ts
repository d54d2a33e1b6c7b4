import { livesThere } from './area-words.ts';
import type { Rule } from '../eligibility/schema.ts';
import type { NewDeclaration } from './schema.ts';

/** By code; `deMinimisCents` is null when it was not answered. */
export type Declared = { answers: Record<string, boolean>; deMinimisCents: number | null };
export const nothingDeclared: Declared = { answers: {}, deMinimisCents: null };

export type Asked = {
  items: { code: string; nl: string; en: string }[];
  deMinimis: { ceilingCents: number; years: number } | null;
};

/** What these rules need to hear from the entrepreneur. Where the municipality bears nothing there is no state aid. */
export function askedBy(rules: readonly Rule[], borneCents: number): Asked {
  const items = rules.flatMap((rule) => {
    if (rule.kind === 'declarations') return rule.items;
    return rule.kind === 'establishedInArea' && rule.basis !== 'business' ? [livesThere(rule)] : [];
  });
  const ceilings = rules.flatMap((rule) => (rule.kind === 'deMinimisRoom' ? rule : []));
  const [lowest] = ceilings.sort((a, b) => a.ceilingCents - b.ceilingCents);
  const deMinimis =
    borneCents > 0 && lowest ? { ceilingCents: lowest.ceilingCents, years: lowest.years } : null;
  return { items, deMinimis };
}

/** Of what was given only what is asked; null when that is nothing. */
export function keptOf({ items, deMinimis }: Asked, given: NewDeclaration): Declared | null {
  const all = given.declarations ?? {};
  const answers = Object.fromEntries(
    items.flatMap(({ code }) => (Object.hasOwn(all, code) ? [[code, all[code]!]] : [])),
  );
  const deMinimisCents = (deMinimis && given.deMinimisCents) ?? null;
  return Object.keys(answers).length > 0 || deMinimisCents !== null ? { answers, deMinimisCents } : null;
}

export const isComplete = ({ items, deMinimis }: Asked, declared: Declared) =>
  items.every(({ code }) => Object.hasOwn(declared.answers, code)) &&
  (deMinimis === null || declared.deMinimisCents !== null);

export const isSame = (a: Declared, b: Declared) =>
  a.deMinimisCents === b.deMinimisCents &&
  Object.keys({ ...a.answers, ...b.answers }).every((code) => a.answers[code] === b.answers[code]);
