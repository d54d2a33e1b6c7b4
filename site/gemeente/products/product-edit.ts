import type { Client } from '../../client.ts';
import { problemOf, type Refused } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { newProduct, type ProductDraft, productField, productsIn, toProduct } from './product-form.ts';

/** What became of a form with products. */
export type Edited = {
  drafts: ProductDraft[];
  saved: boolean;
  refused: (Refused & { status: number }) | null;
};

/** Does what the pressed button says: add or remove a product, or save. */
export async function editProducts(api: Client, id: string, values: Record<string, string>): Promise<Edited> {
  const { intent = 'save' } = values;
  const given = productsIn(values);
  if (intent === 'add') return { drafts: [...given, newProduct], saved: false, refused: null };
  const gone = /^remove-(\d+)$/.exec(intent)?.[1];
  const drafts = given.filter((_, at) => String(at) !== gone);
  if (intent !== 'save') return { drafts, saved: false, refused: null };
  const json = { items: given.map(toProduct) };
  const answer = await api.programmes[':id'].products.$put({ param: { id }, json });
  if (answer.ok) return { drafts, saved: true, refused: null };
  return { drafts, saved: false, refused: { values, status: answer.status, ...(await problemOf(answer)) } };
}

/** What is wrong, at the fields of the form. */
export function messagesOf(refused: Refused | null, locale: Locale) {
  const { products: t, problems } = texts(locale);
  const faults = (refused?.fields ?? []).map((error) => {
    const where = productField(error.name);
    const own = error.code === 'explained' ? undefined : t.errors[where.field];
    return { ...where, message: own ?? problems.field(error) };
  });
  // The code is made from the name: what is wrong with both is said once.
  return faults.filter((one, i) => one.at === null || faults.findIndex(({ id }) => id === one.id) === i);
}
