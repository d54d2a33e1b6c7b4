import type { Db, Tx } from '../db/open.ts';
import type { BusinessRegister } from './paying/business-register/client.ts';
import type { FailedMails } from './mail/failed-mails/schema.ts';
import type { MailJob } from './mail/jobs/mail-job.ts';

/** All that comes from outside. */
export type Deps = {
  db: Db;
  /** Asked once per request and once per job. */
  clock: () => Date;
  /** Puts mails in the queue, inside the transaction of what they report: a rollback leaves no mail. */
  enqueueMail: (tx: Tx, ...jobs: MailJob[]) => Promise<void>;
  /** Ask it through `findBusiness`, which remembers. */
  businessRegister: BusinessRegister;
  config: {
    publicUrl: string;
    secret: string;
    secureCookies: boolean;
    mail: { from: string; replyTo?: string | undefined; resendWebhookSecret?: string | undefined };
    /** How mails to the sending address come in; undefined when nobody takes them in. */
    inbound?: { secret: string; apiKey: string; baseUrl?: string | undefined } | undefined;
  };
};

/** What only the desk of the operator needs besides. */
export type OperatorDeps = Deps & {
  /** The mails that were given up, and a way to try one again; `resend` tells whether there was such a mail. */
  failedMails: {
    list: () => Promise<FailedMails>;
    resend: (tx: Tx, id: string) => Promise<boolean>;
  };
};
