import type { Locale } from '../../language/locale.ts';
import type { Rule } from '../eligibility/schema.ts';
import type { FieldError } from '../../http/problem.ts';
import { fieldErrors } from '../../http/validation.ts';
import { givenProduct, type GivenProduct } from './schema.ts';
import { words } from './words.ts';

type Kept = { code: string; name: string; modules: number };

/**
 * The catalogue that someone gave, and all that is wrong with it. `kept` is what there is now, with how many modules each
 * has; `rules` are those of the versions that hold or will hold.
 */
export function readCatalogue(
  given: readonly unknown[],
  kept: readonly Kept[],
  rules: readonly Rule[],
  locale: Locale,
): { items: GivenProduct[]; errors: FieldError[] } {
  const items: GivenProduct[] = [];
  const errors: FieldError[] = [];
  const say = (name: string, reason: string) => errors.push({ name, code: 'explained', reason });
  const t = words[locale];
  const codes = new Set<string>();
  given.forEach((one, at) => {
    const parsed = givenProduct.safeParse(one);
    const code = codeIn(one);
    if (code !== null) {
      if (codes.has(code)) say(`items.${at}.code`, t.twice(code));
      codes.add(code);
    }
    if (parsed.success) items.push(parsed.data);
    else
      errors.push(
        ...fieldErrors(parsed.error).map((error) => ({
          ...error,
          name: error.name === 'body' ? `items.${at}` : `items.${at}.${error.name}`,
        })),
      );
  });
  for (const { code, name, modules } of kept.filter((one) => !codes.has(one.code))) {
    if (modules > 0) say('items', t.hasModules(name, modules));
    if (rules.some((rule) => rule.kind === 'productCap' && rule.product === code))
      say('items', t.hasRule(name));
  }
  return { items, errors };
}

function codeIn(given: unknown): string | null {
  const code = (given as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.trim() !== '' ? code.trim() : null;
}
