import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageWords } from '../../api/language/vocabularies.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const { modules: t, venues: v, access } = nl;

type Cookies = { name: string; value: string; url: string }[];
const cookiesOf = async (email: string): Promise<Cookies> => {
  const page = await browser.open({});
  await signIn(page, url, email);
  return (await page.context().cookies()).map(({ name, value }) => ({ name, value, url }));
};
let association: Cookies;
let municipality: Cookies;
beforeAll(async () => {
  association = await cookiesOf('vad@opkoers.example');
  municipality = await cookiesOf('gemeente@opkoers.example');
});
const date = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
const open = async (look: Parameters<typeof browser.open>[0], cookies: Cookies) => {
  const page = await browser.open(look);
  await page.context().addCookies(cookies);
  return page;
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function fillModule(page: Page, title: string) {
  const programme = page.locator('#programmeId');
  if (await programme.count())
    await programme.selectOption({
      label: (await programme.locator('option').allTextContents()).find((one) =>
        /Back on Track(?! 2021)/.test(one),
      )!,
    });
  await page.locator('#title').fill(title);
  await page.locator('#moduleKind').selectOption('workshop');
  await page.locator('#topic').selectOption('sales');
  await page.locator('#summary').fill('Wat klanten van u willen.');
  await page.locator('#description').fill('U neemt uw klanten mee.\n\nWij oefenen samen.');
  await page.locator('#hours').fill('1,5');
  await page.locator('#bring').fill('Een lijst van klanten');
  await page.getByText('Duits', { exact: true }).click();
  await page.getByLabel(stageWords.nl.starting, { exact: true }).check();
  await page.getByText(t.form.chooseIndustries).click();
  await page.getByLabel('Horeca', { exact: true }).check();
}

describe.each([
  ['without JavaScript on a desktop', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }],
  ['with JavaScript on a phone', { javaScriptEnabled: true, viewport: { width: 360, height: 740 } }],
])('a module from nothing to a date that everyone sees, %s', (_, look) => {
  const title = `Verkopen op ${look.viewport.width}`;
  const accessible = async (page: Page) => {
    if (look.javaScriptEnabled) await expectAccessible(page);
  };

  it('is made, previewed, published, planned at a new venue and found', async () => {
    const page = await open(look, association);
    await page.goto(`${url}/organisatie`);
    await page.getByRole('link', { name: t.link, exact: true }).click();
    await accessible(page);
    await page.getByRole('link', { name: t.make }).click();
    await press(page, t.form.makeButton);
    await page.getByRole('link', { name: nl.problems.field({ name: 'title', code: 'required' }) }).waitFor();
    await accessible(page);
    await fillModule(page, title);
    await page.locator('#price').fill('veel');
    await press(page, t.form.makeButton);
    await page.getByRole('link', { name: nl.problems.field({ name: 'price', code: 'invalid' }) }).waitFor();
    expect(await page.locator('#description').inputValue()).toContain('Wij oefenen samen.');
    await page.locator('#price').fill('0');
    await press(page, t.form.makeButton);
    await page.getByText(t.done.made.title).waitFor();
    await accessible(page);
    const slug = /modules\/([^?]+)/.exec(page.url())![1]!;
    expect((await fetch(`${url}/aanbod/${slug}`)).status).toBe(404);

    await page.getByRole('link', { name: t.preview }).click();
    await page.getByText('Een lijst van klanten').waitFor();
    await page.getByText('1 uur en 30 minuten').waitFor();
    await page.getByText('Nederlands en Duits').waitFor();
    await page.getByText(stageWords.nl.starting, { exact: true }).waitFor();
    await page.getByText('Horeca', { exact: true }).waitFor();
    await accessible(page);
    await page.getByRole('link', { name: t.previewPage.back }).click();
    await press(page, t.steps.publish);
    await page.getByText(t.done.publish.title).waitFor();
    await page.getByRole('link', { name: t.public }).click();
    await page.getByText('Een lijst van klanten').waitFor();

    await page.goto(`${url}/organisatie/locaties`);
    await accessible(page);
    await page.locator('#name-new').fill(`De Werf ${look.viewport.width}`);
    await page.locator('#street-new').fill('Kade 3');
    await page.locator('#postcode-new').fill('11');
    await press(page, v.addButton);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#street-new').inputValue()).toBe('Kade 3');
    await page.locator('#postcode-new').fill('1182ab');
    await page.locator('#city-new').fill('Amstelveen');
    await page.locator('#room-new').fill('Boven');
    await press(page, v.addButton);
    await page.getByText(v.done.made).waitFor();
    await accessible(page);

    await page.goto(`${url}/organisatie/modules/${slug}`);
    await page.getByRole('link', { name: t.planSession }).click();
    expect(await page.locator('#moduleId option:checked').textContent()).toContain(title);
    await page.locator('#date').fill(date);
    await page.locator('#startTime').fill('19:30');
    await page.locator('#venueId').selectOption({ label: `De Werf ${look.viewport.width}, Amstelveen` });
    await press(page, access.form.save);
    await page.waitForURL('**/concept?bewaard');
    const id = /sessies\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    await press(page, access.draft.publish);
    await page.getByText(access.draft.published).waitFor();

    const entrepreneur = await browser.open(look);
    await entrepreneur.goto(`${url}/aanbod?zoek=${encodeURIComponent(title)}`);
    await entrepreneur.locator(`a[href$="/sessies/${id}"]`).first().click();
    await entrepreneur.getByText(nl.session.room('Boven')).waitFor();
    await entrepreneur.getByText('Een lijst van klanten').waitFor();
    await entrepreneur.getByText(stageWords.nl.starting, { exact: true }).waitFor();
    await accessible(entrepreneur);
  }, 120_000);

  it('takes no new sessions once it is archived', async () => {
    const page = await open(look, association);
    await page.goto(`${url}/organisatie/modules`);
    await page.getByRole('link', { name: title, exact: true }).click();
    await page.getByText(t.archiveFold).click();
    await press(page, t.steps.archive);
    await page.getByText(t.done.archive.title).waitFor();
    await accessible(page);
    await page.goto(`${url}/organisatie/sessies/nieuw`);
    expect(await page.locator('#moduleId').textContent()).not.toContain(title);
  });

  it('is looked at by the municipality where the programme asks for it', async () => {
    await sql`update programmes set reviews_modules = true where slug = 'back-on-track'`;
    const page = await open(look, association);
    await page.goto(`${url}/organisatie/modules/nieuw`);
    await fillModule(page, `Gekeurd ${title}`);
    await press(page, t.form.makeButton);
    await press(page, t.steps.submit);
    await page.getByText(t.done.submit.title).waitFor();
    await accessible(page);
    const mine = page.url().replace(/\?.*/, '');

    const clerk = await open(look, municipality);
    await clerk.goto(`${url}/gemeente/modules`);
    await accessible(clerk);
    await clerk.getByRole('link', { name: `Gekeurd ${title}` }).click();
    await accessible(clerk);
    await clerk.getByText(t.steps['send-back']).first().click();
    await press(clerk, t.steps['send-back']);
    await clerk.getByRole('link', { name: nl.problems.field({ name: 'note', code: 'required' }) }).waitFor();
    await clerk.locator('#note').fill('Schrijf erbij voor wie het is.');
    await press(clerk, t.steps['send-back']);
    await clerk.getByText(t.review.sentBack(`Gekeurd ${title}`)).waitFor();

    await page.goto(mine);
    await page.getByText('Schrijf erbij voor wie het is.').waitFor();
    await page.locator('#audience').fill('Voor wie net begint');
    await press(page, t.form.save);
    await page.getByText(t.done.saved.title).waitFor();
    await press(page, t.steps.submit);
    await clerk.goto(mine.replace('/organisatie/', '/gemeente/'));
    await press(clerk, t.steps.approve);
    await clerk.getByText(t.review.approved(`Gekeurd ${title}`)).waitFor();
    await accessible(clerk);
    await sql`update programmes set reviews_modules = false where slug = 'back-on-track'`;
  });

  it('is made by the municipality itself, which lets someone plan its sessions', async () => {
    const clerk = await open(look, municipality);
    await clerk.goto(`${url}/gemeente/modules`);
    await clerk.getByRole('link', { name: t.review.own.link }).click();
    await accessible(clerk);
    await clerk.getByRole('link', { name: t.make }).click();
    await fillModule(clerk, `Van de gemeente ${title}`);
    await press(clerk, t.form.makeButton);
    await clerk.getByText(t.done.made.title).waitFor();
    expect(await clerk.getByLabel('Horeca', { exact: true }).isChecked()).toBe(true);
    await clerk.getByRole('link', { name: t.preview }).click();
    await clerk.getByRole('link', { name: t.previewPage.back }).click();
    await press(clerk, t.steps.publish);
    await clerk.getByText(t.whoPlans('Gemeente Amstelveen')).waitFor();
    await accessible(clerk);
    await clerk.getByRole('link', { name: t.letPlan }).click();
    await clerk.getByText(`Gemeente Amstelveen. ${nl.staff.lead}`).waitFor();
    await accessible(clerk);
    const theirs = await sql`select m.slug from modules m join organisations o on o.id = m.organisation_id
      where o.slug = 'vad' and m.status = 'published' limit 1`;
    const answer = await clerk.goto(`${url}/organisatie/modules/${theirs[0]!.slug as string}`);
    expect(answer!.status()).toBe(404);
  });

  it('is not lost when the sign-in has ended meanwhile', async () => {
    const page = await open(look, association);
    await page.goto(`${url}/organisatie/modules/nieuw`);
    await fillModule(page, `Bijna kwijt ${look.viewport.width}`);
    await page.context().clearCookies();
    await press(page, t.form.makeButton);
    await page.getByText(nl.signIn.signedOut.title).first().waitFor();
    await accessible(page);
    expect(await page.getByRole('link', { name: nl.signIn.signedOut.signIn }).getAttribute('target')).toBe(
      '_blank',
    );
    await page.context().addCookies(association);
    await press(page, nl.signIn.signedOut.send);
    await page.getByText(t.done.made.title).waitFor();
    expect(await page.locator('#description').inputValue()).toBe(
      'U neemt uw klanten mee.\n\nWij oefenen samen.',
    );
  });
});
