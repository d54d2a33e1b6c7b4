import { desc, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { mailDeliveries } from '../../../db/schema/deliveries.ts';
import { isUnreachable } from './unreachable.rules.ts';

/** Those of these accounts whom mail does not reach. */
export async function unreachableAmong(db: Reader, accountIds: (string | null)[], now: Date) {
  const ids = accountIds.filter((id) => id !== null);
  if (ids.length === 0) return new Set<string>();
  const rows = await db
    .select({
      accountId: mailDeliveries.accountId,
      status: mailDeliveries.status,
      sentAt: mailDeliveries.sentAt,
    })
    .from(mailDeliveries)
    .where(inArray(mailDeliveries.accountId, ids))
    .orderBy(desc(mailDeliveries.sentAt));
  const byAccount = Map.groupBy(rows, (row) => row.accountId!);
  return new Set(ids.filter((id) => isUnreachable(byAccount.get(id) ?? [], now)));
}
