import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { deMinimisGrants } from '../../../db/schema/de-minimis.ts';

/** The state aid that stands for a registration, in cents ex VAT; null when there is none. */
export async function grantedWith(db: Reader, registrationId: string): Promise<number | null> {
  const [found] = await db
    .select({ cents: deMinimisGrants.cents })
    .from(deMinimisGrants)
    .where(and(eq(deMinimisGrants.registrationId, registrationId), isNull(deMinimisGrants.withdrawnOn)));
  return found?.cents ?? null;
}
