import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const REASON = 'smtp: 554 5.6.0 DATA';
const looks = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

/** A mail that was given up, as the queue keeps it. */
async function failedMail() {
  const [row] = await sql<{ id: string }[]>`insert into pgboss.job
    (name, data, source_name, source_id, source_root_id, source_created_on, source_retry_count, source_output)
    select 'mail-failed', jsonb_build_object('kind', 'confirmed', 'registrationId', r.id), 'mail', gen_random_uuid(),
      gen_random_uuid(), now(), 12, ${sql.json({ message: REASON })}
    from registrations r join sessions s on s.id = r.session_id
    where r.status = 'confirmed' and s.status = 'scheduled' and s.starts_at > now() + interval '1 day' limit 1
    returning id`;
  return row!.id;
}
beforeAll(async () => void (await failedMail()));

it('nobody else gets in', async () => {
  for (const email of ['gemeente@opkoers.example', 'vad@opkoers.example', 'ondernemer@opkoers.example']) {
    const page = await browser.open({});
    await signIn(page, url, email);
    const answer = await page.goto(`${url}/beheer/mail`);
    expect(answer?.status()).toBe(403);
    expect(await page.content()).not.toContain(REASON);
    await expectAccessible(page);
  }
  const page = await browser.open({});
  await page.goto(`${url}/beheer/mail`);
  expect(new URL(page.url()).pathname).toBe('/inloggen');
});

it('the operator comes to what failed from the desk, and sends it again without scripts', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await signIn(page, url, 'beheer@opkoers.example');
  await page.waitForURL('**/beheer');
  await page.getByRole('link', { name: nl.municipalities.mails }).click();
  const row = page.locator('main li', { hasText: nl.operator.kinds.confirmed }).first();
  expect(await row.textContent()).toContain(REASON);
  await row.getByRole('button').click();
  await page.getByText(nl.operator.done).waitFor();
  await page.getByText(nl.operator.none).waitFor();
  await expect
    .poll(async () => (await sql`select key from mail_deliveries where kind = 'confirmed'`).length, {
      timeout: 20_000,
    })
    .toBe(1);
});

it('is accessible, with and without failed mails', async () => {
  await failedMail();
  for (const look of looks) {
    const page = await browser.open(look);
    await signIn(page, url, 'beheer@opkoers.example');
    await page.goto(`${url}/beheer/mail`);
    await page.getByText(REASON).waitFor();
    await expectAccessible(page);
  }
  await sql`delete from pgboss.job where name = 'mail-failed'`;
  const page = await browser.open({});
  await signIn(page, url, 'beheer@opkoers.example');
  await page.goto(`${url}/en/beheer/mail`);
  await expectAccessible(page);
});

it('the organiser sees at the name whom mail does not reach', async () => {
  const [row] = await sql<{ id: string; name: string }[]>`
    select s.id, r.name from sessions s join session_organisers o on o.session_id = s.id
    join organisations a on a.id = o.organisation_id join registrations r on r.session_id = s.id
    join entrepreneurs e on e.id = r.entrepreneur_id
    where a.slug = 'vad' and s.status = 'scheduled' and s.ends_at < now() and r.status = 'confirmed'
      and e.account_id is not null order by s.starts_at desc, r.id limit 1`;
  await sql`insert into mail_deliveries (key, kind, account_id, status, status_at, sent_at)
    select 'gone', 'confirmed', e.account_id, 'bounced', now(), now() from registrations r
    join entrepreneurs e on e.id = r.entrepreneur_id where r.session_id = ${row!.id} and r.name = ${row!.name}`;
  for (const look of looks) {
    const page = await browser.open(look);
    await signIn(page, url, 'vad@opkoers.example');
    await page.goto(`${url}/organisatie/sessies/${row!.id}`);
    const fails = page.getByText(nl.organisation.list.mailFails);
    expect(await fails.count()).toBe(1);
    const name = await fails.locator('xpath=ancestor::p').textContent();
    expect(name).toContain(row!.name);
    await expectAccessible(page);
  }
});

it('the operator is told that there are more than the page shows', async () => {
  const id = await failedMail();
  const page = await browser.open({ javaScriptEnabled: false });
  await signIn(page, url, 'beheer@opkoers.example');
  await page.goto(`${url}/beheer/mail`);
  const more = page.getByText(nl.operator.more(200));
  expect(await more.count()).toBe(0);
  await sql`insert into pgboss.job
      (name, data, source_name, source_id, source_root_id, source_created_on, source_retry_count, source_output)
    select name, data, source_name, gen_random_uuid(), gen_random_uuid(), source_created_on, 12, source_output
    from pgboss.job, generate_series(1, 200) where id = ${id}`;
  await page.reload();
  await more.waitFor();
  expect(await page.locator('main li.mail').count()).toBe(200);
});
