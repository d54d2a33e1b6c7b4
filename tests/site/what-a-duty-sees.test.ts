import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoMoney } from '../support/demo-money.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { cookieFor, type Form, formsOn, kindOf, linksOn } from '../support/walk.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const { url } = await testServer(database, { SECRET });
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const ofCities = (duty: string) => ({ amstelveen: duty, amsterdam: duty });
const ofAssociation = (duty: string) => ({ vad: duty });
/** Who works where with which duty. The first of each kind of workplace may do everything there. */
const people = {
  cityAdministrator: ofCities('administrator'),
  administrator: ofAssociation('administrator'),
  // Whose duty is another one elsewhere goes before who may change what is there.
  programmeHereReaderThere: { amstelveen: 'programme', amsterdam: 'reader' },
  editorHereDoorThere: { vad: 'editor', khn: 'door' },
  reader: ofCities('reader'),
  money: ofCities('money'),
  programme: ofCities('programme'),
  door: ofAssociation('door'),
  editor: ofAssociation('editor'),
};
type Person = keyof typeof people;
const names = Object.keys(people) as Person[];
const administratorOf = (person: Person): Person =>
  'vad' in people[person] ? 'administrator' : 'cityAdministrator';
const isMixed = (person: Person) => new Set(Object.values(people[person])).size > 1;

const cookies = {} as Record<Person, string>;
const forms = {} as Record<Person, Form[]>;
const dead: string[] = [];

async function employ(person: Person) {
  const email = `${person.toLowerCase()}@rollen.example`;
  const [account] = await sql`insert into accounts (email, name) values (${email}, ${person}) returning id`;
  for (const [slug, duty] of Object.entries(people[person])) {
    await sql`insert into account_roles (account_id, role, municipality_id, duty)
      select ${account!.id}, 'municipality', id, ${duty} from municipalities where slug = ${slug}`;
    await sql`insert into account_roles (account_id, role, organisation_id, duty)
      select ${account!.id}, 'organisation', id, ${duty} from organisations where slug = ${slug}`;
  }
  return cookieFor(url, SECRET, email);
}

/** There is something to decide about everything that can be decided about. */
async function giveWork() {
  await demoMoney(sql);
  await sql`insert into organisations (municipality_id, kind, slug, name, short_name, status, status_at)
    select id, 'association', 'nieuwe-' || slug, 'Nieuwe club ' || name, 'NC', 'applied', now() from municipalities`;
  await sql`update programmes set reviews_modules = true where slug in ('back-on-track', 'onderneemvaardig')`;
  await sql`update modules set status = 'submitted' where id in (
    select distinct on (programme_id) m.id from modules m join programmes p on p.id = m.programme_id
    where p.status = 'running' order by programme_id, m.id)`;
  await sql`update programme_quarters set ends_on = current_date - 1 where ordinal = 2 and programme_id in
    (select id from programmes where slug = 'back-on-track')`;
}

const MOST_OF_A_KIND = 4;
const isDesk = (path: string) => /^\/(gemeente|organisatie)(\/|$|\?)/.test(path);

/** Follows every link within the desks, and notes each that leads to nothing, and every form that changes something. */
async function walk(person: Person) {
  const waiting = ['vad' in people[person] ? '/organisatie' : '/gemeente'];
  const known = new Set(waiting);
  const kinds = new Map<string, number>();
  forms[person] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if ((kinds.get(kind) ?? 0) >= MOST_OF_A_KIND) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const answer = await fetch(url + path, { redirect: 'manual', headers: { cookie: cookies[person] } });
    const html = await answer.text();
    if (answer.status >= 400) dead.push(`${person} ${path}: ${answer.status}`);
    const next = answer.headers.get('location');
    forms[person].push(...formsOn(path, html).filter(({ action }) => !/uitloggen/.test(action)));
    for (const one of next ? [next.replace(url, '')] : linksOn(url, path, html)) {
      const bare = one.replace(/#.*/, '');
      if (!isDesk(bare) || known.has(bare)) continue;
      known.add(bare);
      waiting.push(bare);
    }
  }
}

/** Of one kind are the forms that ask the same on the same kind of page, and do the same. */
const kindOfForm = ({ page, fields }: Form) =>
  [
    kindOf(page),
    ...fields.map(([name, value]) =>
      /^(intent|kind|doen)$/.test(name)
        ? `${name}=${value.replace(/\d+/, 'n')}`
        : name.replace(/[0-9a-f-]{36}|\d+/g, 'n'),
    ),
  ].join(' ');
const shown = (person: Person) => new Set(forms[person].map(kindOfForm));

async function send({ page, action, fields }: Form, person: Person) {
  const to = new URL(action, url + page);
  const answer = await fetch(url + to.pathname + to.search, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie: cookies[person] },
    body: new URLSearchParams(fields),
  });
  await answer.text();
  return answer.status;
}

beforeAll(async () => {
  await giveWork();
  for (const person of names) {
    cookies[person] = await employ(person);
    await walk(person);
  }
}, 240_000);

it('no page of a desk links to what its reader may not see', () => {
  expect(dead).toEqual([]);
  expect(shown('cityAdministrator').size).toBeGreaterThan(30);
  expect(shown('administrator').size).toBeGreaterThan(20);
});

it('who only reads is shown no form, and who is at the door only that of the presentielijst', () => {
  expect([...shown('reader')]).toEqual([]);
  expect([...new Set(forms.door.map(({ page }) => kindOf(page)))]).toEqual(['/organisatie/sessies/:id ']);
});

it('what is not shown is refused: nobody misses a form that is theirs to send', async () => {
  const missed: string[] = [];
  for (const person of names.filter((one) => !isMixed(one) && one !== administratorOf(one))) {
    const kinds = shown(person);
    for (const form of forms[administratorOf(person)]) {
      const kind = kindOfForm(form);
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      const status = await send(form, person);
      if (status !== 403 && status !== 404) missed.push(`${person} ${kind}: ${status}`);
    }
  }
  expect(missed).toEqual([]);
}, 120_000);

// What ends something goes last, because what it was about is gone then.
const ends = ({ fields }: Form) =>
  fields.some(([, value]) => /^(delete|archive|cancelled|end|withdraw|remove)/.test(value));

it('what is shown is never refused for who sends it', async () => {
  const refused: string[] = [];
  for (const person of [...names].sort(
    (a, b) => Number(a === administratorOf(a)) - Number(b === administratorOf(b)),
  )) {
    for (const form of forms[person].toSorted((a, b) => Number(ends(a)) - Number(ends(b)))) {
      const status = await send(form, person);
      // Of where a duty does not reach, nothing is known.
      if (status === 403 || (isMixed(person) && status === 404))
        refused.push(`${person} ${form.page} ${kindOfForm(form)}: ${status}`);
    }
  }
  expect(refused).toEqual([]);
}, 240_000);
