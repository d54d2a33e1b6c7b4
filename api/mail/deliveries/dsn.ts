import PostalMime from 'postal-mime';
import type { Db } from '../../../db/open.ts';
import { recordNews } from './record.ts';
import { type Report, readFeedback, readStatus } from './reports.ts';

/**
 * Takes in a mail that came to the return address (RFC 3464, RFC 5965), from a mailbox or however it came: when it
 * tells what became of a mail of ours, that is recorded. Gives what it told, or null for anything else.
 */
export async function receiveReport(db: Db, raw: string | Uint8Array, now: Date) {
  const report = await readReport(raw).catch(() => null);
  if (!report) return null;
  const { messageId, ...news } = report;
  const known = await db.transaction((tx) => recordNews(tx, messageId, { ...news, at: now }));
  return known ? report : null;
}

async function readReport(raw: string | Uint8Array): Promise<Report | null> {
  const { attachments } = await PostalMime.parse(raw, {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
  });
  const part = (...types: string[]) =>
    attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()))?.content as string | undefined;
  const original = part('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  const messageId = /^message-id:\s*(<[^>\s]+>)/im.exec(original ?? '')?.[1];
  if (!messageId) return null;
  const status = part('message/delivery-status', 'message/global-delivery-status');
  const news = status ? readStatus(status) : readFeedback(part('message/feedback-report') ?? '');
  return news && { messageId, ...news };
}
