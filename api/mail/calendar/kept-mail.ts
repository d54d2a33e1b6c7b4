import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { inboundMails } from '../../../db/schema/calendar.ts';
import { unseal } from '../../unit-of-work/secrets.ts';

type Content = { from: string | null; subject: string; text: string; calendar: string };

/** The purpose under which the content of a kept mail is sealed. */
export const INBOUND = 'inbound-mail';

/** The mails that are kept for the operator, oldest first, with why. Throws when they were sealed with another secret. */
export async function keptMails(db: Reader, secret: string) {
  const rows = await db
    .select()
    .from(inboundMails)
    .where(eq(inboundMails.outcome, 'kept'))
    .orderBy(asc(inboundMails.receivedAt), asc(inboundMails.id));
  return rows.map(({ receivedAt, reason, registrationId, content }) => ({
    receivedAt: receivedAt.toISOString(),
    reason,
    registrationId,
    ...(JSON.parse(unseal(secret, INBOUND, content!)) as Content),
  }));
}
