import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { manageToken, unsubscribeToken } from '../../api/unit-of-work/secrets.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const { url } = await testServer(database, { SECRET });
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const post = async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as { id: string };
};

it('every page that a mail links to is left as it was by a scanner, and tells no other site where one came from', async () => {
  const email = 'scanner@voorbeeld.example';
  const [open] = await sql<{ id: string }[]>`select id from sessions where status = 'scheduled'
    and starts_at > now() + interval '1 day' and booking_opens_at < now() and seats_taken < capacity limit 1`;
  const { id } = await post(`/sessions/${open!.id}/registrations`, { name: 'Noor', email });
  await post('/sign-ins', { email });
  const asked = await mailTo(url, email, /^Bevestig/);
  const signIn = await mailTo(url, email, /^Inloggen/);
  const [account] = await sql<{ id: string }[]>`select id from accounts where email = ${email}`;
  const links = [
    linkIn(asked, '/bevestigen/'),
    linkIn(signIn, '/inloggen/'),
    `${url}/aanmeldingen/${id}/${manageToken(SECRET, id)}`,
    `${url}/mail-uit/${unsubscribeToken(SECRET, 'reminders', account!.id)}`,
  ].map((link) => url + new URL(link).pathname);
  const state = async () =>
    JSON.stringify([
      await sql`select * from registrations where id = ${id}`,
      await sql`select * from challenges where email = ${email} order by id`,
      await sql`select * from accounts where id = ${account!.id}`,
      await sql`select * from auth_sessions where account_id = ${account!.id}`,
    ]);
  const before = await state();
  for (const link of links) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(link, { method, redirect: 'manual' });
      expect(answer.status, `${method} ${link}`).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
      expect(answer.headers.get('cache-control')).toMatch(/private/);
      const html = await answer.text();
      if (method === 'GET') expect(html).toMatch(/<meta name="robots" content="noindex"/);
      // Nothing of another site is loaded with the address of this page.
      expect(html).not.toMatch(/(src|href)="https?:\/\/(?!127\.0\.0\.1)[^"]*\.(js|css|png|woff2?)/);
    }
  }
  expect(await state()).toBe(before);
});
