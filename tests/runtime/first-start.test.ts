import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { challengeCode } from '../../api/unit-of-work/secrets.ts';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { cookieOf } from '../support/api.ts';
import { runServer, startServer, stopServer } from '../support/portal.ts';
import { testDatabase } from '../support/postgres.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const { folder } = inject('run');
const dataDir = mkdtempSync(join(folder, 'first-'));
const setupScript = fileURLToPath(new URL('../../site/run/setup.ts', import.meta.url));

const [given, old, demo] = [
  await testDatabase('bare'),
  await testDatabase('bare'),
  await testDatabase('bare'),
];
const settings = (DATABASE_URL: string) => ({ DATABASE_URL, DATA_DIR: dataDir, SECRET });
const sql = postgres(given, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

async function finished(run: ReturnType<typeof runServer>) {
  const [code] = await once(run.child, 'close');
  return { code: code as number, out: run.stdout(), err: run.stderr().trim() };
}
const setup = (env: Record<string, string>, ...args: string[]) => runServer(env, setupScript, args);

let files = 0;
function setupFile(content: unknown) {
  const path = join(dataDir, `setup-${files++}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const ada = { name: 'Ada Beheer', email: 'ada@voorbeeld.nl' };

describe('npm run setup', () => {
  it('makes the operators of a file on a database without anything, and says what is missing', async () => {
    const run = setup(settings(given), '--file', setupFile({ operators: [ada] }));
    const { code, out, err } = await finished(run);
    expect([code, err]).toEqual([0, '']);
    const [first, , ...missing] = out.trim().split('\n');
    expect(first).toBe('ada@voorbeeld.nl is now an operator.');
    expect(missing.map((line) => /^- ([^:]+): /.exec(line)?.[1])).toEqual([
      'PUBLIC_URL',
      'NODE_ENV',
      'MAIL',
      'MAIL_FROM',
      'MAIL_REPLY_TO',
      'KVK_API_KEY',
      'PRIVACY_CONTACT',
      'SECURITY_CONTACT',
      'Municipalities',
      'A back-up',
    ]);
    expect(missing.at(-2)).toContain('/beheer');
    expect(await sql`select name, locale from accounts`).toEqual([{ name: 'Ada Beheer', locale: 'nl' }]);
  });

  it('changes nothing for who is an operator, and adds another', async () => {
    const bo = { name: 'Bo Beheer', email: ' BO@voorbeeld.nl ', language: 'en' };
    const operators = [{ ...ada, name: 'Anders' }, bo];
    const { code, out } = await finished(setup(settings(given), '--file', setupFile({ operators })));
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'ada@voorbeeld.nl was an operator already.',
      'bo@voorbeeld.nl is now an operator.',
    ]);
    expect(await sql`select name, locale from accounts order by email`).toEqual([
      { name: 'Ada Beheer', locale: 'nl' },
      { name: 'Bo Beheer', locale: 'en' },
    ]);
    expect(
      await sql`select l.action, l.actor_kind, a.email from audit_log l join accounts a on a.id = l.subject_id order by 3`,
    ).toEqual([
      { action: 'operator.made', actor_kind: 'system', email: 'ada@voorbeeld.nl' },
      { action: 'operator.made', actor_kind: 'system', email: 'bo@voorbeeld.nl' },
    ]);
  });

  it('asks, and asks again for what cannot be', async () => {
    const run = setup(settings(given));
    run.child.stdin!.end('y\n \nCas Beheer\ncas\ncas@voorbeeld.nl\n');
    const { code, out } = await finished(run);
    expect(code).toBe(0);
    expect(out).toMatch(/^There are 2 operators\. Another one\? /);
    expect(out).toContain('That is no name.');
    expect(out).toContain('That is no mail address.');
    expect(out).toContain('cas@voorbeeld.nl is now an operator.');
  });

  it('says in a line that nobody answers', async () => {
    const run = setup(settings(given));
    run.child.stdin!.end();
    expect(await finished(run)).toMatchObject({
      code: 1,
      err: 'Nobody answers. Without a terminal: npm run setup -- --file setup.json',
    });
  });

  it('names every mistake in the file, and does nothing then', async () => {
    const path = setupFile({
      operators: [ada, { name: '', email: 'x', role: 'all' }],
      municipality: 'Amstelveen',
    });
    const { code, err } = await finished(setup(settings(given), '--file', path));
    expect(code).toBe(1);
    expect(err.split('\n').map((line) => line.split(':')[0])).toEqual([
      `${path} is not as it must be`,
      'operators.1.name',
      'operators.1.email',
      'operators.1',
      'the whole',
    ]);
    for (const file of [setupFile('{'), join(dataDir, 'gone.json')]) {
      const refused = await finished(setup(settings(given), '--file', file));
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/cannot be read: [^\n]+$/);
    }
    expect(await sql`select count(*)::int as number from accounts`).toEqual([{ number: 3 }]);
  });
});

describe('a portal on a database that was given', () => {
  it('is empty, and every page of it has something to say; the operator gets in', async () => {
    const server = await startServer(settings(given));
    try {
      const pages = [
        '/',
        '/aanbod',
        '/agenda.ics',
        '/open-data',
        '/privacy',
        '/toegankelijkheid',
        '/inloggen',
      ];
      const texts = new Map<string, string>();
      for (const path of [...pages, ...pages.map((path) => `/en${path}`)]) {
        const answer = await fetch(server.url + path);
        expect([path, answer.status]).toEqual([path, 200]);
        texts.set(path, await answer.text());
      }
      for (const text of texts.values()) {
        expect(text).not.toContain(nl.common.demo.sentence);
        expect(text).not.toContain(en.common.demo.sentence);
      }
      expect(texts.get('/')).toContain(nl.home.soonEmpty);
      expect(texts.get('/')).not.toContain(nl.common.senders.title(0));
      expect(texts.get('/open-data')).toContain(nl.openData.noProgrammes);
      expect(await sql`select count(*)::int as number from municipalities`).toEqual([{ number: 0 }]);

      const post = (path: string, body: object) =>
        fetch(`${server.url}/api/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const { id } = (await (await post('/sign-ins', { email: ada.email })).json()) as { id: string };
      const signedIn = await post('/auth-sessions', { id, code: challengeCode(SECRET, id) });
      expect(await signedIn.json()).toMatchObject({ name: ada.name, roles: [{ role: 'operator' }] });
      const desk = await fetch(`${server.url}/beheer/mail`, {
        headers: { cookie: cookieOf(signedIn.headers) },
      });
      expect(desk.status).toBe(200);
    } finally {
      await stopServer(server.child);
    }
    expect(server.stderr()).toBe('');
  });

  it('gets demo data when that is asked for, and keeps what it has otherwise', async () => {
    const municipalitiesIn = async (url: string) => {
      const one = postgres(url, { max: 1, onnotice: () => {} });
      const [{ number }] = await one<
        [{ number: number }]
      >`select count(*)::int as number from municipalities`;
      await one.end();
      return number;
    };
    for (const [url, expected] of [
      [demo, 3],
      [given, 0],
    ] as const) {
      const server = await startServer({ ...settings(url), DEMO: 'true' });
      const home = await (await fetch(server.url)).text();
      await stopServer(server.child);
      expect(home.includes(nl.common.demo.sentence)).toBe(expected > 0);
      expect(await municipalitiesIn(url)).toBe(expected);
    }
  });
});

