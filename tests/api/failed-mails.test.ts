import postgres from 'postgres';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../../api/app.ts';
import { startWorker } from '../../api/mail/jobs/worker.ts';
import { openBusinessRegister } from '../../api/paying/business-register/open.ts';
import { readConfig } from '../../api/config.ts';
import { openDb } from '../../db/open.ts';
import { cookieOf, problemIn } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { testDatabase } from '../support/postgres.ts';
import { takeErrors } from '../support/console.ts';
import { smtpServer } from '../support/smtp.ts';
import { challengeCode } from '../../api/unit-of-work/secrets.ts';

const databaseUrl = await testDatabase('empty');
const { db, close } = openDb(databaseUrl, { connections: 5 });
const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
const clock = () => new Date();
const server = await smtpServer();
const config = readConfig({
  DATABASE_URL: databaseUrl,
  SECRET: 'a-secret-for-tests-that-is-long-enough',
  MAIL: 'smtp',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(server.port),
  SMTP_TLS: 'none',
  MAIL_PER_SECOND: '500',
});
const worker = await startWorker({ db, clock, config });
const api = createApi({
  db,
  clock,
  config,
  businessRegister: openBusinessRegister(config.kvk),
  enqueueMail: worker.enqueueMail,
  failedMails: worker.failedMails,
});
afterAll(async () => {
  await worker.stop();
  await server.stop();
  await close();
  await sql.end();
});

type Item = { id: string; kind: string; reason: string; tries: number };
async function call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await api.request(`http://127.0.0.1:4321/api/v1${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as object };
}
async function signIn(email: string) {
  const { body } = await call('POST', '/sign-ins', { email });
  const { id } = body as { id: string };
  const answer = await call('POST', '/auth-sessions', { id, code: challengeCode(config.secret, id) });
  return { cookie: cookieOf(answer.headers), origin: 'http://127.0.0.1:4321' };
}
const failed = async (headers: Record<string, string>) =>
  ((await call('GET', '/failed-mails', undefined, headers)).body as { items: Item[] }).items;

let operator: Record<string, string>;
let others: Record<string, string>[];
let sessionId: string;
beforeAll(async () => {
  const programme = await makeProgramme(db, clock());
  sessionId = (await makeSession(db, programme, clock(), { capacity: 20 })).id;
  operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
  others = await Promise.all([
    signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email),
    signIn((await makeStaff(db, [{ municipalityId: programme.municipality.id }])).email),
    signIn('ondernemer@voorbeeld.example'),
    Promise.resolve({}),
  ]);
});

/** A mail that the server refuses for good. */
async function refusedMail(email: string) {
  server.manners.onRecipient = (address) =>
    address === email ? { code: 550, text: `5.1.1 no such user ${email}` } : null;
  const before = (await failed(operator)).length;
  await call('POST', `/sessions/${sessionId}/registrations`, { name: 'Noor Voorbeeld', email });
  return vi.waitFor(
    async () => {
      const items = await failed(operator);
      expect(items).toHaveLength(before + 1);
      return items.at(-1)!;
    },
    { timeout: 20_000, interval: 50 },
  );
}

test('the operator sees what was given up and why, and nobody’s name or address', async () => {
  const email = 'weg@voorbeeld.example';
  const item = await refusedMail(email);
  expect(item).toMatchObject({ kind: 'confirm', reason: 'smtp: 550 5.1.1 RCPT TO', tries: 1 });
  expect(JSON.stringify(await failed(operator))).not.toMatch(/weg@|Noor/);
  expect(takeErrors().join()).toMatch(/mail confirm .* is given up: smtp: 550 5\.1\.1 RCPT TO/);
  const known = await sql`select status, reason from mail_deliveries d join accounts a on a.id = d.account_id
    where a.email = ${email}`;
  expect(known).toEqual([{ status: 'bounced', reason: 'smtp: 550 5.1.1 RCPT TO' }]);
});

test('nobody else sees it or sends it again', async () => {
  const { id } = await refusedMail('weg2@voorbeeld.example');
  takeErrors();
  for (const headers of others) {
    const expected = headers.cookie ? 'not-allowed' : 'not-signed-in';
    expect(problemIn(await call('GET', '/failed-mails', undefined, headers)).code).toBe(expected);
    expect(problemIn(await call('POST', `/failed-mails/${id}/resend`, undefined, headers)).code).toBe(
      expected,
    );
  }
  expect((await failed(operator)).map((item) => item.id)).toContain(id);
});

test('sent again, once, under the same name, however often the button is pressed', async () => {
  const email = 'terug@voorbeeld.example';
  const { id } = await refusedMail(email);
  takeErrors();
  server.manners.onRecipient = () => null;
  const key = { ...operator, 'idempotency-key': crypto.randomUUID() };
  const answers = await Promise.all(
    [1, 2, 3].map(() => call('POST', `/failed-mails/${id}/resend`, undefined, key)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  // Another press, as from a page that was open longer.
  expect(problemIn(await call('POST', `/failed-mails/${id}/resend`, undefined, operator)).code).toBe(
    'not-found',
  );
  const arrived = () => server.received.filter(({ to }) => to.includes(email));
  await vi.waitFor(() => expect(arrived()).toHaveLength(1), { timeout: 20_000, interval: 50 });
  await wait(500);
  expect(arrived()).toHaveLength(1);
  const log = await sql`select actor_kind from audit_log where action = 'mail.resent' and subject_id = ${id}`;
  expect(log).toEqual([{ actor_kind: 'account' }]);
  const [sent] = await sql<{ key: string; status: string }[]>`select d.key, d.status from mail_deliveries d
    join accounts a on a.id = d.account_id where a.email = ${email}`;
  expect(sent).toMatchObject({ status: 'accepted' });
  expect(arrived()[0]!.mail.messageId).toContain(sent!.key);
});

test('what is not there is not found', async () => {
  const path = '/failed-mails/00000000-0000-7000-8000-000000000000/resend';
  expect(problemIn(await call('POST', path, undefined, operator)).code).toBe('not-found');
});

/** As when a worker dies after the provider said yes and before the queue heard of it. */
async function workAgain(key: string) {
  await sql`update pgboss.job set state = 'retry', start_after = now(), completed_on = null where id::text = ${key}`;
  await vi.waitFor(
    async () => {
      const [job] = await sql<{ state: string }[]>`select state from pgboss.job where id::text = ${key}`;
      expect(job!.state).toBe('completed');
    },
    { timeout: 20_000, interval: 50 },
  );
}

test('a mail that the provider took in is not sent again; control: it is when that is forgotten', async () => {
  server.manners.onRecipient = () => null;
  const email = 'eenmaal@voorbeeld.example';
  await call('POST', `/sessions/${sessionId}/registrations`, { name: 'Noor Voorbeeld', email });
  const arrived = () => server.received.filter(({ to }) => to.includes(email));
  const key = await vi.waitFor(
    async () => {
      const [row] = await sql<{ key: string }[]>`select d.key from mail_deliveries d
        join accounts a on a.id = d.account_id join pgboss.job j on j.id::text = d.key
        where a.email = ${email} and j.state = 'completed'`;
      return row!.key;
    },
    { timeout: 20_000, interval: 50 },
  );
  await workAgain(key);
  expect(arrived()).toHaveLength(1);
  await sql`delete from mail_deliveries where key = ${key}`;
  await workAgain(key);
  expect(arrived()).toHaveLength(2);
  expect(new Set(arrived().map(({ mail }) => mail.messageId)).size).toBe(1);
});
