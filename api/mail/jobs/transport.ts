import type { Db } from '../../../db/open.ts';
import { mailbox } from '../../../db/schema/mail.ts';
import type { Transport } from '../../../emails/mail.ts';
import { limited } from '../../../emails/transports/limited.ts';
import { mailboxTransport } from '../../../emails/transports/mailbox.ts';
import { resendTransport } from '../../../emails/transports/resend.ts';
import { smtpTransport } from '../../../emails/transports/smtp.ts';
import type { Config } from '../../config.ts';

/** What Resend allows an account that never asked for more. */
const RESEND_PER_SECOND = 2;
const SMTP_PER_SECOND = 20;

type Later = 'smtp' | 'perSecond' | 'resendWebhookSecret';
type Settings = Omit<Config['mail'], Later> & Partial<Pick<Config['mail'], Later>>;

/** How mails leave, by configuration. */
export function createTransport(db: Db, mail: Settings): Transport {
  if (mail.transport === 'resend') {
    const resend = resendTransport({
      apiKey: mail.resendApiKey!,
      ...(mail.resendBaseUrl && { baseUrl: mail.resendBaseUrl }),
    });
    return limited(resend, mail.perSecond ?? RESEND_PER_SECOND);
  }
  if (mail.transport === 'smtp') {
    return limited(smtpTransport(mail.smtp!), mail.perSecond ?? SMTP_PER_SECOND);
  }
  return mailboxTransport(async (stored) => {
    await db.insert(mailbox).values(stored).onConflictDoNothing({ target: mailbox.idempotencyKey });
  });
}
