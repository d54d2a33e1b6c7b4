import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** Opens pages as someone. What was open is closed after each test, so each gets a page of its own. */
async function opener(email: string) {
  const first = await browser.open({});
  await signIn(first, url, email);
  const cookies = await first.context().cookies();
  return async (path: string) => {
    const page = await browser.open({});
    await page.context().addCookies(cookies);
    await page.goto(url + path);
    return page;
  };
}
const wordsOf = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
async function reader(email: string) {
  const open = await opener(email);
  return async (path: string) => wordsOf(await open(path));
}
const DEVENTER = '/gemeente/actieplan-coaching-ondernemers';

const open = await opener('gemeente-deventer@opkoers.example');
const read = async (path: string) => wordsOf(await open(path));

describe('Deventer', () => {
  it.each([
    '/1',
    '/geld',
    '/grootboek',
    '/producten',
    '/fasen',
    '/maatregelen',
    '/1/afrekening',
    '/1/raadsverslag',
  ])('shows no amount as without VAT at %s: nothing says so', async (path) => {
    const words = await read(DEVENTER + path);
    expect(words).toContain('€');
    expect(words.toLowerCase()).not.toMatch(/exclusief btw|excl\. btw/);
  });

  it('says of a settlement that is final what is known of its VAT', async () => {
    const page = await open(`${DEVENTER}/1/afrekening`);
    await page.getByRole('button', { name: nl.settlements.page.close }).click();
    await page.getByText(nl.settlements.page.closed).waitFor();
    const words = await read(`${DEVENTER}/1/afrekening`);
    expect(words).toContain(nl.settlements.page.vatUnknown('').slice(2));
    expect(words.toLowerCase()).not.toMatch(/(in|ex)clusief btw/);
  });

  it('keeps its provisional budget provisional', async () => {
    const unit = nl.municipality.money.provisional(nl.municipality.money.basis.unknown);
    for (const path of ['/1', '/1/raadsverslag', '/geld', '/fasen'])
      expect(await read(DEVENTER + path)).toContain(unit);
    expect(await read(`${DEVENTER}/geld`)).toContain(nl.finance.budget.vatNote);
  });
});

it('pages that set workshops against a target for knowledge and coaching say that they count', async () => {
  const amstelveen = await reader('gemeente@opkoers.example');
  for (const path of ['1', '1/raadsverslag'])
    expect(await amstelveen(`/gemeente/back-on-track/${path}`)).toContain(nl.organisation.workshopsCount);
  const vad = await reader('vad@opkoers.example');
  expect(await vad('/organisatie')).toContain(nl.organisation.workshopsCount);
});

it('the KTO has the months of its source', async () => {
  const amsterdam = await reader('gemeente-amsterdam@opkoers.example');
  const words = await amsterdam('/gemeente/onderneemvaardig/geschiedenis');
  expect(words).toContain('juli 2021');
  expect(words).not.toContain('31 juli 2021');
  expect(words).toContain('KTO uitgezet in juli 2021, rapport van augustus 2021');
});

it('a session that was over before anyone could look is not called open', async () => {
  const amstelveen = await reader('gemeente@opkoers.example');
  const words = await amstelveen('/gemeente/back-on-track-2021-2022/1/openstelling');
  expect(words).toContain(nl.access.quarter.unchecked(14));
  expect(words).not.toMatch(/de hele tijd open voor niet-leden\./);
});
