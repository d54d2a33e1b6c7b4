import type { Db } from '../../db/open.ts';
import { mailbox } from '../../db/schema/mail.ts';
import type { Transport } from '../../emails/mail.ts';
import { mailboxTransport } from '../../emails/transports/mailbox.ts';
import { resendTransport } from '../../emails/transports/resend.ts';
import type { Config } from '../config.ts';

/** How mails leave, by configuration. */
export function createTransport(db: Db, mail: Config['mail']): Transport {
  if (mail.transport === 'resend') {
    return resendTransport({
      apiKey: mail.resendApiKey!,
      ...(mail.resendBaseUrl && { baseUrl: mail.resendBaseUrl }),
    });
  }
  return mailboxTransport(async (stored) => {
    await db.insert(mailbox).values(stored).onConflictDoNothing({ target: mailbox.idempotencyKey });
  });
}
