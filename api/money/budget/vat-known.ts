import { and, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { products } from '../../../db/schema/programmes.ts';

/** Whether of every price in a programme it is known that VAT is not in it; else its amounts are as they were priced. */
export async function isVatKnown(db: Reader, programmeId: string) {
  const [priced, offered] = await Promise.all([
    db
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.programmeId, programmeId), eq(products.priceBasis, 'unknown')))
      .limit(1),
    db
      .select({ id: modules.id })
      .from(modules)
      .where(and(eq(modules.programmeId, programmeId), eq(modules.vatRate, 'unknown')))
      .limit(1),
  ]);
  return priced.length + offered.length === 0;
}
