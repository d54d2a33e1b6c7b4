import type { Db } from '../../db/open.ts';
import { forgetLookups } from '../business-register/lookup.ts';
import type { Config } from '../config.ts';
import { forgetInbound } from '../calendar/forget-inbound.ts';
import { forgetAnswers } from '../idempotency/answers.ts';
import { forgetDeliveries } from '../deliveries/record.ts';
import { isOutage, reportOutage } from '../outage.ts';
import { startQueue } from './queue.ts';
import { checkAccessOfSessions } from './check-access.ts';
import { receiveMails } from './receive-mails.ts';
import { createMailer } from './send-mail.ts';
import { sendNotices } from './send-notices.ts';
import { takeSnapshots } from './take-snapshots.ts';
import { tidySessions } from './tidy-sessions.ts';
import { createTransport } from './transport.ts';

type Options = { db: Db; clock: () => Date; config: Config };

/** Starts the queue and, unless configured otherwise, does its jobs in this process. Stop it before the database. */
export async function startWorker({ db, clock, config }: Options) {
  const queue = await startQueue({ databaseUrl: config.databaseUrl, onError: report });
  const { enqueueMail, failedMails } = queue;
  const transport = config.worker ? createTransport(db, config.mail) : null;
  if (transport) {
    const { publicUrl, secret, mail } = config;
    const settings = { publicUrl, secret, from: mail.from, replyTo: mail.replyTo ?? null };
    await queue.work({
      mail: createMailer({ db, clock, transport, settings }),
      everyMinute: async () => {
        await tidySessions({ db, clock, config, enqueueMail });
        await sendNotices({ db, clock, enqueueMail });
        await checkAccessOfSessions({ db, clock, config });
        await forgetAnswers(db, clock());
        await forgetLookups(db, clock());
        await forgetInbound(db, clock());
        await forgetDeliveries(db, clock());
        // Last: a mail server that is slow keeps nothing else waiting.
        if (config.imap) await receiveMails({ db, clock, config, enqueueMail }, config.imap);
      },
      everyNight: () => takeSnapshots({ db, clock }),
    });
  }
  return {
    enqueueMail,
    failedMails,
    async stop() {
      await queue.stop();
      transport?.close?.();
    },
  };
}

/** Messages only: an error of the database may quote personal data. */
function report(error: Error) {
  if (isOutage(error)) reportOutage(error);
  else console.error(`${new Date().toISOString()} queue: ${error.message}`);
}
