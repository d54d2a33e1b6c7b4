import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { challengeCode } from '../../api/unit-of-work/secrets.ts';
import { nl } from '../../site/texts/nl.ts';
import { cookieOf } from '../support/api.ts';
import { startServer, stopServer } from '../support/portal.ts';
import { testDatabase } from '../support/postgres.ts';
import { fillIn, routes } from '../support/routes.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const sql = postgres(database, { max: 1, onnotice: () => {} });
const dataDir = mkdtempSync(join(inject('run').folder, 'server-'));
const server = await startServer({ DATABASE_URL: database, DATA_DIR: dataDir, SECRET });
const { url } = server;
afterAll(async () => {
  await stopServer(server.child);
  await sql.end();
});

type Shown = { status: number; retryAfter: string | null; body: string };
type Page = Shown & { path: string; cookie: string };
const pages: Page[] = [];

beforeAll(async () => {
  const people = {
    nobody: '',
    entrepreneur: await signIn('ondernemer@opkoers.example'),
    association: await signIn('vad@opkoers.example'),
    amstelveen: await signIn('gemeente@opkoers.example'),
    amsterdam: await signIn('gemeente-amsterdam@opkoers.example'),
    operator: await signIn('beheer@opkoers.example'),
  };
  const parts = await partsOf();
  const readerOf = (route: string): keyof typeof people => {
    if (/beoordelingen|regels|producten/.test(route)) return 'amsterdam';
    if (/^\/gemeente/.test(route)) return 'amstelveen';
    if (/^\/organisatie(\/|$)/.test(route)) return 'association';
    if (/^\/(mijn|aanmeldingen)/.test(route)) return 'entrepreneur';
    return /^\/beheer/.test(route) ? 'operator' : 'nobody';
  };
  const visited = routes.map(async (route): Promise<Page[]> => {
    const reader = readerOf(route);
    const path = fillIn(route, parts(route, reader === 'amsterdam' ? 'Amsterdam' : 'Amstelveen'));
    const cookie = people[reader];
    return path ? [{ path, cookie, ...(await get(path, cookie)) }] : [];
  });
  pages.push(...(await Promise.all(visited)).flat());
}, 180_000);

it('knows a page for nearly every route', () => {
  expect(pages.length).toBeGreaterThan(70);
  expect(whole().length).toBeGreaterThan(55);
});
const whole = () => pages.filter(({ status }) => status === 200);

// Each is what one part of some pages is made of: other tables nearly every page needs.
const parts = [
  'access_checks',
  'de_minimis_grants',
  'figure_batches',
  'ledger_entries',
  'organisation_billing',
  'products',
  'quarter_evaluations',
  'registrations',
  'report_snapshots',
  'review_requests',
  'rosters',
  'settlements',
  'signals',
  'steering_measures',
];
const broken = ['ledger_entries', 'organisation_billing', 'registrations', 'signals'];
const failures = [
  ...parts.map((table) => ({
    table,
    how: 'away',
    code: '57P03',
    status: 503,
    words: nl.problems.of('unavailable'),
  })),
  ...broken.map((table) => ({ table, how: 'broken', code: 'XX001', status: 500, words: nl.about.failed })),
];

describe.each(failures)('$table is $how', ({ table, code, status, words }) => {
  it('a page is whole, or says that it failed: never that there is nothing', async () => {
    const tells = (now: Shown) =>
      now.status === status &&
      (status === 500 || Number(now.retryAfter) > 0) &&
      now.body.includes(words.title) &&
      now.body.includes(words.text);
    let told = 0;
    let wrong = whole();
    // A check or a reminder may change what there is in between: what differs is looked at again.
    for (let tries = 0; wrong.length > 0 && tries < 3; tries += 1) {
      await takeAway(table, code);
      const found = await Promise.all(
        wrong.map(async (page) => ({ page, now: await get(page.path, page.cookie) })),
      );
      await bringBack(table);
      told += found.filter(({ now }) => tells(now)).length;
      const others = found.filter(({ page, now }) => !tells(now) && now.body !== page.body);
      wrong = others.map(({ page }) => page);
      for (const page of wrong) Object.assign(page, await get(page.path, page.cookie));
    }
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });
});

/** From here on every read of this table fails with this code of PostgreSQL. */
async function takeAway(table: string, code: string) {
  await sql.begin(async (tx) => {
    await tx`alter table ${sql(table)} rename to taken`;
    await tx.unsafe(`create function away() returns setof taken language plpgsql as
      $$ begin raise 'away' using errcode = '${code}'; end $$`);
    await tx`create view ${sql(table)} as select * from away()`;
  });
}
async function bringBack(table: string) {
  await sql.begin(async (tx) => {
    await tx`drop view ${sql(table)}`;
    await tx`drop function away`;
    await tx`alter table taken rename to ${sql(table)}`;
  });
}

async function get(path: string, cookie: string): Promise<Shown> {
  const signal = AbortSignal.timeout(30_000);
  try {
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual', signal });
    const body = await answer.text();
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      // Keys of forms differ, and moments. A workbook is packed, with moments in it.
      body: /spreadsheet/.test(answer.headers.get('content-type') ?? '')
        ? 'a workbook'
        : body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+/g, ''),
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { status: 0, retryAfter: null, body: 'no answer' };
  }
}

async function signIn(email: string) {
  const post = (path: string, body: object) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { id } = (await (await post('/sign-ins', { email })).json()) as { id: string };
  return cookieOf((await post('/auth-sessions', { id, code: challengeCode(SECRET, id) })).headers);
}

/** What stands in the addresses of a route: of what there is in the demo data. */
async function partsOf() {
  const [session] = await sql`
    select s.id, m.slug, o.slug as organisation, o.id as organisatie from sessions s
    join modules m on m.id = s.module_id join organisations o on o.id = m.organisation_id
    where o.short_name = 'VAD' and s.status = 'scheduled' limit 1`;
  const [mine] = await sql`
    select r.id from registrations r join entrepreneurs e on e.id = r.entrepreneur_id
    join accounts a on a.id = e.account_id
    where a.email = 'ondernemer@opkoers.example' and r.status = 'confirmed' limit 1`;
  const [review] = await sql`
    select r.id from review_requests q join registrations r on r.id = q.registration_id
    join sessions s on s.id = r.session_id join modules m on m.id = s.module_id
    join programmes p on p.id = m.programme_id join municipalities g on g.id = p.municipality_id
    where g.name = 'Amsterdam' limit 1`;
  const ofProgramme = async (municipality: string) => {
    const [one] = await sql`
      select p.slug as programma, (select max(q.ordinal)::text from programme_quarters q
        where q.programme_id = p.id and q.starts_on <= current_date) as kwartaal
      from programmes p join municipalities m on m.id = p.municipality_id
      where p.status = 'running' and m.name = ${municipality}`;
    return one!;
  };
  const programmes = {
    Amstelveen: await ofProgramme('Amstelveen'),
    Amsterdam: await ofProgramme('Amsterdam'),
  };

  return (route: string, city: keyof typeof programmes) => {
    const { id } = /^\/aanmeldingen/.test(route) ? mine! : /beoordelingen/.test(route) ? review! : session!;
    const slug = /^\/organisaties/.test(route) ? session!.organisation : session!.slug;
    return {
      ...programmes[city],
      id,
      slug,
      organisatie: session!.organisatie,
      onderdeel: 'geld',
    } as Record<string, string>;
  };
}
