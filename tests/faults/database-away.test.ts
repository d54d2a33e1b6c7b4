import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import {
  acknowledged,
  ask,
  halves,
  newPerson,
  type Outcome,
  registrationsOf,
  startLoad,
} from '../support/load.ts';
import { cookieOf } from '../support/api.ts';
import { codeIn, mailTo } from '../support/mailbox.ts';
import { endings, ownPostgres } from '../support/own-postgres.ts';
import { makeSessions } from '../support/own-sessions.ts';
import { startServer, stopServer } from '../support/portal.ts';
import { fillIn, routes } from '../support/routes.ts';
import { storedMails } from '../support/stored-mails.ts';

const database = await ownPostgres();
const dataDir = mkdtempSync(join(inject('run').folder, 'server-'));
const server = await startServer({ DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: 'true' });
afterAll(async () => {
  await stopServer(server.child);
});
const { url } = server;
const [hot, ...spread] = await makeSessions(database.url);
const sessions = [hot!, ...spread];
const form = { name: 'Noor Geheim', email: newPerson(), kvkNumber: '', formKey: randomUUID() };
const visitor = await signedIn();
const lines = () => server.stderr().split('\n').filter(Boolean);

it('runs on a PostgreSQL that is as durable as in production', () => {
  expect(database.durable).toEqual({ fsync: 'on', commit: 'on', pages: 'on' });
});

