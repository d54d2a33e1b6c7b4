import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import {
  challengeCode,
  challengeToken,
  feedSecret,
  manageToken,
  unsubscribeToken,
} from '../../api/unit-of-work/secrets.ts';
import { cookieOf } from '../support/api.ts';
import { ask } from '../support/load.ts';
import { ownPostgres } from '../support/own-postgres.ts';
import { makeSessions } from '../support/own-sessions.ts';
import { startServer, stopServer } from '../support/portal.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await ownPostgres();
const [, sessionId] = await makeSessions(database.url, 1);
const dataDir = mkdtempSync(join(inject('run').folder, 'server-'));
const server = await startServer({ DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET });
afterAll(() => stopServer(server.child));
const { url } = server;

const email = 'noor.geheim@voorbeeld.example';
const api = (path: string, init: RequestInit = {}) =>
  fetch(`${url}/api/v1${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', origin: url, ...init.headers },
  });

/** Books, signs in and makes a calendar, and gives what in the addresses of mails is secret. */
async function secrets() {
  const { body } = await ask(url, { sessionId: sessionId!, email, key: null });
  const signIn = (await (
    await api('/sign-ins', { method: 'POST', body: JSON.stringify({ email }) })
  ).json()) as {
    id: string;
  };
  const code = challengeCode(SECRET, signIn.id);
  const signedIn = await api('/auth-sessions', {
    method: 'POST',
    body: JSON.stringify({ id: signIn.id, code }),
  });
  const cookie = cookieOf(signedIn.headers);
  expect((await api('/me/calendar-feed', { method: 'POST', headers: { cookie } })).status).toBeLessThan(300);
  return database.look(async (sql) => {
    const [challenge] = await sql`select id from challenges where registration_id = ${body.id!}`;
    const [account] = await sql`select id from accounts where email = ${email}`;
    const [feed] = await sql`select id from calendar_feeds`;
    return {
      id: body.id!,
      cookie,
      confirm: challengeToken(SECRET, challenge!.id as string),
      manage: manageToken(SECRET, body.id!),
      signIn: challengeToken(SECRET, signIn.id),
      feed: feedSecret(SECRET, feed!.id as string),
      unsubscribe: unsubscribeToken(SECRET, 'reminders', account!.id as string),
    };
  });
}

it('no link, address or name comes in the log: not when links work, not at a failure, and not in an outage', async () => {
  const { id, cookie, ...tokens } = await secrets();
  const link = { 'registration-token': tokens.manage };
  const pages = [
    `/bevestigen/${tokens.confirm}`,
    `/inloggen/${tokens.signIn}`,
    `/aanmeldingen/${id}/${tokens.manage}`,
    `/aanmeldingen/${id}/${tokens.manage}/afspraak.ics`,
    `/mail-uit/${tokens.unsubscribe}`,
    `/agenda/${tokens.feed}.ics`,
  ];
  /** The statuses of all that a link can do, in the order of `pages`, and then of the API. */
  const follow = async () => {
    const got: number[] = [];
    for (const page of pages) {
      // With a referrer, as a browser sends it from one such page to the next.
      got.push((await fetch(url + page, { headers: { referer: url + pages[2]! } })).status);
      // Not what the page posts, so that the link is there the next time.
      await fetch(url + page, { method: 'POST', headers: { origin: url }, body: '{' });
    }
    got.push((await api(`/registrations/${id}`, { headers: link })).status);
    got.push((await api(`/registration-confirmations/${tokens.confirm}`)).status);
    got.push((await api('/me/registrations', { headers: { cookie } })).status);
    const body = JSON.stringify({ name: 'Noor Geheim', email });
    got.push((await api(`/sessions/${sessionId}/registrations`, { method: 'POST', body })).status);
    return got;
  };

  const worked = await follow();
  expect(worked.filter((status) => status < 400).length).toBeGreaterThanOrEqual(8);

  const broken = (to: string, from: string) =>
    database.look((sql) => sql.unsafe(`alter table ${from} rename to ${to}`));
  await broken('registrations_away', 'registrations');
  const failed = await follow();
  await broken('registrations', 'registrations_away');
  expect(failed.filter((status) => status === 500).length).toBeGreaterThanOrEqual(4);

  await database.end('fast');
  const away = await follow();
  await database.start();
  expect(away.filter((status) => status === 503).length).toBeGreaterThanOrEqual(8);

  const log = server.stdout() + server.stderr();
  expect(log, 'the failure and the outage are in it').toMatch(
    /registrations" does not exist[\s\S]*does not answer/,
  );
  for (const secret of [...Object.values(tokens), cookie.split('=')[1]!, email, 'geheim', 'noor']) {
    expect(
      log
        .toLowerCase()
        .split('\n')
        .filter((line) => line.includes(secret.toLowerCase())),
      secret,
    ).toEqual([]);
  }
});
