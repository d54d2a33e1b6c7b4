import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { localDate, plusDays, plusMonths } from '../../api/language/time.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase('empty');
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
await sql`with m as (
    insert into municipalities (slug, name, cbs_code) values ('koersdam', 'Koersdam', '9999') returning id),
  o as (insert into organisations (municipality_id, kind, slug, name, short_name)
    select m.id, kind::organisation_kind, slug, name, name from m, (values
      ('municipality', 'gemeente-koersdam', 'Gemeente Koersdam'), ('association', 'ovk', 'OVK')) as v (kind, slug, name)),
  a as (insert into accounts (email, name) values ('nieuw@opkoers.example', 'Nienke') returning id)
  insert into account_roles (account_id, role, municipality_id) select a.id, 'municipality', m.id from a, m`;
const { url } = await testServer(database);
const browser = await testBrowser();

const t = nl.programmeSettings;
const startsOn = localDate(new Date());
const endsOn = plusDays(plusMonths(startsOn, 12), -1);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const goTo = (page: Page, subject: keyof typeof t.subjects) =>
  page.getByRole('link', { name: t.subjects[subject].title, exact: true }).click();
async function save(page: Page, why: string) {
  await page.getByLabel(t.save.motivation).fill(why);
  await press(page, t.save.button);
}

it.each([
  [
    'on a phone without JavaScript',
    { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
    'Koers een',
  ],
  ['on a desktop', { viewport: { width: 1280, height: 900 } }, 'Koers twee'],
])(
  'a municipality goes from nothing to a running programme with phases, %s',
  async (_, look, name) => {
    const page = await browser.open(look);
    // Axe is a script, so it sees nothing where scripts are off.
    const check = async () => !('javaScriptEnabled' in look) && expectAccessible(page);
    await signIn(page, url, 'nieuw@opkoers.example');
    await page.goto(`${url}/gemeente/nieuw`);
    await check();
    await page.getByLabel(t.general.name, { exact: true }).fill(name);
    await page.getByLabel(t.general.startsOn).fill(startsOn);
    await page.getByLabel(t.general.endsOn).fill(endsOn);
    await page.getByLabel(t.general.creditLine).fill('Mogelijk gemaakt door de gemeente Koersdam.');
    await page.getByLabel(t.make.templates['back-on-track'].label).check();
    await press(page, t.make.button);

    // It says what is missing, and refuses to open with all of that.
    await page.getByText(nl.opening.notReady(3)).waitFor();
    await check();
    await goTo(page, 'basis');
    await page.locator('[name=status]').selectOption('running');
    await save(page, 'Wij willen beginnen.');
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(3);
    await check();
    await page.getByRole('link', { name: t.save.back }).click();
    await page.locator('.opening').getByRole('link', { name: nl.opening.pages.parties }).click();
    await page.getByLabel(t.parties.roleOf('OVK')).selectOption('executor');
    await save(page, 'Zo is het besloten.');
    await page.getByText(t.saved(2)).waitFor();
    await page.locator('.opening').getByRole('link', { name: nl.opening.pages.authorised }).click();
    await page.locator('#authorised').fill('100.000');
    await page.locator('[name=authorisedBasis]').selectOption('ex');
    await save(page, 'Zo is het besloten.');
    await page.getByText(t.saved(3)).waitFor();
    await page.getByText(nl.opening.notReady(1)).waitFor();

    await page.locator('.opening').getByRole('link', { name: nl.opening.pages.phases }).click();
    const p = nl.budgetPhases;
    const set = async (ordinal: number, amount: string) => {
      await page.locator(`#amount-${ordinal}`).fill(amount);
      await press(page, `${p.save}: ${p.quarter(ordinal)}`);
    };
    await set(1, 'veel');
    await page.getByRole('link', { name: p.notAnAmount }).waitFor();
    await check();
    await set(1, '100.001');
    await page.getByRole('link', { name: /€\s100\.000/ }).waitFor();
    for (const [n, amount] of ['40.000', '20.000', '20.000', '20.000'].entries()) {
      await set(n + 1, amount);
      await page.getByText(p.saved(String(n + 1))).waitFor();
    }
    await page.getByText(nl.opening.ready).waitFor();
    await check();

    await page.goto(page.url().replace(/fasen.*/, 'instellingen'));
    await goTo(page, 'basis');
    await page.locator('[name=status]').selectOption('running');
    await save(page, 'Wij beginnen.');
    await page.getByText(t.saved(4)).waitFor();
    expect(await page.locator('.opening').count()).toBe(0);
    const [row] = await sql`select status,
      (select array_agg(b.ceiling_cents / 100 order by q.ordinal) from budget_phases b
        join programme_quarters q on q.id = b.quarter_id where q.programme_id = p.id) as euros
    from programmes p where name = ${name}`;
    expect(row).toEqual({ status: 'running', euros: [40_000, 20_000, 20_000, 20_000] });

    // The next edition is made from this one.
    await page.getByRole('link', { name: t.make.next }).click();
    await page.getByLabel(t.general.name, { exact: true }).fill(`${name}, nog eens`);
    await press(page, t.make.button);
    await page.getByText(t.made).waitFor();
    const [next] = await sql`select starts_on::text, ends_on::text, status,
      (select count(*)::int from programme_parties where programme_id = p.id) as parties,
      (select count(*)::int from programme_quarters where programme_id = p.id) as quarters
    from programmes p where name = ${`${name}, nog eens`}`;
    expect(next).toEqual({
      starts_on: plusDays(endsOn, 1),
      ends_on: plusDays(plusMonths(plusDays(endsOn, 1), 12), -1),
      status: 'draft',
      parties: 2,
      quarters: 4,
    });
  },
  240_000,
);
