import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, inject, it } from 'vitest';
import { freePort } from '../../db/embedded.ts';
import {
  acknowledged,
  ask,
  halves,
  newPerson,
  type Outcome,
  registrationsOf,
  startLoad,
} from '../support/load.ts';
import { makeSessions } from '../support/own-sessions.ts';
import { testDatabase } from '../support/postgres.ts';
import { startServer, stopServer } from '../support/portal.ts';

const url = await testDatabase('empty');
const sql = postgres(url, { max: 2, onnotice: () => {} });
const settings = {
  DATABASE_URL: url,
  DEMO: 'true',
  DATA_DIR: mkdtempSync(join(inject('run').folder, 'server-')),
  PORT: String(await freePort()),
};
let server = await startServer(settings);
afterAll(async () => {
  await stopServer(server.child);
  await sql.end();
});
const [hot, ...spread] = await makeSessions(url);
const sessions = [hot!, ...spread];

it.each(['the first time', 'again'])('a server that is killed under load keeps its word, %s', async () => {
  const known = Array.from({ length: 24 }, newPerson);
  await Promise.all(known.map((email) => ask(server.url, { sessionId: spread.at(-1)!, email, key: null })));

  const load = startLoad({ url: server.url, sessions: [hot!, ...spread.slice(0, -1)], known });
  await load.more(100, 201);
  await stopServer(server.child, 'SIGKILL');
  const outcomes = await load.stop();
  expect(server.stderr()).toBe('');
  const done = acknowledged(outcomes);
  const unknown = outcomes.filter(({ status }) => status === null);
  expect(done.length + unknown.length, 'every answer is 201 or none').toBe(outcomes.length);
  expect(unknown.length, 'the server was killed at work').toBeGreaterThan(0);

  // PostgreSQL ends what a dead client began as soon as it notices.
  await expect
    .poll(
      () => sql`select from pg_stat_activity where datname = current_database() and state <> 'idle'
      and pid <> pg_backend_pid()`,
      { timeout: 20_000 },
    )
    .toHaveLength(0);
  expect(await halves(sql, sessions)).toEqual([]);
  const before = await registrationsOf(sql, sessions);
  for (const one of done) {
    const found = before.get(`${one.ask.sessionId} ${one.ask.email}`);
    expect(found?.map(({ id }) => id)).toEqual([one.body.id]);
  }

  server = await startServer(settings);
  const keyed = unknown.filter((one) => one.ask.key !== null);
  expect(keyed.length).toBeGreaterThan(0);
  const retry = async ({ ask: again }: Outcome) => {
    const answers = [await ask(server.url, again), await ask(server.url, again)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]!.body.id).toBe(answers[1]!.body.id);
  };
  await Promise.all(keyed.map(retry));
  // What was acknowledged is answered again under its key, and nothing is added.
  for (const { ask: again, body } of done.filter((one) => one.ask.key !== null).slice(-10)) {
    expect((await ask(server.url, again)).body.id).toBe(body.id);
  }
  const after = await registrationsOf(sql, sessions);
  expect([...after.values()].filter((found) => found.length !== 1)).toEqual([]);
  for (const { ask: one } of keyed) expect(after.get(`${one.sessionId} ${one.email}`)).toHaveLength(1);
  expect(await halves(sql, sessions)).toEqual([]);
});