describe('a portal that others can reach', () => {
  const open = {
    PUBLIC_URL: 'https://portaal.example',
    MAIL: 'resend',
    RESEND_API_KEY: 're_123',
    MAIL_REPLY_TO: 'info@portaal.example',
  };

  it('does not start on demo data, and names all that is only for trying', async () => {
    const run = await finished(runServer({ ...settings(demo), ...open }));
    expect([run.code, run.err]).toEqual([1, expect.stringMatching(/^This database holds demo data[^\n]*$/)]);
    const bare = { DATABASE_URL: given, DATA_DIR: dataDir, PUBLIC_URL: open.PUBLIC_URL, DEMO: 'true' };
    const { err } = await finished(runServer(bare));
    expect(
      err
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['DEMO', 'MAIL', 'MAIL_REPLY_TO', 'SECRET']);
  });

  it('has no mailbox, no stand-in and no page for who builds it', async () => {
    const server = await startServer({ ...settings(given), ...open });
    const paths = [
      '/dev/mailbox',
      '/dev/mailbox.json',
      '/dev/componenten',
      '/en/dev/componenten',
      '/dev/kvk',
    ];
    const answers = await Promise.all(paths.map(async (path) => (await fetch(server.url + path)).status));
    await stopServer(server.child);
    expect(answers).toEqual([404, 404, 404, 404, 404]);
    expect(server.stderr()).toBe('');
  });
});

describe('npm start says', () => {
  const refusal = async (env: Record<string, string>) => {
    const { code, err } = await finished(runServer(env));
    expect(code).toBe(1);
    return err.split('\n');
  };

  it('every mistake in the settings at once, also of folder and port', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    const env = {
      DATA_DIR: join(file, 'below'),
      PORT: 'eighty',
      DEMO: 'perhaps',
      MAIL: 'resend',
      DATABASE_URL: 'mysql://x',
    };
    expect((await refusal(env)).map((line) => line.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'DATA_DIR',
      'DEMO',
      'PORT',
      'RESEND_API_KEY',
    ]);
  });

  it('in one line that PostgreSQL is too old', async () => {
    const one = postgres(old, { max: 1, onnotice: () => {} });
    const name = new URL(old).pathname.slice(1);
    // A real server that says what an older one would.
    await one.unsafe(`create function current_setting(text) returns text language sql as
      $$ select '17.6 (Debian 17.6-1.pgdg12+1)'::text $$;
      alter database ${name} set search_path = public, pg_catalog`);
    await one.end();
    expect(await refusal(settings(old))).toEqual([
      'The database of DATABASE_URL is PostgreSQL 17.6, and Opkoers needs 18 or newer.',
    ]);
  });
});
