import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
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
const t = nl.registration.background;
const phone = { viewport: { width: 360, height: 740 } };

it('who has a place tells an age and a postcode, or not, by the link of the mail, with scripts and without', async () => {
  const [row] = await sql<{ id: string; person: string }[]>`
    select r.id, e.id as person from registrations r join entrepreneurs e on e.id = r.entrepreneur_id
      join accounts a on a.id = e.account_id join sessions s on s.id = r.session_id
    where a.email = 'ondernemer@opkoers.example' and r.status = 'confirmed' and s.starts_at > now() limit 1`;
  const link = `${url}/aanmeldingen/${row!.id}/${manageToken(SECRET, row!.id)}`;
  const told = async () =>
    (await sql`select age_from, home_postcode from entrepreneurs where id = ${row!.person}`)[0];

  const page = await browser.open({ javaScriptEnabled: false, ...phone });
  await page.goto(link);
  await page.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();
  expect(await page.getByLabel(t.age).isVisible(), 'it is not in the way').toBe(false);
  await page.getByText(t.title).click();
  await page.getByLabel(t.age).selectOption('36-40');
  await page.getByLabel(t.postcode).fill('hier');
  await page.getByRole('button', { name: t.send }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: nl.problems.field({ name: 'homePostcode', code: 'invalid' }) })
    .waitFor();
  expect(await page.getByLabel(t.age).inputValue(), 'what was chosen is kept').toBe('36-40');
  expect(await told()).toEqual({ age_from: null, home_postcode: null });

  await page.getByLabel(t.postcode).fill('1182 jr');
  await page.getByRole('button', { name: t.send }).click();
  await page.getByText(t.done, { exact: true }).waitFor();
  expect(await told()).toEqual({ age_from: 36, home_postcode: '1182' });

  const scripted = await browser.open(phone);
  await scripted.goto(link);
  await scripted.getByText(t.change).click();
  await expectAccessible(scripted);
  expect(await scripted.getByLabel(t.postcode).inputValue()).toBe('1182');
  await scripted.getByLabel(t.age).selectOption('');
  await scripted.getByLabel(t.postcode).fill('');
  await scripted.getByRole('button', { name: t.send }).click();
  await scripted.getByText(t.done, { exact: true }).waitFor();
  expect(await told()).toEqual({ age_from: null, home_postcode: null });
});

it('the municipality pastes its districts, and reads which line is wrong', async () => {
  const words = nl.categories.districts;
  const page = await browser.open({ javaScriptEnabled: false, ...phone });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${url}/gemeente/wijken`);
  await page.getByRole('heading', { name: words.title }).waitFor();
  await page.getByLabel(words.label).fill('1181-1182 ; Noord\n\n1183\tWesthove\n1181 AB ; Zuid');
  await page.getByRole('button', { name: nl.categories.save }).click();
  await page.getByRole('link', { name: nl.categories.wrong('4 (1181 AB ; Zuid)') }).waitFor();
  expect(await page.getByLabel(words.label).inputValue()).toContain('1181 AB ; Zuid');
  await page.getByLabel(words.label).fill('1181-1182 ; Noord\n\n1183\tWesthove');
  await page.getByRole('button', { name: nl.categories.save }).click();
  await page.getByText(words.saved).waitFor();
  expect(await page.getByLabel(words.label).inputValue()).toBe('1181-1182 ; Noord\n1183 ; Westhove');
  const scripted = await browser.open(phone);
  await scripted.context().addCookies(await page.context().cookies());
  await scripted.goto(page.url());
  await expectAccessible(scripted);
});

it('the operator changes the branches, and gets those of the portal back', async () => {
  const words = nl.categories.industries;
  const page = await browser.open({ javaScriptEnabled: false, ...phone });
  await signIn(page, url, 'beheer@opkoers.example');
  await page.goto(`${url}/beheer`);
  await page.getByRole('link', { name: words.title }).click();
  await page.getByText(words.usual).waitFor();
  await page.getByLabel(words.label).fill('56 ; horeca\n96 ; Kapper');
  await page.getByRole('button', { name: nl.categories.save }).click();
  await page.getByRole('link', { name: nl.categories.wrong('2 (96 ; Kapper)') }).waitFor();
  await page.getByLabel(words.label).fill('56 ; horeca');
  await page.getByRole('button', { name: nl.categories.save }).click();
  await page.getByText(words.saved).waitFor();
  expect(await page.getByLabel(words.label).inputValue()).toBe('56 ; Horeca');
  await page.getByLabel(words.label).fill('');
  await page.getByRole('button', { name: nl.categories.save }).click();
  await page.getByText(words.usual).waitFor();
  const scripted = await browser.open(phone);
  await scripted.context().addCookies(await page.context().cookies());
  await scripted.goto(`${url}/beheer/branches`);
  await expectAccessible(scripted);
});
