import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, expect, inject, it } from 'vitest';
import { testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

// `npm run screenshots` keeps the pictures, for the README; a test run only sees that they can be made.
const folder = process.env.SCREENSHOTS
  ? fileURLToPath(new URL('../../docs/screenshots', import.meta.url))
  : join(inject('run').folder, 'screenshots');
mkdirSync(folder, { recursive: true });

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const one = async (query: string) => (await sql.unsafe<{ path: string }[]>(query))[0]!.path;

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };
const session =
  await one(`select '/sessies/' || s.id as path from sessions s join modules m on m.id = s.module_id
  join programmes p on p.id = m.programme_id where p.slug = 'back-on-track' and s.status = 'scheduled'
  and s.starts_at > now() + interval '1 day' and s.booking_opens_at < now() and s.seats_taken < s.capacity - 3
  and s.delivery_mode = 'onLocation' order by s.starts_at limit 1`);
const list = await one(`select '/organisatie/sessies/' || s.id as path from sessions s
  join session_organisers o on o.session_id = s.id join organisations a on a.id = o.organisation_id
  where a.slug = 'vad' and s.status = 'scheduled' and s.ends_at < now() and exists (select from registrations r
    where r.session_id = s.id and r.attendance = 'present') order by s.starts_at desc limit 1`);

it.each([
  ['start', '/', null],
  ['aanbod', '/aanbod', null],
  ['sessie', session, null],
  ['mijn', '/mijn', 'ondernemer@opkoers.example'],
  ['presentie', list, 'vad@opkoers.example'],
  ['gemeente', '/gemeente', 'gemeente@opkoers.example'],
])('%s', async (name, path, email) => {
  for (const viewport of [phone, desktop]) {
    const page = await browser.open({ viewport });
    if (email) await signIn(page, url, email);
    await page.goto(url + path);
    const file = join(folder, `${name}-${viewport.width}.png`);
    await page.screenshot({ path: file });
    expect(statSync(file).size).toBeGreaterThan(10_000);
  }
});
