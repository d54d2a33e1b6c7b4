import type { z } from 'zod';
import { typedMoney } from '../../../api/language/amounts.ts';
import { inHours } from '../../../api/language/numbers.ts';
import type { product } from '../../../api/programmes/programmes/schema.ts';
import type { Locale } from '../../links.ts';
import { amount, flag, hours, wholeNumber } from '../../typed.ts';
import { slug } from '../rules/rule-form.ts';

const MINUTES = 60;

export type Product = z.output<typeof product>;
const fields = ['code', 'name', 'hours', 'priceCents', 'vatUnknown', 'cap', 'inPackage'] as const;
export type ProductField = (typeof fields)[number];
/** A product as it stands in a form. `code` is empty for a new one. */
export type ProductDraft = Record<ProductField, string>;

export const productId = (at: number) => `product-${at}`;
export const productFieldId = (at: number, field: ProductField) => `${productId(at)}-${field}`;
export const newProduct: ProductDraft = {
  code: '',
  name: '',
  hours: '',
  priceCents: '',
  vatUnknown: 'no',
  cap: '',
  inPackage: 'yes',
};

/** A product to change: amounts as people write them in this language. */
export function productDraft(product: Product, locale: Locale): ProductDraft {
  const { code, name, hours, priceCents, priceBasis, cap, inPackage } = product;
  return {
    code,
    name,
    hours: hours === null ? '' : inHours(hours * MINUTES, locale),
    priceCents: typedMoney(priceCents, locale),
    vatUnknown: priceBasis === 'unknown' ? 'yes' : 'no',
    cap: cap === null ? '' : String(cap),
    inPackage: inPackage ? 'yes' : 'no',
  };
}

/** The products in a form that was sent, in their order. */
export function productsIn(form: Record<string, string>): ProductDraft[] {
  const rows = new Map<number, ProductDraft>();
  for (const [name, value] of Object.entries(form)) {
    const [, at, field] = /^product-(\d{1,3})-(\w+)$/.exec(name) ?? [];
    if (at === undefined || !(fields as readonly string[]).includes(field!)) continue;
    const row = rows.get(Number(at)) ?? { ...newProduct, inPackage: 'no' };
    rows.set(Number(at), { ...row, [field!]: value });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

export const toProduct = ({ code, name, priceCents, cap, inPackage, ...draft }: ProductDraft): unknown => ({
  code: code || slug(name) || undefined,
  name,
  hours: asHours(hours(draft.hours)) ?? null,
  priceCents: amount(priceCents),
  priceBasis: flag(draft.vatUnknown) ? 'unknown' : 'ex',
  inPackage: flag(inPackage),
  cap: wholeNumber(cap) ?? null,
});

/** What was typed stays as it is when it is no number. */
const asHours = (minutes: number) => (typeof minutes === 'number' ? minutes / MINUTES : minutes);

/** The field of the form for what the API calls `items.3.priceCents`. */
export function productField(name: string): { at: number | null; field: string; id: string } {
  const [, at, field = ''] = /^items\.(\d+)(?:\.(.*))?$/.exec(name) ?? [];
  if (at === undefined) return { at: null, field: name, id: 'items' };
  // The code is made from the name, and has no field of its own.
  const shown = field === 'code' || field === '' ? 'name' : field;
  return { at: Number(at), field: shown, id: productFieldId(Number(at), shown as ProductField) };
}
