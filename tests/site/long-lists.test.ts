import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { challengeCode } from '../../api/unit-of-work/secrets.ts';
import { nl } from '../../site/texts/nl.ts';
import { cookieOf } from '../support/api.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const { url } = await testServer(database, { SECRET });
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const PAST = 230;
const DRAFTS = 105;
const DATES = 130;
let past: string[] = [];
let drafts: string[] = [];
let coming: string[] = [];
let slug = '';
let module = '';

beforeAll(async () => {
  const [own] = await sql`
    select s.id, s.module_id, m.slug from sessions s join modules m on m.id = s.module_id
    join session_organisers o on o.session_id = s.id join organisations a on a.id = o.organisation_id
    where a.slug = 'vad' and s.status = 'scheduled' and s.starts_at > now() limit 1`;
  slug = own!.slug as string;
  module = own!.module_id as string;
  past = await copies(own!.id as string, PAST, 'scheduled', '-1 day');
  drafts = await copies(own!.id as string, DRAFTS, 'draft', '1 day');
  coming = await copies(own!.id as string, DATES, 'scheduled', '1 day');
});

/** So many of the same session, a day or more from now each. */
async function copies(id: string, number: number, status: string, every: string) {
  const made = await sql<{ id: string }[]>`
    insert into sessions select (jsonb_populate_record(s, jsonb_build_object(
      'id', gen_random_uuid(), 'status', ${status}::text, 'seats_taken', 0, 'capacity', 20,
      'starts_at', now() + (n * ${every}::interval), 'ends_at', now() + (n * ${every}::interval) + '2 hours',
      'booking_opens_at', now() + (n * ${every}::interval) - '400 days'::interval,
      'booking_closes_at', now() + (n * ${every}::interval)))).*
    from sessions s, generate_series(2, ${number + 1}) n where s.id = ${id} returning id`;
  const ids = made.map((one) => one.id);
  await sql`insert into session_organisers select one, o.organisation_id, o.position
    from session_organisers o, unnest(${ids}::uuid[]) one where o.session_id = ${id}`;
  return ids;
}

const html = async (path: string, cookie = '') => (await fetch(url + path, { headers: { cookie } })).text();
const missing = (ids: string[], text: string) => ids.filter((id) => !text.includes(id));

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

it('an organiser comes to every session: those to come, drafts, and page by page those that were', async () => {
  const cookie = await signIn('vad@opkoers.example');
  let page = await html('/organisatie', cookie);
  expect(missing([...coming, ...drafts], page)).toEqual([]);
  let seen = page;
  for (let next = olderOn(page); next; next = olderOn(page)) {
    page = await html(next, cookie);
    expect(page).toContain(nl.organisation.newest);
    expect(missing(coming, page)).toEqual([]);
    seen += page;
  }
  expect(missing(past, seen)).toEqual([]);
  expect(await html('/organisatie', cookie)).not.toContain(nl.organisation.newest);
});
const olderOn = (page: string) => /href="(\/organisatie\?vanaf=[^"#]+)/.exec(page)?.[1];

it('of the oldest session it is told that presence lacks', async () => {
  const cookie = await signIn('vad@opkoers.example');
  const oldest = past.at(-1)!;
  const toMark = async () => {
    const section = /<section class="section to-mark[\s\S]*?<\/section>/.exec(
      await html('/organisatie', cookie),
    );
    return section?.[0] ?? '';
  };
  const attend = (session: string) => sql`
    insert into registrations (id, session_id, entrepreneur_id, status, name, confirmed_at)
    select gen_random_uuid(), ${session}, e.id, 'confirmed', e.name, now() from entrepreneurs e limit 1`;
  // Whether the demo has one to mark depends on the hour: the section must be there before the oldest is.
  const newest = past[0]!;
  await attend(newest);
  const before = await toMark();
  expect(before).toContain(newest);
  expect(before).not.toContain(oldest);
  await attend(oldest);
  expect(await toMark()).toContain(oldest);
  await sql`update registrations set attendance = 'present', attendance_marked_at = now() where session_id = ${oldest}`;
  expect(await toMark()).not.toContain(oldest);
});

it('a module shows all its dates, and a session that there are more', async () => {
  expect(missing(coming, await html(`/aanbod/${slug}`))).toEqual([]);
  expect(await html(`/sessies/${coming[0]}`)).toContain(`href="/aanbod/${slug}"`);
});

it('who has a place can move to any date, and who waits can wait for any', async () => {
  const cookie = await signIn('ondernemer@opkoers.example');
  const [me] = await sql`
    select e.id from entrepreneurs e join accounts a on a.id = e.account_id where a.email = 'ondernemer@opkoers.example'`;
  await sql`delete from registrations where entrepreneur_id = ${me!.id}
    and session_id in (select id from sessions where module_id = ${module})`;
  const [first, ...others] = coming;
  const registration = await book(first!, cookie);
  expect(missing(others, await html(`/aanmeldingen/${registration}`, cookie))).toEqual([]);

  await sql`update sessions set capacity = 1, seats_taken = 1 where id = any(${others}::uuid[])`;
  const queue = await html(`/sessies/${others[0]}/aanmelden`);
  expect(missing(others.slice(1), queue)).toEqual([]);
});

async function book(sessionId: string, cookie: string) {
  const answer = await fetch(`${url}/api/v1/sessions/${sessionId}/registrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      name: 'Noor',
      email: 'ondernemer@opkoers.example',
      kvkNumber: '69599084',
      locale: 'nl',
    }),
  });
  const body = (await answer.json()) as { id: string };
  expect(answer.status, JSON.stringify(body)).toBe(201);
  return body.id;
}
