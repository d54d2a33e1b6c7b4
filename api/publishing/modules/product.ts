import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { products } from '../../../db/schema/programmes.ts';

/**
 * The product that a module is, whose price is that of the module; null when the programme has no such product. Locked,
 * so that a new price of the product reaches the module too.
 */
export async function lockProduct(tx: Tx, programmeId: string, productId: string) {
  const [product] = await tx
    .select()
    .from(products)
    .where(and(eq(products.id, productId), eq(products.programmeId, programmeId)))
    .for('share');
  return product ?? null;
}

/** What a module costs as this product: where nobody knows whether VAT is in its price, that is so of the module too. */
export const pricedAs = ({ priceCents, priceBasis }: typeof products.$inferSelect) => ({
  priceExVatCents: priceCents,
  ...(priceBasis === 'unknown' && { vatRate: 'unknown' as const }),
});
