import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { cookieFor, type Form, formsOn, kindOf, linksOn } from '../support/walk.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const { url } = await testServer(database, { SECRET });
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const people = {
  nobody: null,
  entrepreneur: 'ondernemer@opkoers.example',
  association: 'vad@opkoers.example',
  organiser: 'accountmanager@opkoers.example',
  municipality: 'gemeente@opkoers.example',
  otherCity: 'gemeente-amsterdam@opkoers.example',
  archive: 'gemeente-deventer@opkoers.example',
  operator: 'beheer@opkoers.example',
};
type Person = keyof typeof people;
const cookies = {} as Record<Person, string>;

/** Of the same kind of page, as with another programme. */
const mostOfAKind = (person: Person) => (['municipality', 'association'].includes(person) ? 2 : 1);
const forms: (Form & { person: Person })[] = [];
const faults: string[] = [];
const seen = {} as Record<Person, string[]>;

const get = (path: string, person: Person, method = 'GET') =>
  fetch(url + path, { method, redirect: 'manual', headers: { cookie: cookies[person] } });

/** Follows every link that this person sees, a few of each kind, and judges each page. */
async function walk(person: Person) {
  const waiting = [
    '/',
    '/en',
    '/aanbod',
    '/mijn',
    '/organisatie',
    '/gemeente',
    '/beheer/mail',
    '/en/gemeente',
  ];
  const kinds = new Map<string, number>();
  const known = new Set(waiting);
  seen[person] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if ((kinds.get(kind) ?? 0) >= mostOfAKind(person)) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const answer = await get(path, person);
    const said = `${person} ${path}: `;
    if (answer.status >= 400 && !(person === 'nobody' || [401, 403].includes(answer.status)))
      faults.push(`${said}${answer.status}`);
    if (answer.status >= 300 && answer.status < 400) {
      const to = new URL(answer.headers.get('location')!, url + path);
      if (to.origin === url && !known.has(to.pathname + to.search)) waiting.push(to.pathname + to.search);
      continue;
    }
    if (!/text\/html/.test(answer.headers.get('content-type') ?? '')) {
      if (answer.status >= 500) faults.push(said + answer.status);
      continue;
    }
    if (answer.status === 200) seen[person].push(path);
    const html = await answer.text();
    faults.push(...faultsOf(path, person !== 'nobody', answer, html).map((fault) => said + fault));
    if (person !== 'nobody' || !path.includes('?'))
      forms.push(...formsOn(path, html).map((form) => ({ ...form, person })));
    for (const next of linksOn(url, path, html)) {
      const isTwice = /^\/en(\/|$)/.test(next) && !['nobody', 'municipality'].includes(person);
      if (isTwice || known.has(next) || /^\/(dev|api|uitloggen)/.test(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
}

const isPrivate = (path: string) =>
  /^(\/en)?\/(mijn|organisatie|gemeente|beheer|aanmeldingen|bevestigen|inloggen)(\/|$|\?)/.test(path);

const opensForHolder = (path: string) => /^(\/en)?\/(aanmeldingen|bevestigen|inloggen|mail-uit)\//.test(path);

function faultsOf(path: string, isSignedIn: boolean, answer: Response, html: string): string[] {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? '';
  const body = html
    .replace(/<(script|style|textarea|pre|code)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ');
  return [
    ...(answer.status >= 500 ? [`status ${answer.status}`] : []),
    ...(title.length < 3 ? ['no title'] : []),
    ...((html.match(/<h1[\s>]/g) ?? []).length === 1 ? [] : ['not one h1']),
    ...(isPrivate(path) && !/<meta name="robots" content="noindex"/.test(html) ? ['not noindex'] : []),
    ...(isPrivate(path) && !/no-store|private/.test(answer.headers.get('cache-control') ?? '')
      ? ['cached']
      : []),
    // Back in a browser shows again what it stored, also to who sits there after signing out.
    ...((isSignedIn || opensForHolder(path)) &&
    !/no-store|public/.test(answer.headers.get('cache-control') ?? '')
      ? ['stored']
      : []),
    ...(/\b(undefined|NaN|Invalid Date|Invalid DateTime)\b|\[object /.test(body)
      ? [`says ${/.{20}(undefined|NaN|Invalid|\[object).{20}/.exec(body.replace(/\s+/g, ' '))?.[0]}`]
      : []),
    ...(/^\/en(\/|$)/.test(path) && !/<html lang="en"/.test(html) ? ['not in English'] : []),
  ];
}

beforeAll(async () => {
  for (const [person, email] of Object.entries(people)) {
    cookies[person as Person] = email ? await cookieFor(url, SECRET, email) : '';
    await walk(person as Person);
  }
}, 120_000);

it('every page that anyone comes to has a title and one heading, and is not found by strangers when it is private', () => {
  expect(faults).toEqual([]);
  expect(seen.municipality.length).toBeGreaterThan(20);
});

it('every page answers HEAD as GET, and a slash at its end with no failure', async () => {
  const wrong: string[] = [];
  for (const person of ['nobody', 'municipality', 'association'] as const) {
    for (const path of seen[person].filter((one) => !/\?|^\/en/.test(one))) {
      const head = await get(path, person, 'HEAD');
      if (head.status !== 200) wrong.push(`HEAD ${path}: ${head.status}`);
      const slash = await get(path.replace(/\/?$/, '/'), person, 'HEAD');
      if (slash.status >= 500) wrong.push(`${path}/: ${slash.status}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('no page of a municipality or association opens for anyone else', async () => {
  const wrong: string[] = [];
  const open = async (path: string, person: Person) => {
    const { status } = await get(path, person);
    return status === 200 ? [`${person} ${path}`] : [];
  };
  for (const path of seen.municipality.filter((one) => /^\/gemeente\/[^/]+/.test(one)))
    for (const person of ['nobody', 'entrepreneur', 'otherCity', 'operator', 'archive'] as const)
      if (!seen[person].includes(path)) wrong.push(...(await open(path, person)));
  for (const path of seen.association.filter((one) => /^\/organisatie\/(sessies|afrekening)\//.test(one)))
    for (const person of ['nobody', 'entrepreneur', 'otherCity', 'operator'] as const)
      if (!seen[person].includes(path)) wrong.push(...(await open(path, person)));
  expect(wrong).toEqual([]);
});

const evil = ['<script>alert(1)</script>"\'>', 'a\0b\u202e', '99999999999999999999', '31-12-9999'];
const attacked: Person[] = ['nobody', 'entrepreneur', 'association', 'municipality', 'operator'];

it('no form fails, whatever is sent with it and by whom', async () => {
  const wrong: string[] = [];
  const kinds = new Set<string>();
  const otherAssociation = await cookieFor(url, SECRET, 'oplus@opkoers.example');
  for (const { person, page, action, fields } of forms) {
    const kind = `${person} ${kindOf(page)} ${fields.map(([name]) => name.replace(/\d+/g, 'n')).join()}`;
    // Every page has the one to sign out.
    if (kinds.has(kind) || /uitloggen/.test(action) || /^\/en(\/|$)/.test(page) || !attacked.includes(person))
      continue;
    kinds.add(kind);
    const send = async (
      values: [string, string][],
      as: Person | 'stale' | 'otherAssociation',
      what: string,
    ) => {
      const answer = await fetch(
        url + new URL(action, url + page).pathname + new URL(action, url + page).search,
        {
          method: 'POST',
          redirect: 'manual',
          headers: {
            origin: url,
            cookie:
              as === 'stale'
                ? cookies[person].replace(/=.{8}/, '=onzinnig')
                : as === 'otherAssociation'
                  ? otherAssociation
                  : cookies[as],
          },
          body: new URLSearchParams(values),
        },
      );
      const html = await answer.text();
      if (answer.status >= 500 || html.replace(/="[^"]*"/g, '').includes('<script>alert(1)'))
        wrong.push(`${person} ${page} ${what}: ${answer.status}`);
      if (as !== person && answer.status === 200)
        wrong.push(`${person} ${page} ${what}: as ${as} ${answer.status}`);
      if (
        answer.status === 303 &&
        (as === 'otherCity' || as === 'otherAssociation') &&
        !/inloggen/.test(answer.headers.get('location') ?? '')
      )
        wrong.push(`${page}: done by ${what}`);
      const isPage =
        /html/.test(answer.headers.get('content-type') ?? '') && answer.status < 500 && answer.status !== 303;
      if (isPage && (html.match(/<h1[\s>]/g) ?? []).length !== 1)
        wrong.push(`${page} ${what}: not one h1 at ${answer.status}`);
    };
    const hidden = /^(formKey|intent|version|basedOn)$/;
    for (const bad of evil) {
      const all = fields.map(([name, value]): [string, string] => [name, hidden.test(name) ? value : bad]);
      await send(all, person, `all ${JSON.stringify(bad.slice(0, 20))}`);
    }
    await send(
      fields.map(([name]) => [name, evil[0]!]),
      person,
      'hidden fields too',
    );
    await send([], person, 'empty');
    if (person !== 'nobody') {
      await send(fields, 'nobody', 'without a cookie');
      await send(fields, 'stale', 'with a stale cookie');
    }
    if (person === 'municipality' && /\/gemeente/.test(page)) await send(fields, 'otherCity', 'another city');
    if (person === 'association' && /\/organisatie/.test(page))
      await send(fields, 'otherAssociation', 'another association');
  }
  expect(wrong).toEqual([]);
}, 180_000);
