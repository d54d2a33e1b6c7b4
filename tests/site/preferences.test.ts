import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { dutyWords } from '../../api/language/vocabularies.ts';
import { unsubscribeToken } from '../../api/unit-of-work/secrets.ts';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const { url } = await testServer(database, { SECRET });
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const account = async (email: string) =>
  (
    await sql<{ id: string; reminders: boolean; digest: boolean; locale: string }[]>`
    select id, reminders, digest, locale from accounts where email = ${email}`
  )[0]!;

const looks = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light', javaScriptEnabled: true },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark', javaScriptEnabled: true },
] as const;

it('someone who works for an organisation chooses mails and language, without scripts', async () => {
  const email = 'vad@opkoers.example';
  const page = await browser.open({ javaScriptEnabled: false });
  await signIn(page, url, email);
  await page.goto(`${url}/organisatie`);
  await page.getByRole('link', { name: nl.preferences.link }).click();
  await page.getByLabel(nl.preferences.mails.digest).uncheck();
  await page.getByLabel(nl.preferences.language.en).check();
  await page.getByRole('button', { name: nl.preferences.save }).click();
  await page.getByText(en.preferences.saved).waitFor();
  expect(await account(email)).toMatchObject({ reminders: true, digest: false, locale: 'en' });
  expect(await page.getByLabel(en.preferences.mails.digest).isChecked()).toBe(false);
  expect(await page.getByLabel(en.preferences.mails.reminders).isChecked()).toBe(true);
});

it('an entrepreneur is not asked about the overview of an organisation', async () => {
  for (const look of looks) {
    const page = await browser.open(look);
    await signIn(page, url, 'ondernemer@opkoers.example');
    await page.goto(`${url}/mijn`);
    await page.getByRole('link', { name: nl.preferences.link }).click();
    await page.getByRole('heading', { level: 1, name: nl.preferences.title }).waitFor();
    expect(await page.getByLabel(nl.preferences.mails.digest).count()).toBe(0);
    await expectAccessible(page);
  }
});

it('a link in a mail opens a page with one button; only the button turns it off', async () => {
  const { id } = await account('oa@opkoers.example');
  const link = `${url}/mail-uit/${unsubscribeToken(SECRET, 'digest', id)}`;
  for (const look of looks) {
    const page = await browser.open(look);
    await page.goto(link);
    await expectAccessible(page);
    expect((await account('oa@opkoers.example')).digest).toBe(true);
    expect(await page.locator('main button').count()).toBe(1);
  }
  const page = await browser.open({});
  await page.goto(link);
  await page.getByRole('button', { name: nl.preferences.off.button.digest }).click();
  await page.getByRole('heading', { level: 1, name: nl.preferences.off.done.digest }).waitFor();
  await expectAccessible(page);
  expect(await account('oa@opkoers.example')).toMatchObject({ digest: false, reminders: true });
});

it('one click of a mail program turns it off, is answered and not redirected', async () => {
  const { id } = await account('khn@opkoers.example');
  const link = `${url}/en/mail-uit/${unsubscribeToken(SECRET, 'reminders', id)}`;
  for (const method of ['GET', 'HEAD']) await fetch(link, { method });
  expect((await account('khn@opkoers.example')).reminders).toBe(true);
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  expect(await account('khn@opkoers.example')).toMatchObject({ reminders: false, digest: true });
});

it('a dead link says so', async () => {
  const page = await browser.open({});
  const answer = await page.goto(`${url}/mail-uit/${'x'.repeat(60)}`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: nl.preferences.off.dead }).waitFor();
  await expectAccessible(page);
  expect((await fetch(`${url}/mail-uit/nope`, { method: 'POST' })).status).toBe(404);
});

it('someone with two hats takes one off, and the only administrator cannot', async () => {
  const email = 'tweehoeden@opkoers.example';
  await sql`with a as (insert into accounts (email, name) values (${email}, 'Tess') returning id)
    insert into account_roles (account_id, role, duty, organisation_id)
    select a.id, 'organisation', case o.slug when 'oa' then 'administrator' else 'door' end::staff_duty, o.id
    from a, organisations o where o.slug in ('vad', 'oa')`;
  await sql`delete from account_roles r using organisations o, accounts a
    where o.id = r.organisation_id and o.slug = 'oa' and a.id = r.account_id and a.email <> ${email}`;
  for (const look of looks) {
    const page = await browser.open(look);
    await signIn(page, url, email);
    await page.goto(`${url}/mijn/voorkeuren`);
    await expectAccessible(page);
  }
  const page = await browser.open({ javaScriptEnabled: false });
  await signIn(page, url, email);
  await page.goto(`${url}/mijn/voorkeuren`);
  expect(await page.locator('.work li').count()).toBe(2);
  const door = page.locator('.work li', { hasText: dutyWords.nl.door });
  await door.locator('summary').click();
  await door.getByRole('button').click();
  await page.getByText(nl.staff.yours.left).waitFor();
  expect(await page.locator('.work li').count()).toBe(1);
  await page.locator('.work summary').click();
  await page.locator('.work').getByRole('button').click();
  await page.getByText(nl.problems.of('last-administrator')!.title).waitFor();
  await expect
    .poll(
      () => sql`select o.slug from account_roles r join organisations o on o.id = r.organisation_id
      join accounts a on a.id = r.account_id where a.email = ${email}`,
    )
    .toEqual([{ slug: 'oa' }]);
});
