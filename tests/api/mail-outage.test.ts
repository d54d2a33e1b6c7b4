import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type MailDelivery, type JobQueue, startQueue } from '../../api/mail/jobs/queue.ts';
import { freePort } from '../../db/embedded.ts';
import { openDb } from '../../db/open.ts';
import type { Transport } from '../../emails/mail.ts';
import { limited } from '../../emails/transports/limited.ts';
import { resendTransport } from '../../emails/transports/resend.ts';
import { smtpTransport } from '../../emails/transports/smtp.ts';
import { certificate } from '../support/certificate.ts';
import { testDatabase } from '../support/postgres.ts';
import { json, resendServer } from '../support/resend.ts';
import { smtpServer } from '../support/smtp.ts';

const MAILS = 15;
const databaseUrl = await testDatabase('empty');
const { db, close } = openDb(databaseUrl, { connections: 4 });
const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
const errors: Error[] = [];
const tried = new Map<string, number>();
let queue: JobQueue;
let transport: Transport;

beforeAll(async () => {
  queue = await startQueue({ databaseUrl, onError: (error) => errors.push(error) });
  await queue.work({ mail: deliver, everyMinute: async () => {}, everyNight: async () => {} });
});
afterAll(async () => {
  await queue.stop();
  await close();
  await sql.end();
});

function deliver({ key }: MailDelivery) {
  tried.set(key, (tried.get(key) ?? 0) + 1);
  const mail = { subject: `Mail ${key}`, text: 'tekst', html: '<p>tekst</p>', attachments: [] };
  const [to, from] = ['noor@example.com', 'Opkoers <noreply@opkoers.example>'];
  return transport.send({ to, from, replyTo: null, mail, idempotencyKey: key });
}

async function enqueue() {
  tried.clear();
  await db.transaction(async (tx) => {
    for (let n = 0; n < MAILS; n += 1) {
      await queue.enqueueMail(tx, { kind: 'confirmed', registrationId: `registration-${n}` });
    }
  });
}

const queued = async () =>
  (
    await sql<[{ jobs: number }]>`select count(*)::int as jobs from pgboss.job
      where name = 'mail' and state in ('created', 'retry', 'active')`
  )[0]!.jobs;

/** Lets the queue's waiting mails believe that this time has gone by. */
const pass = (minutes: number) =>
  sql`update pgboss.job set start_after = start_after - make_interval(mins => ${minutes})
    where name = 'mail' and state = 'retry'`;

/** Half an hour in which nothing goes out; every mail is tried more than once in it. */
async function halfAnHourOut() {
  await vi.waitFor(() => expect(tried.size).toBe(MAILS), { timeout: 20_000 });
  for (let minutes = 0; minutes < 30; minutes += 10) {
    const before = Math.min(...tried.values());
    await pass(10);
    await vi.waitFor(() => expect(Math.min(...tried.values())).toBeGreaterThan(before), { timeout: 20_000 });
  }
  expect(await queued()).toBe(MAILS);
}

async function afterwards() {
  await vi.waitFor(
    async () => {
      await pass(30);
      expect(await queued()).toBe(0);
    },
    { timeout: 30_000, interval: 500 },
  );
  expect(await sql`select id from pgboss.job where name = 'mail-failed'`).toEqual([]);
  expect(errors).toEqual([]);
}

describe('an outage of half an hour loses nothing and doubles nothing', () => {
  test('a mail server that is down', async () => {
    const port = await freePort();
    const smtp = smtpTransport({
      host: '127.0.0.1',
      port,
      tls: 'starttls',
      ca: certificate,
      timeoutMs: 1000,
    });
    transport = smtp;
    await enqueue();
    await halfAnHourOut();
    const server = await smtpServer({ port });
    await afterwards();
    const subjects = server.received.map(({ mail }) => mail.subject);
    expect(subjects.sort()).toEqual([...tried.keys()].map((key) => `Mail ${key}`).sort());
    smtp.close?.();
    await server.stop();
  });

  test('Resend that accepts mails, but whose answers do not come, and that then breaks down', async () => {
    const resend = await resendServer();
    transport = limited(resendTransport({ apiKey: 're_test', baseUrl: resend.url, timeoutMs: 200 }), 500);
    // The first three are taken in before the answer is lost.
    let taken = 0;
    resend.answerWith((response, request) => {
      const { headers, body } = request;
      taken += 1;
      if (taken <= 3) resend.accept(String(headers['idempotency-key']), JSON.stringify(body));
      if (taken % 2) response.destroy();
      else json(503, null)(response, request);
    });
    await enqueue();
    await halfAnHourOut();
    expect(resend.delivered).toHaveLength(3);
    resend.answerWith(null);
    await afterwards();
    const subjects = resend.delivered.map(({ subject }) => subject);
    expect(subjects.sort()).toEqual([...tried.keys()].map((key) => `Mail ${key}`).sort());
  });
});
