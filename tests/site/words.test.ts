import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { codeIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const post = (path: string, body: unknown) =>
  fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const cookies = new Map<string, string>();
async function signIn(email: string) {
  const known = cookies.get(email);
  if (known) return known;
  const { id } = (await (await post('/sign-ins', { email })).json()) as { id: string };
  const answer = await post('/auth-sessions', {
    id,
    code: codeIn(await mailTo(url, email, /^Inloggen|^Sign in/)),
  });
  expect(answer.ok).toBe(true);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  cookies.set(email, cookie);
  return cookie;
}

/** What a reader sees of a page: without its head, scripts and tags. */
async function words(path: string, cookie = '') {
  const html = await (await fetch(url + path, { headers: { cookie } })).text();
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, ' ');
}

const NO_WORDS = /\b(false|true|undefined|null|NaN)\b|\[object|Invalid/;

it('no page shows a value that is no word', async () => {
  const kinds = await sql<{ id: string; slug: string }[]>`
    select distinct on (s.status, s.delivery_mode, m.kind, s.seats_taken < s.capacity, s.starts_at > now()) s.id, m.slug
    from sessions s join modules m on m.id = s.module_id where s.status <> 'draft'`;
  const paths = [
    ...['/', '/aanbod', '/aanbod?zoek=xyzzy', '/inloggen', '/privacy', '/toegankelijkheid', '/bestaat-niet'],
    ...kinds.flatMap(({ id, slug }) => [`/sessies/${id}`, `/sessies/${id}/aanmelden`, `/aanbod/${slug}`]),
  ];
  for (const path of paths.flatMap((path) => [path, `/en${path}`]))
    expect(await words(path), path).not.toMatch(NO_WORDS);
});

it.each([
  ['ondernemer@opkoers.example', ['/mijn']],
  ['vad@opkoers.example', ['/organisatie', '/organisatie/signalen']],
  ['gemeente@opkoers.example', ['/gemeente', '/gemeente/back-on-track-2021-2022/1']],
  [
    'gemeente@opkoers.example',
    ['/gemeente/nieuw', '/gemeente/back-on-track-2021-2022/signalen', '/gemeente/back-on-track/instellingen'],
  ],
  [
    'gemeente@opkoers.example',
    [
      'basis',
      'kwartalen',
      'doelen',
      'partijen',
      'overeenkomst',
      'geld',
      'bijdragen',
      'staatssteun',
      'aandacht',
      'versies',
    ].map((part) => `/gemeente/back-on-track/instellingen/${part}`),
  ],
  ['gemeente-amsterdam@opkoers.example', ['/gemeente', '/gemeente/onderneemvaardig/geschiedenis']],
  ['gemeente-deventer@opkoers.example', ['/gemeente']],
])('nor do the pages of %s', async (email, paths) => {
  const cookie = await signIn(email);
  for (const path of paths.flatMap((path) => [path, `/en${path}`]))
    expect(await words(path, cookie), path).not.toMatch(NO_WORDS);
});

it('who is signed in is led to their own bookings, not to a form or to signing in again', async () => {
  const cookie = await signIn('ondernemer@opkoers.example');
  expect(await words(`/bevestigen/${'x'.repeat(43)}`, cookie)).toContain(nl.registration.toMine);
  const [own] = await sql<{ id: string; session_id: string }[]>`
    select r.id, r.session_id from registrations r join sessions s on s.id = r.session_id
    join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id
    where a.email = 'ondernemer@opkoers.example' and r.status = 'confirmed' and s.starts_at > now() limit 1`;
  const page = await words(`/sessies/${own!.session_id}/aanmelden`, cookie);
  expect(page).toContain(nl.session.toRegistration);
  expect(page).not.toContain(nl.registration.form.send);
  const file = await fetch(`${url}/aanmeldingen/${own!.id}/afspraak.ics`, { headers: { cookie } });
  expect([file.status, await file.text()]).toEqual([200, expect.stringContaining(`UID:${own!.id}@`)]);
});

const examples = ({ searchHint }: { searchHint: string }) =>
  searchHint
    .slice(searchHint.indexOf(':') + 1)
    .replace(/\(.*?\)/g, '')
    .split(',')
    .map((word) => word.trim());

it.each([...examples(nl.common.form), ...examples(en.common.form)])(
  'the example “%s” of the search box finds something',
  async (word) => {
    const answer = await fetch(`${url}/api/v1/session-facets?q=${encodeURIComponent(word)}`);
    expect(((await answer.json()) as { total: number }).total).toBeGreaterThan(0);
  },
);
