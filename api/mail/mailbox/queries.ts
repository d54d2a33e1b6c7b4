import { desc, eq } from 'drizzle-orm';
import type { Db, Reader } from '../../../db/open.ts';
import { mailbox } from '../../../db/schema/mail.ts';

const LIMIT = 200;

const shape = ({
  id,
  recipient,
  subject,
  text,
  html,
  attachments,
  createdAt,
}: typeof mailbox.$inferSelect) => ({
  id,
  to: recipient,
  subject,
  text,
  html,
  attachments,
  createdAt: createdAt.toISOString(),
});

/** The newest mails first, of one address or of all. Attachments hold base64. */
export async function listMails(db: Reader, to: string | undefined) {
  const found = await db
    .select()
    .from(mailbox)
    .where(to ? eq(mailbox.recipient, to.replaceAll('\0', '').trim().toLowerCase()) : undefined)
    .orderBy(desc(mailbox.createdAt), desc(mailbox.id))
    .limit(LIMIT);
  return found.map(shape);
}

export async function findMail(db: Reader, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [found] = await db.select().from(mailbox).where(eq(mailbox.id, id));
  return found ? shape(found) : null;
}

/** For the page that shows the mailbox. */
export const mailboxReader = (db: Db) => ({
  list: (to: string | undefined) => listMails(db, to),
  find: (id: string) => findMail(db, id),
});
export type MailboxReader = ReturnType<typeof mailboxReader>;
