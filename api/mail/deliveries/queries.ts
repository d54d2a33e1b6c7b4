import { and, eq, ne } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { mailDeliveries } from '../../../db/schema/deliveries.ts';

/** Whether a mail was sent already: a worker may have died before it could say so. */
export async function wasSent(db: Reader, key: string) {
  const [found] = await db
    .select({ key: mailDeliveries.key })
    .from(mailDeliveries)
    .where(and(eq(mailDeliveries.key, key), ne(mailDeliveries.status, 'bounced')));
  return found !== undefined;
}
