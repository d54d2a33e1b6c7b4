import { and, eq, lt, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/open.ts';
import { mailDeliveries, webhookReceipts } from '../../../db/schema/deliveries.ts';
import { plusMinutes } from '../../language/time.ts';
import type { DeliveryStatus } from '../../people/accounts/unreachable.rules.ts';

type Sent = Pick<typeof mailDeliveries.$inferInsert, 'key' | 'kind' | 'accountId' | 'registrationId'>;

/** Writes down that a provider took a mail in, or that it refused the address. */
export async function recordSent(
  db: Db,
  sent: Sent,
  outcome: { status: 'accepted'; providerId: string } | { status: 'bounced'; reason: string },
  now: Date,
) {
  const values = { providerId: null, reason: null, ...outcome, statusAt: now, sentAt: now };
  await db
    .insert(mailDeliveries)
    .values({ ...sent, ...values })
    .onConflictDoUpdate({ target: mailDeliveries.key, set: values });
}

/** Applies news of a mail, unless something newer is known. Tells whether the mail is known at all. */
export async function recordNews(
  tx: Tx,
  providerId: string,
  news: { status: Exclude<DeliveryStatus, 'accepted'>; reason: string | null; at: Date },
) {
  const [known] = await tx
    .select({ key: mailDeliveries.key })
    .from(mailDeliveries)
    .where(eq(mailDeliveries.providerId, providerId));
  if (!known) return false;
  await tx
    .update(mailDeliveries)
    .set({ status: news.status, reason: news.reason, statusAt: news.at })
    .where(
      and(
        eq(mailDeliveries.key, known.key),
        // A mail that someone complains about did arrive: its delivery may be told later than the complaint.
        sql`(${mailDeliveries.status} = 'accepted' or ${lte(mailDeliveries.statusAt, news.at)})`,
      ),
    );
  return true;
}

const KEEP_MINUTES = 90 * 24 * 60;
/** A message is refused when it is minutes old, so a receipt of yesterday guards nothing. */
const KEEP_RECEIPTS_MINUTES = 24 * 60;

export async function forgetDeliveries(db: Db, now: Date) {
  await db.delete(mailDeliveries).where(lt(mailDeliveries.sentAt, plusMinutes(now, -KEEP_MINUTES)));
  await db
    .delete(webhookReceipts)
    .where(lt(webhookReceipts.receivedAt, plusMinutes(now, -KEEP_RECEIPTS_MINUTES)));
}