describe.each(Object.keys(endings) as (keyof typeof endings)[])(
  'PostgreSQL that ends under load: %s',
  (how) => {
    const outcomes: Outcome[] = [];

    it('is a 503 meanwhile, and is recovered from without a restart', async () => {
      const known = Array.from({ length: 24 }, newPerson);
      await Promise.all(known.map((email) => ask(url, { sessionId: spread.at(-1)!, email, key: null })));
      const load = startLoad({ url, sessions: sessions.slice(0, -1), known });
      await load.more(60, 201);
      await database.end(how);
      // More than there are connections: every one of them was lost and tried again.
      await load.more(60, 503);
      await expectPages(503);
      if (how === 'fast') await expectNothingMissing();
      await database.start();
      await load.more(60, 201);
      outcomes.push(...(await load.stop()));
      await expectPages(200);

      const others = outcomes.filter(({ status }) => status !== 201);
      for (const { status, headers, body } of others) {
        expect([status, body.code]).toEqual([503, 'unavailable']);
        expect(headers.get('content-type')).toBe('application/problem+json');
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(server.child.exitCode).toBeNull();
    }, 120_000);

    it('leaves what was acknowledged, once, and nothing half', async () => {
      expect(await database.look((sql) => halves(sql, sessions))).toEqual([]);
      const found = await database.look((sql) => registrationsOf(sql, sessions));
      for (const one of acknowledged(outcomes)) {
        const ids = found.get(`${one.ask.sessionId} ${one.ask.email}`)?.map(({ id }) => id);
        expect(ids).toEqual([one.body.id]);
      }
      expect([...found.values()].filter(({ length }) => length !== 1)).toEqual([]);
    });

    it('and what was refused succeeds once when it is sent again with its key', async () => {
      const refused = outcomes.filter((one) => one.status === 503 && one.ask.key !== null).slice(0, 40);
      expect(refused.length).toBeGreaterThan(0);
      const answers = await Promise.all(refused.flatMap((one) => [ask(url, one.ask), ask(url, one.ask)]));
      expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
      const found = await database.look((sql) => registrationsOf(sql, sessions));
      for (const { ask: one } of refused) expect(found.get(`${one.sessionId} ${one.email}`)).toHaveLength(1);
      expect(await database.look((sql) => halves(sql, sessions))).toEqual([]);
    });

    it('and mails go on', async () => {
      const email = newPerson();
      await ask(url, { sessionId: spread[0]!, email, key: null });
      await database.look((sql) =>
        expect.poll(() => storedMails(sql).to(email), { timeout: 50_000 }).toHaveLength(1),
      );
    });
  },
);

it('sends every mail in the end, once', async () => {
  await database.look(async (sql) => {
    // What was sent while the database went away is only looked for when its worker has long been silent.
    await sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`;
    await storedMails(sql).settled(55_000);
    const [mails] = await sql`select count(*)::int as jobs, count(distinct m.id)::int as mails
      from pgboss.job j left join mailbox m on m.idempotency_key = j.id::text where j.name = 'mail'`;
    expect(mails!.mails).toBe(mails!.jobs);
  });
});

it('says so in a few lines without personal data, and goes on', () => {
  expect(lines().length).toBeGreaterThan(0);
  for (const line of lines()) expect(line).toMatch(/^\S+Z database: does not answer \([\w ]+\)$/);
  // One a minute at most, however many requests were refused.
  expect(lines().length).toBeLessThan(10);
  expect(server.child.exitCode).toBeNull();
});

async function signedIn() {
  const email = newPerson();
  await ask(url, { sessionId: spread.at(-1)!, email, key: null });
  const post = (path: string, body: unknown) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { id } = (await (await post('/sign-ins', { email })).json()) as { id: string };
  const code = codeIn(await mailTo(url, email, /inlog/i));
  return cookieOf((await post('/auth-sessions', { id, code })).headers);
}

/** Pages say what is going on in the language of the reader, and what to do. */
async function expectPages(status: 200 | 503) {
  const away = { nl: nl.problems.of('unavailable'), en: en.problems.of('unavailable') };
  const signedInVisitor = { headers: { cookie: visitor } };
  const sent = { method: 'POST', headers: { origin: url }, body: new URLSearchParams(form) };
  const asked: [string, typeof away.nl, RequestInit?][] = [
    ['/', away.nl],
    ['/aanbod', away.nl],
    [`/sessies/${spread[0]}`, away.nl],
    [`/sessies/${spread[0]}/aanmelden`, away.nl],
    [`/sessies/${spread[0]}/aanmelden`, away.nl, sent],
    ['/mijn', away.nl, signedInVisitor],
    ['/en', away.en],
    [`/en/sessies/${spread[0]}`, away.en],
    ['/en/mijn', away.en, signedInVisitor],
  ];
  for (const [path, words, init] of asked) {
    const page = await fetch(url + path, { ...init, redirect: 'follow' });
    const html = await page.text();
    expect([path, page.status]).toEqual([path, status]);
    expect(html).toContain('<h1');
    if (status === 200) continue;
    expect(html).toContain(words.title);
    expect(html).toContain(words.text);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
}

/** What needs no database, for who has no cookie. */
const standing = [
  '/.well-known/security.txt',
  '/api/v1/docs',
  '/dev/componenten',
  '/gemeente/[programma]/geschiedenis/sjabloon.csv',
  '/inloggen',
  '/inloggen/[token]',
  '/kleuren/[kleuren].css',
  '/privacy',
  '/toegankelijkheid',
  '/uitnodiging/[id]',
  '/zelf-aanbieden',
];
/** The pages that tell what went wrong or only lead on, and one that refuses a made-up link by its signature alone. */
const notAsked = [
  '/404',
  '/500',
  '/even-niet',
  '/te-groot',
  '/inloggen/code',
  '/uitloggen',
  '/mail-uit/[token]',
];

/** No page or file says that something does not exist, or that there is nothing. */
async function expectNothingMissing() {
  const parts = {
    id: spread[0]!,
    slug: 'iets',
    programma: 'iets',
    kwartaal: '1',
    onderdeel: 'basis',
    kleuren: '004699-8ab4f8',
    organisatie: spread[0]!,
    token: 'a'.repeat(43),
    secret: 'a'.repeat(43),
  };
  const wrong: string[] = [];
  for (const route of routes.filter((one) => !notAsked.includes(one))) {
    for (const cookie of ['', visitor]) {
      const answer = await fetch(url + fillIn(route, parts)!, { headers: { cookie }, redirect: 'manual' });
      await answer.body?.cancel();
      const isAway = answer.status === 503 && Number(answer.headers.get('retry-after')) > 0;
      const leadsToSignIn = answer.status === 303 && /\/inloggen/.test(answer.headers.get('location') ?? '');
      const isWell = !cookie && (leadsToSignIn || (standing.includes(route) && answer.status === 200));
      if (!isAway && !isWell) wrong.push(`${cookie ? 'signed in ' : ''}${route}: ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
}
