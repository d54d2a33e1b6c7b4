import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const session = async (condition: string) => {
  const [row] = await sql.unsafe<{ id: string }[]>(
    `select id from sessions where ${condition} order by starts_at limit 1`,
  );
  return row!.id;
};
const open =
  await session(`status = 'scheduled' and starts_at > now() + interval '1 day' and booking_opens_at < now()
  and booking_closes_at > now() and seats_taken < capacity - 2`);

const post = (path: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, ...headers },
    body: new URLSearchParams(values),
  });
const right = { name: 'Noor Jansen', email: 'noor@voorbeeld.example', kvkNumber: '' };
const registrations = async () => (await sql`select count(*)::int as n from registrations`)[0]!.n as number;

describe('a form that is not right', () => {
  it.each([
    [
      'a KVK number of seven digits',
      { kvkNumber: '1234567' },
      nl.problems.field({ name: 'kvkNumber', code: 'kvk-number' }),
    ],
    [
      'a KVK number with letters',
      { kvkNumber: 'abcdefgh' },
      nl.problems.field({ name: 'kvkNumber', code: 'kvk-number' }),
    ],
    ['no name', { name: '' }, nl.problems.field({ name: 'name', code: 'required' })],
    [
      'a name of 500 characters',
      { name: 'n'.repeat(500) },
      nl.problems.field({ name: 'name', code: 'too-long' }),
    ],
    ['no real address', { email: 'noor@' }, nl.problems.field({ name: 'email', code: 'email' })],
  ])('%s: the page again at 400, in Dutch, with what was typed', async (_, change, sentence) => {
    const before = await registrations();
    const values = { ...right, name: 'Zoë "><b>Vries</b>', ...change };
    const answer = await post(`/sessies/${open}/aanmelden`, values);
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain(sentence);
    expect(html).not.toContain('"><b>');
    if (!('email' in change)) expect(html).toContain('value="noor@voorbeeld.example"');
    expect(await registrations()).toBe(before);
  });

  it.each([
    ['session-past', `status = 'scheduled' and ends_at < now()`],
    ['session-cancelled', `status = 'cancelled' and starts_at > now()`],
    ['booking-not-open', `booking_opens_at > now() and status = 'scheduled'`],
    ['booking-closed', `booking_closes_at < now() and starts_at > now() and status = 'scheduled'`],
  ] as const)('%s is said in words on the page', async (code, condition) => {
    const answer = await post(`/sessies/${await session(condition)}/aanmelden`, right);
    expect(answer.status).toBe(409);
    const { title } = nl.problems.of(code);
    expect(await answer.text()).toContain(title);
  });

  it('an unknown session is a page with a way on', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'onzin', "'; drop table sessions; --"]) {
      const answer = await post(`/sessies/${encodeURIComponent(id)}/aanmelden`, right);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('/aanbod');
    }
  });

  it('unknown filters and searches are no error', async () => {
    for (const query of [
      'soort=feest',
      'vanaf=morgen',
      'zoek=%25%27%3B',
      'verder=onzin',
      `zoek=${'x'.repeat(300)}`,
    ]) {
      expect((await fetch(`${url}/aanbod?${query}`)).status, query).toBe(200);
    }
  });

  it('a form posted from another site with a visitor’s cookie is refused', async () => {
    const answer = await post('/uitloggen', {}, { origin: 'https://kwaad.example', cookie: 'opkoers=x' });
    expect(answer.status).toBe(403);
  });

  it('a code that is wrong, old or no code at all keeps the page', async () => {
    const answer = await post(`/sessies/${open}/aanmelden`, right);
    expect(answer.status).toBe(303);
    const path = answer.headers.get('location')!;
    for (const code of ['12', 'abcdef', '']) expect((await post(path, { code })).status).toBe(400);
  });

  it('a form that is far too large is called too large', async () => {
    for (const path of ['/inloggen', '/en/inloggen']) {
      const answer = await post(path, { email: 'noor@voorbeeld.example', more: 'x'.repeat(3_000_000) });
      const { problems } = path.startsWith('/en') ? en : nl;
      expect([answer.status, await answer.text()]).toEqual([
        413,
        expect.stringContaining(problems.of('too-large').title),
      ]);
    }
  });

  it('an address that the site never made is not found, and no error', async () => {
    const zero = '00000000-0000-7000-8000-000000000000';
    for (const path of [`/aanmeldingen/onzin?sessie=${open}`, `/aanmeldingen/${zero}/kort`])
      expect((await fetch(url + path)).status, path).toBe(404);
    expect((await fetch(`${url}/dev/mailbox.json?to=%00`)).status).toBe(200);
    expect((await fetch(`${url}/dev/mailbox?to=%00`)).status).toBe(200);
  });

  it('never redirects to another site after signing in', async () => {
    for (const away of [
      'https://kwaad.example',
      '//kwaad.example',
      '/\\kwaad.example',
      'javascript:alert(1)',
    ]) {
      const asked = await post(`/inloggen?naar=${encodeURIComponent(away)}`, {
        email: 'vad@opkoers.example',
      });
      expect(asked.headers.get('location')).not.toContain('kwaad');
    }
  });
});

describe('requests that are no form', () => {
  it('a POST without a body reaches the API, and a method it has not is told so', async () => {
    const unknown = `${url}/api/v1/registrations/00000000-0000-7000-8000-000000000000/cancellation`;
    expect((await fetch(unknown, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${url}/api/v1/auth-sessions/current`, { method: 'DELETE' })).status).toBe(204);
    const put = await fetch(`${url}/api/v1/sessions`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET']);
    const typed = await fetch(`${url}/api/v1/sign-ins`, { method: 'POST', body: 'x' });
    expect(typed.status).toBe(415);
    expect((await fetch(`${url}/mijn`, { method: 'PUT' })).status).toBe(405);
  });

  it('what was typed into an address stays one part of it', async () => {
    for (const path of [
      '/sessies/..%2Fprogrammes',
      '/aanbod/..%2F..%2Fme',
      '/en//%5B',
      '/en//evil.example/aanbod',
    ]) {
      expect((await fetch(url + path)).status, path).toBe(404);
    }
  });

  it('every address outside the API’s version is a problem with its headers', async () => {
    const answer = await fetch(`${url}/api/v2/sessions`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(answer.headers.get('api-version')).toBeTruthy();
  });
});

it('every page carries the security headers and no inline style or script', async () => {
  for (const path of ['/', '/aanbod', `/sessies/${open}`, '/inloggen', '/dev/componenten', '/bestaat-niet']) {
    const answer = await fetch(url + path);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    const html = await answer.text();
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*(src=|type="application\/ld\+json"))/);
  }
});
