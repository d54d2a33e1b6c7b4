import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, inject, it } from 'vitest';
import { freePort } from '../../db/embedded.ts';
import { ask, newPerson } from '../support/load.ts';
import { makeSessions } from '../support/own-sessions.ts';
import { testDatabase } from '../support/postgres.ts';
import { json, type Request, resendServer } from '../support/resend.ts';
import { startServer, stopServer } from '../support/portal.ts';
import { storedMails } from '../support/stored-mails.ts';

const url = await testDatabase('empty');
const sql = postgres(url, { max: 2, onnotice: () => {} });
const [, session] = await makeSessions(url, 1);
const resend = await resendServer();
const settings = {
  DATABASE_URL: url,
  DATA_DIR: mkdtempSync(join(inject('run').folder, 'server-')),
  // Links in mails hold the address: it stays the same, as it does in production.
  PORT: String(await freePort()),
  MAIL: 'resend',
  RESEND_API_KEY: 're_test',
  RESEND_BASE_URL: resend.url,
};
let server = await startServer(settings);
afterAll(async () => {
  await stopServer(server.child);
  await sql.end();
});

/** What people find in their mailbox: like Resend, the stand-in delivers a key once. */
const delivered = new Map<string, string>();
const keyOf = (mail: Request) => String(mail.headers['idempotency-key']);
const accept = (mail: Request) => void delivered.set(keyOf(mail), String(mail.body.to));
const attemptsTo = (email: string) => resend.requests.filter(({ body }) => body.to === email);

it('a mail whose worker is killed while it sends goes out after the restart, once for its key', async () => {
  const [accepted, lost] = [newPerson(), newPerson()];
  // Neither gets an answer: of the one Resend has the mail already, of the other it has not.
  resend.answerWith((_response, mail) => {
    if (mail.body.to === accepted) accept(mail);
  });
  for (const email of [accepted, lost]) {
    expect((await ask(server.url, { sessionId: session!, email, key: null })).status).toBe(201);
  }
  await expect.poll(() => resend.requests.length, { timeout: 20_000 }).toBe(2);
  await stopServer(server.child, 'SIGKILL');
  const jobs = () => sql<{ state: string }[]>`select state from pgboss.job where name = 'mail' order by id`;
  expect(await jobs()).toEqual([{ state: 'active' }, { state: 'active' }]);

  resend.answerWith((response, mail) => {
    accept(mail);
    json(200, { id: '0194a3f0' })(response, mail);
  });
  // The heart of a dead worker stopped long ago: the clock is moved, so that the test need not wait for it.
  await sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`;
  server = await startServer(settings);
  await storedMails(sql).settled(50_000);

  expect(await jobs()).toEqual([{ state: 'completed' }, { state: 'completed' }]);
  for (const email of [accepted, lost]) {
    const attempts = attemptsTo(email);
    expect(attempts).toHaveLength(2);
    expect(new Set(attempts.map(keyOf)).size, 'the key is the same').toBe(1);
    expect(attempts[1]!.body, 'and so is the mail').toEqual(attempts[0]!.body);
    expect([...delivered.values()].filter((to) => to === email)).toHaveLength(1);
  }
  expect(server.stderr()).toBe('');
});

it('a worker that lives says so while a mail takes long', async () => {
  const email = newPerson();
  const heart = async () => {
    const [job] = await sql<{ beat: Date }[]>`
      select heartbeat_on as beat from pgboss.job where name = 'mail' and state = 'active'`;
    return job?.beat.getTime() ?? 0;
  };
  let release = () => {};
  resend.answerWith((response, mail) => {
    release = () => {
      accept(mail);
      json(200, { id: '0194a3f0' })(response, mail);
    };
  });
  expect((await ask(server.url, { sessionId: session!, email, key: null })).status).toBe(201);
  await expect.poll(() => attemptsTo(email).length, { timeout: 20_000 }).toBe(1);
  const first = await heart();
  await expect.poll(heart, { timeout: 30_000 }).toBeGreaterThan(first);
  release();
  await storedMails(sql).settled(20_000);
  expect(new Set(attemptsTo(email).map(keyOf)).size).toBe(1);
  expect(server.stderr()).toBe('');
});
