import type { Db } from '../../../db/open.ts';
import type { Config } from '../../config.ts';
import { isOutage, reportOutage } from '../../unit-of-work/outage.ts';
import { traceOf } from '../../http/on-error.ts';
import { Problem } from '../../http/problem.ts';
import { startQueue } from './queue.ts';
import { everyMinute } from './every-minute.ts';
import { createMailer } from './send-mail.ts';
import { takeSnapshots } from './take-snapshots.ts';
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
      everyMinute: () => everyMinute({ db, clock, config, enqueueMail }),
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

/** Messages only: an error of the database may quote personal data. Of a fault of ours also where it is. */
function report(error: Error) {
  if (isOutage(error)) reportOutage(error);
  else console.error(`${new Date().toISOString()} queue: ${error.message}`);
  for (const fault of faultsIn(error)) console.error(traceOf(fault));
}

function faultsIn(error: unknown): Error[] {
  if (error instanceof AggregateError) return error.errors.flatMap(faultsIn);
  const ours = [TypeError, ReferenceError, RangeError, Problem].some((kind) => error instanceof kind);
  return ours ? [error as Error] : [];
}
