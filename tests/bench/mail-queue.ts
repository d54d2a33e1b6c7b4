import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type postgres from 'postgres';
import { startQueue } from '../../api/mail/jobs/queue.ts';
import { createMailer } from '../../api/mail/jobs/send-mail.ts';
import { openDb } from '../../db/open.ts';
import type { Message } from '../../emails/mail.ts';
import { smtpTransport } from '../../emails/transports/smtp.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import type { Result } from './run.ts';
import type { Place } from './server.ts';

const MAILS = 10_000;
/** Few enough to last as long as the requests are measured. */
const SLOW_MAILS = 600;
const CONNECTIONS = 4;
const REQUESTS = 300;
const SECRET = 'a-secret-for-the-benchmark-that-is-long';
const FROM = 'Opkoers <noreply@opkoers.example>';

/**
 * Mails about bookings through the queue to a mail server, and the floor: the same number of mails, made once, by the same
 * transport without a queue. Meanwhile someone reads the offer at a portal in another process.
 */
export async function mailQueue(place: Place): Promise<Result[]> {
  const server = await smtpServer(place);
  const { url, sql } = await place.database('mails');
  const ids = await registered(url, sql);
  const portal = await place.portal(url);
  const read = () => p50Of(`${portal}/api/v1/sessions`);
  await read();
  const idle = [await read()];

  await enqueue(url, ids);
  const worker = await place.server(url, workerSettings(server.port, 10_000));
  const memory: number[] = [];
  const busy: number[] = [];
  for (const share of [0.2, 0.6, 1]) {
    await server.until(MAILS * share);
    memory.push(residentMegabytes(worker.child.pid!));
    if (share < 1) busy.push(await read());
  }
  const { received, seconds } = await server.count('forget');
  if (received !== MAILS) throw new Error(`${received} mails came, not ${MAILS}`);
  await worker.stop();
  idle.push(await read());

  await enqueue(url, ids.slice(0, SLOW_MAILS));
  const slow = await place.server(url, workerSettings(server.port, 20));
  await server.until(10);
  const withLimit = await read();
  await slow.stop();
  await server.count('forget');
  idle.push(await read());

  const floor = await floorOf(url, ids[0]!, server);
  const rest = median(idle);
  const [start, ...later] = memory as [number, ...number[]];
  const row = (name: string, value: number, unit: string, against: number | null): Result => ({
    name: `mail-queue${name}`,
    value,
    unit,
    floor: against,
    ratio: against && value / against,
  });
  return [
    row('', MAILS / seconds, '/s', floor),
    row('-memory', Math.max(...later), 'MB', start),
    row('-requests-p50', median(busy), 'ms', rest),
    row('-requests-p50-at-20-a-second', withLimit, 'ms', rest),
  ];
}

const workerSettings = (port: number, perSecond: number) => ({
  SECRET,
  WORKER: 'true',
  // The heap of a small server: with room to spare, V8 lets garbage lie, and growth would not show a leak.
  NODE_OPTIONS: '--max-old-space-size=256',
  MAIL: 'smtp',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(port),
  SMTP_TLS: 'none',
  MAIL_PER_SECOND: String(perSecond),
});

/** That many people with a certain place, far enough ahead that nobody is reminded meanwhile. */
async function registered(url: string, sql: postgres.Sql) {
  const { db, close } = openDb(url, { connections: 2 });
  const now = new Date();
  const startsAt = new Date(now.getTime() + 20 * 24 * 3_600_000);
  const session = await makeSession(db, await makeProgramme(db, now), now, { startsAt, capacity: MAILS });
  await close();
  await sql`insert into accounts (email, name) select 'mens' || n || '@voorbeeld.example', 'Mens ' || n
    from generate_series(1, ${MAILS}::int) n`;
  await sql`insert into entrepreneurs (account_id, name) select id, name from accounts`;
  const rows = await sql<{ id: string }[]>`
    with placed as (
      insert into registrations (session_id, entrepreneur_id, status, name, confirmed_at, decision_id)
      select ${session.id}, id, 'confirmed', name, now(), uuidv7() from entrepreneurs returning *)
    insert into decisions (id, registration_id, rule_set_id, outcome, payer, ex_vat_cents, vat_cents,
      own_contribution_cents, facts, rules, decided_on, decided_at)
    select decision_id, id, (select id from rule_sets limit 1), 'eligible', 'municipality', 0, 0, 0, '{}', '[]',
      current_date, now()
    from placed returning registration_id as id`;
  await sql`update sessions set seats_taken = ${MAILS} where id = ${session.id}`;
  await sql`vacuum analyze`;
  return rows.map(({ id }) => id);
}

async function enqueue(url: string, ids: string[]) {
  const { db, close } = openDb(url, { connections: 1 });
  const queue = await startQueue({ databaseUrl: url, onError: () => {} });
  const jobs = ids.map((registrationId) => ({ kind: 'confirmed' as const, registrationId }));
  for (let from = 0; from < jobs.length; from += 1_000) {
    await db.transaction((tx) => queue.enqueueMail(tx, ...jobs.slice(from, from + 1_000)));
  }
  await queue.stop();
  await close();
}

/** The first of the mails, sent over and over. */
async function floorOf(url: string, registrationId: string, server: Awaited<ReturnType<typeof smtpServer>>) {
  const { db, close } = openDb(url, { connections: 2 });
  let made: Message | undefined;
  const transport = { send: async (message: Message) => ((made = message), { id: '' }) };
  const settings = { publicUrl: 'http://127.0.0.1:4321', secret: SECRET, from: FROM, replyTo: null };
  const mailer = createMailer({ db, clock: () => new Date(), transport, settings });
  await mailer({ job: { kind: 'confirmed', registrationId }, key: 'floor', queuedAt: new Date() });
  await close();
  const smtp = smtpTransport({ host: '127.0.0.1', port: server.port, tls: 'none', connections: CONNECTIONS });
  let sent = 0;
  const sender = async () => {
    while (sent < MAILS) await smtp.send({ ...made!, idempotencyKey: `floor-${sent++}` });
  };
  await Promise.all(Array.from({ length: 2 * CONNECTIONS }, sender));
  smtp.close?.();
  const { received, seconds } = await server.count('forget');
  return received / seconds;
}

async function smtpServer(place: Place) {
  const child = fork(fileURLToPath(new URL('smtp-child.ts', import.meta.url)), { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  place.onClose(async () => child.disconnect());
  const count = (what: 'count' | 'forget' = 'count') => asked(child, what);
  return {
    port,
    count,
    async until(mails: number) {
      for (let last = -1, stuck = 0; ; stuck += 1) {
        const { received } = await count();
        if (received >= mails) return;
        if (received > last) stuck = 0;
        if (stuck > 600) throw new Error(`It stands still at ${received} mails`);
        last = received;
        await wait(100);
      }
    },
  };
}

async function asked(child: ChildProcess, what: string) {
  const answer = once(child, 'message');
  child.send(what);
  return ((await answer) as [{ received: number; seconds: number }])[0];
}

/** One reader, who waits a little before the next page: what people notice. In milliseconds. */
async function p50Of(address: string) {
  const took: number[] = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    const before = performance.now();
    const answer = await fetch(address);
    await answer.arrayBuffer();
    took.push(performance.now() - before);
    if (answer.status !== 200) throw new Error(`${answer.status}`);
    await wait(10);
  }
  return median(took);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const residentMegabytes = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
