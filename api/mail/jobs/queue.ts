import { sql } from 'drizzle-orm';
import { fromDrizzle, type JobWithMetadata, PgBoss, type Queue } from 'pg-boss';
import type { Tx } from '../../../db/open.ts';
import { PermanentFailure } from '../../../emails/mail.ts';
import { asOptions, QUEUE } from '../../../db/limits.ts';
import type { FailedMails } from '../failed-mails/schema.ts';
import type { MailJob } from './mail-job.ts';

const FAILED = 'mail-failed';
const MOST_SHOWN = 200;
const DAY = 24 * 60 * 60;

// In seconds. A worker says twice in this time that it still sends a mail; one that was killed loses it to the next.
const HEARTBEAT = 20;
const LOOK_FOR_LOST_MAILS = 20;

/** Every kind of job. A mail is tried again for about two hours; what then still fails is kept to be sent again. */
const queues = {
  [FAILED]: { retentionSeconds: 90 * DAY, retryLimit: 0 },
  mail: {
    deadLetter: FAILED,
    retryLimit: 12,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 1800,
    expireInSeconds: 300,
    heartbeatSeconds: HEARTBEAT,
    retentionSeconds: 90 * DAY,
    deleteAfterSeconds: DAY,
  },
  // A snapshot that fails is tried again the next night.
  'report-snapshots': { retryLimit: 3, retryDelay: 300, expireInSeconds: 1800, deleteAfterSeconds: DAY },
  'every-minute': { retryLimit: 0, expireInSeconds: 300, retentionSeconds: 3600, deleteAfterSeconds: 3600 },
} satisfies Record<string, Omit<Queue, 'name'>>;

/** A mail to send. `key` stays the same through every attempt, and when it is taken from the failed mails again. */
export type MailDelivery = { job: MailJob; key: string; queuedAt: Date };

export type Handlers = {
  mail: (delivery: MailDelivery) => Promise<unknown>;
  everyMinute: () => Promise<void>;
  /** At 03.00 on the clock of Amsterdam. */
  everyNight: () => Promise<void>;
};

/**
 * Opens the queue in the database's schema `pgboss`. `onError` hears of trouble with the database, of a mail that is given
 * up and of a failing `everyMinute`; what will be tried again is no error yet.
 */
export async function startQueue({
  databaseUrl,
  onError,
}: {
  databaseUrl: string;
  onError: (error: Error) => void;
}) {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'opkoers-queue',
    options: asOptions(QUEUE),
    max: 4,
    registerInstance: false,
    superviseIntervalSeconds: LOOK_FOR_LOST_MAILS,
    monitorIntervalSeconds: LOOK_FOR_LOST_MAILS,
  });
  boss.on('error', onError);
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, name === 'every-minute' ? { ...options, policy: 'short' } : options);
    await boss.updateQueue(name, options);
  }

  return {
    async enqueueMail(tx: Tx, ...jobs: MailJob[]) {
      if (jobs.length > 0)
        await boss.insert(
          'mail',
          jobs.map((data) => ({ data })),
          { db: fromDrizzle(tx, sql) },
        );
    },

    failedMails: {
      async list(): Promise<FailedMails> {
        const jobs = await boss.findJobs<MailJob>(FAILED, { queued: true, limit: MOST_SHOWN + 1 });
        const items = jobs.slice(0, MOST_SHOWN).map((job) => ({
          id: job.id,
          kind: job.data.kind,
          queuedAt: (job.sourceCreatedOn ?? job.createdOn).toISOString(),
          failedAt: job.createdOn.toISOString(),
          tries: (job.sourceRetryCount ?? 0) + 1,
          reason: String((job.sourceOutput as { message?: string } | null)?.message ?? ''),
        }));
        return { items, more: jobs.length > MOST_SHOWN };
      },
      resend: async (tx: Tx, id: string) =>
        (await boss.redrive(FAILED, { ids: [id], db: fromDrizzle(tx, sql) })) === 1,
    },

    async work(handlers: Handlers) {
      const deliver = async (job: JobWithMetadata<MailJob>) => {
        try {
          await handlers.mail({ job: job.data, key: job.sourceRootId ?? job.id, queuedAt: job.createdOn });
          return { id: job.id, status: 'completed' } as const;
        } catch (cause) {
          const permanent = cause instanceof PermanentFailure;
          const message = cause instanceof Error ? cause.message : String(cause);
          if (permanent || job.retryCount >= job.retryLimit) {
            onError(new Error(`mail ${job.data.kind} ${job.id} is given up: ${message}`, { cause }));
          }
          return { id: job.id, status: permanent ? 'deadletter' : 'failed', output: { message } } as const;
        }
      };
      await boss.work(
        'mail',
        {
          includeMetadata: true,
          perJobResults: true,
          batchSize: 5,
          burstWhenBatchFull: true,
          localConcurrency: 2,
          pollingIntervalSeconds: 0.5,
        },
        (jobs: JobWithMetadata<MailJob>[]) => Promise.all(jobs.map(deliver)),
      );
      await boss.work('every-minute', async () => handlers.everyMinute().catch(onError));
      await boss.schedule('every-minute', '* * * * *');
      await boss.work('report-snapshots', async () => handlers.everyNight());
      await boss.schedule('report-snapshots', '0 3 * * *', null, { tz: 'Europe/Amsterdam' });
    },

    /** Waits for running jobs, at most five seconds. */
    stop: () => boss.stop({ timeout: 5000 }),
  };
}

export type JobQueue = Awaited<ReturnType<typeof startQueue>>;
