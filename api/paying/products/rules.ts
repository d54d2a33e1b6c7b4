import type { Locale } from '../../language/locale.ts';
import type { Rule } from '../eligibility/schema.ts';
import type { FieldError } from '../../http/problem.ts';
import { fieldErrors } from '../../http/validation.ts';
import { givenProduct, type GivenProduct } from './schema.ts';

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
  const say = (name: string, nl: string, en: string) =>
    errors.push({ name, code: 'explained', reason: locale === 'nl' ? nl : en });
  const codes = new Set<string>();
  given.forEach((one, at) => {
    const parsed = givenProduct.safeParse(one);
    const code = codeIn(one);
    if (code !== null && codes.has(code))
      say(
        `items.${at}.code`,
        `Er zijn twee producten met de code ‘${code}’. Geef een van de twee een andere naam of code.`,
        `There are two products with the code ‘${code}’. Give one of them another name or code.`,
      );
    if (code !== null) codes.add(code);
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
    if (modules > 0)
      say(
        'items',
        `‘${name}’ kan niet weg: er ${modules === 1 ? 'is 1 aanbod' : `zijn ${modules} soorten aanbod`} met dit product.`,
        `‘${name}’ cannot go: ${modules === 1 ? 'one offer is' : `${modules} offers are`} of this product.`,
      );
    if (rules.some((rule) => rule.kind === 'productCap' && rule.product === code))
      say(
        'items',
        `‘${name}’ kan niet weg: een van de regels gaat erover. Verander eerst de regels.`,
        `‘${name}’ cannot go: one of the rules is about it. Change the rules first.`,
      );
  }
  return { items, errors };
}

function codeIn(given: unknown): string | null {
  const code: unknown = typeof given === 'object' && given !== null && 'code' in given ? given.code : null;
  return typeof code === 'string' && code.trim() !== '' ? code.trim() : null;
}
