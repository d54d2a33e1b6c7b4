import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { MailJob } from '../../api/mail/jobs/mail-job.ts';
import { type JobQueue, type MailDelivery, startQueue } from '../../api/mail/jobs/queue.ts';
import { createTransport } from '../../api/mail/jobs/transport.ts';
import { openDb } from '../../db/open.ts';
import { type Message, PermanentFailure } from '../../emails/mail.ts';
import { testDatabase } from '../support/postgres.ts';

const databaseUrl = await testDatabase('empty');
const { db, close } = openDb(databaseUrl, { connections: 4 });
const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
const errors: Error[] = [];
let queue: JobQueue;
let handler: (delivery: MailDelivery) => Promise<unknown>;

beforeAll(async () => {
  queue = await startQueue({ databaseUrl, onError: (error) => errors.push(error) });
  await queue.work({
    mail: (delivery) => handler(delivery),
    everyMinute: async () => {},
    everyNight: async () => {},
  });
});
afterAll(async () => {
  await queue.stop();
  await Promise.all([close(), sql.end()]);
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

let number = 0;
const job = (): MailJob => ({ kind: 'confirmed', registrationId: `registration-${++number}` });
const send = (given: MailJob) => db.transaction((tx) => queue.enqueueMail(tx, given));
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

test('a mail is out within two seconds of its transaction', async () => {
  const given = job();
  const delivered = new Promise<MailDelivery>((resolve) => (handler = async (delivery) => resolve(delivery)));
  const started = Date.now();
  await send(given);
  expect((await delivered).job).toEqual(given);
  expect(Date.now() - started).toBeLessThan(2000);
});

test('a transaction that is rolled back leaves no mail', async () => {
  const seen: MailJob[] = [];
  handler = async (delivery) => void seen.push(delivery.job);
  const [undone, done] = [job(), job()];
  const failing = db.transaction(async (tx) => {
    await queue.enqueueMail(tx, undone);
    throw new Error('never mind');
  });
  await expect(failing).rejects.toThrow('never mind');
  await send(done);
  await until(() => expect(seen).toEqual([done]));
  const [left] = await sql`
    select count(*)::int as jobs from pgboss.job
    where data->>'registrationId' = ${'registrationId' in undone ? undone.registrationId : ''}`;
  expect(left).toEqual({ jobs: 0 });
});

test('a mail that fails is tried again under the same key', async () => {
  const keys: string[] = [];
  handler = async ({ key }) => {
    keys.push(key);
    if (keys.length === 1) throw new Error('the provider is out');
  };
  await send(job());
  await until(() => expect(keys).toHaveLength(2));
  expect(keys[0]).toBe(keys[1]);
});

test('a mail that can never be sent is kept apart at once and reported', async () => {
  let attempts = 0;
  handler = async () => {
    attempts += 1;
    throw new PermanentFailure('no such address');
  };
  const given = job();
  await send(given);
  await until(() => expect(errors).toHaveLength(1));
  expect(errors.pop()!.message).toMatch(/^mail confirmed [0-9a-f-]{36} is given up: no such address$/);
  await wait(500);
  expect(attempts).toBe(1);
  const kept = await sql`select data, output from pgboss.job where name = 'mail-failed'`;
  expect(kept).toMatchObject([{ data: given }]);
});

test('twenty mails of one transaction all go out', async () => {
  const seen = new Set<string>();
  handler = async ({ key }) => void seen.add(key);
  await db.transaction(async (tx) => {
    for (let i = 0; i < 20; i += 1) await queue.enqueueMail(tx, job());
  });
  await until(() => expect(seen.size).toBe(20));
});

test('the mailbox keeps one mail for one key, however often it is delivered', async () => {
  const transport = createTransport(db, {
    transport: 'mailbox',
    from: 'Opkoers <noreply@opkoers.example>',
    replyTo: undefined,
    resendApiKey: undefined,
    resendBaseUrl: undefined,
  });
  const message: Message = {
    to: 'noor@example.com',
    from: 'Opkoers <noreply@opkoers.example>',
    replyTo: null,
    mail: {
      subject: 'Bevestiging',
      text: 'tekst',
      html: '<p>tekst</p>',
      attachments: [{ filename: 'afspraak.ics', contentType: 'text/calendar', content: 'zoë' }],
    },
    idempotencyKey: 'the-same-key',
  };
  handler = ({ key }) => transport.send({ ...message, idempotencyKey: key });
  await Promise.all([transport.send(message), transport.send(message), transport.send(message)]);
  const kept = await sql`select recipient, attachments from mailbox where idempotency_key = 'the-same-key'`;
  expect(kept).toEqual([
    {
      recipient: 'noor@example.com',
      attachments: [
        {
          filename: 'afspraak.ics',
          contentType: 'text/calendar',
          content: Buffer.from('zoë').toString('base64'),
        },
      ],
    },
  ]);
});

test('a worker that dies after sending sends nothing twice', async () => {
  const transport = createTransport(db, {
    transport: 'mailbox',
    from: 'Opkoers <noreply@opkoers.example>',
    replyTo: undefined,
    resendApiKey: undefined,
    resendBaseUrl: undefined,
  });
  let attempts = 0;
  handler = async ({ key }) => {
    attempts += 1;
    const mail = { subject: 'Een keer', text: '', html: '', attachments: [] };
    await transport.send({ to: 'noor@example.com', from: '', replyTo: null, mail, idempotencyKey: key });
    if (attempts === 1) throw new Error('died before it could say so');
  };
  await send(job());
  await until(() => expect(attempts).toBe(2));
  expect(await sql`select id from mailbox where subject = 'Een keer'`).toHaveLength(1);
});
