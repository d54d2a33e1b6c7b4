import type { Db, Tx } from '../db/open.ts';
import type { FailedMail } from './failed-mails/schema.ts';
import type { MailJob } from './jobs/mail-job.ts';

/** All that comes from outside. */
export type Deps = {
  db: Db;
  /** Asked once per request and once per job. */
  clock: () => Date;
  /** Puts a mail in the queue, inside the transaction of what it reports: a rollback leaves no mail. */
  enqueueMail: (tx: Tx, job: MailJob) => Promise<void>;
  config: {
    publicUrl: string;
    secret: string;
    secureCookies: boolean;
    mail: { from: string; replyTo?: string | undefined; resendWebhookSecret?: string | undefined };
  };
};

/** What only the desk of the operator needs besides. */
export type OperatorDeps = Deps & {
  /** The mails that were given up, and a way to try one again; `resend` tells whether there was such a mail. */
  failedMails: {
    list: () => Promise<FailedMail[]>;
    resend: (tx: Tx, id: string) => Promise<boolean>;
  };
};
