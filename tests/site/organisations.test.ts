import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const t = nl.organisations;
const looks = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;
const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function apply(page: Page, name: string) {
  await page.getByLabel(t.fields.name).fill(name);
  await page.getByLabel(t.kinds.provider).check();
  await page.getByLabel(t.fields.municipality, { exact: true }).selectOption({ label: 'Amstelveen' });
  await page.getByLabel(t.fields.kvkNumber).fill('69599084');
  await page.getByLabel(t.fields.offer).fill('Wij leren u rekenen met uw eigen cijfers.');
  await named(page, t.apply.send).click();
  await page.getByText(t.apply.sent).waitFor();
}

it('someone applies, the municipality approves, and the public reads the profile: all without scripts', async () => {
  const email = 'bo@rekenlab.example';
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto(url);
  await page.getByRole('link', { name: nl.common.footer.offer }).click();
  await signIn(page, url, email);
  await page.goto(`${url}/zelf-aanbieden`);
  expect(await page.getByLabel(t.fields.email).inputValue()).toBe(email);
  await named(page, t.apply.send).click();
  await page.getByRole('alert').waitFor();
  expect(await page.title()).toContain(nl.common.form.errorPrefix);
  await apply(page, 'Rekenlab');
  await page.getByText(t.apply.looking).waitFor();
  expect((await page.goto(`${url}/organisatie/gegevens`))?.status()).toBe(403);
  expect((await page.goto(`${url}/organisaties/rekenlab`))?.status()).toBe(404);

  const city = await browser.open({ javaScriptEnabled: false });
  await signIn(city, url, 'gemeente@opkoers.example');
  await city.goto(`${url}/gemeente`);
  await city.getByRole('link', { name: t.title, exact: true }).click();
  await city.getByRole('link', { name: t.list.look('Rekenlab') }).click();
  for (const fact of [email, '69599084', 'Wij leren u rekenen'])
    expect(await city.locator('main').textContent()).toContain(fact);
  await named(city, t.one.approve).click();
  await city.getByText(t.one.approved).waitFor();

  const mail = await mailTo(url, email, /^Uw organisatie doet mee: Rekenlab/);
  await page.goto(linkIn(mail, '/organisatie/gegevens'));
  await page.getByLabel(t.fields.website).fill('javascript:alert(1)');
  await named(page, t.one.save).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel(t.fields.website).fill('www.rekenlab.example');
  await page.getByLabel(t.fields.phone).fill('020 123 45 67');
  await page.getByLabel(t.fields.profile).fill('Eerste regel.\nTweede regel.');
  await named(page, t.one.save).click();
  await page.getByText(t.one.saved).waitFor();
  await page.getByRole('link', { name: t.one.publicPage }).click();

  const anyone = await browser.open({ javaScriptEnabled: false });
  await anyone.goto(page.url());
  await anyone.getByRole('heading', { level: 1, name: 'Rekenlab' }).waitFor();
  await anyone.getByText('Tweede regel.').waitFor();
  const website = anyone.getByRole('link', { name: 'rekenlab.example', exact: true });
  expect(await website.getAttribute('href')).toBe('https://www.rekenlab.example');
  expect(await anyone.locator('main a[href="tel:0201234567"]').count()).toBe(1);
  expect(await anyone.content()).not.toContain('69599084');
});

it('a refusal has its reason on the page of who applied', async () => {
  const email = 'ed@elders.example';
  const page = await browser.open(looks[0]);
  await signIn(page, url, email);
  await page.goto(`${url}/zelf-aanbieden`);
  await named(page, t.apply.send).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await apply(page, 'Elders');
  const city = await browser.open(looks[1]);
  await signIn(city, url, 'gemeente@opkoers.example');
  await city.goto(`${url}/gemeente/organisaties/elders`);
  await expectAccessible(city);
  await city.locator('summary', { hasText: t.one.refuse }).click();
  await named(city, t.one.refuse).click();
  await city.getByRole('alert').waitFor();
  await city.getByLabel(t.one.refuseWhy).fill('Dit bieden wij al aan.');
  await named(city, t.one.refuse).click();
  await city.getByText(t.one.refused).waitFor();
  await page.reload();
  await page.getByText('Dit bieden wij al aan.').waitFor();
  await mailTo(url, email, /^Uw organisatie doet nu niet mee: Elders/);
});

it('the municipality adds an organisation, changes it and lets it end; not while it takes part in a programme', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${url}/gemeente/organisaties`);
  await page.locator('summary', { hasText: t.list.add }).click();
  await page.getByLabel(t.fields.name).fill('Winkeliers Oost');
  await named(page, t.list.addButton).click();
  await page.getByText(t.list.made('Winkeliers Oost')).waitFor();
  await page.getByRole('link', { name: t.list.change('Winkeliers Oost') }).click();
  await page.getByLabel(t.fields.shortName).fill('WO');
  await named(page, t.one.save).click();
  await page.getByText(t.one.saved).waitFor();
  expect(await page.getByLabel(t.fields.shortName).inputValue()).toBe('WO');
  await page.locator('summary', { hasText: t.one.end }).click();
  await named(page, t.one.endButton).click();
  await page.getByText(t.one.ended).waitFor();

  await page.goto(`${url}/gemeente/organisaties/vad`);
  await page.locator('summary', { hasText: t.one.end }).click();
  await named(page, t.one.endButton).click();
  expect(await page.getByRole('alert').textContent()).toContain('Back on Track');
});

it('another municipality finds none of it', async () => {
  const page = await browser.open({});
  await signIn(page, url, 'gemeente-amsterdam@opkoers.example');
  for (const path of ['vad', 'vad/mensen'])
    expect((await page.goto(`${url}/gemeente/organisaties/${path}`))?.status()).toBe(404);
  await page.goto(`${url}/gemeente/organisaties`);
  expect(await page.locator('main').textContent()).not.toContain('VAD');
});

it('is accessible, in Dutch on a phone and in English on a desktop', async () => {
  await sql`update organisations set profile = 'Voor iedere ondernemer.', website = 'https://www.vad.example',
    email = 'info@vad.example', phone = '020 123 45 67' where slug = 'vad'`;
  for (const [n, prefix] of ['', '/en'].entries()) {
    const city = await browser.open(looks[n]!);
    await signIn(city, url, 'gemeente@opkoers.example');
    for (const path of ['', '/vad', '/vad/mensen']) {
      await city.goto(`${url}${prefix}/gemeente/organisaties${path}`);
      await city
        .locator('main details')
        .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      await expectAccessible(city);
    }
    const page = await browser.open(looks[n]!);
    await page.goto(`${url}${prefix}/zelf-aanbieden`);
    await expectAccessible(page);
    await signIn(page, url, 'vad@opkoers.example');
    for (const path of ['/organisatie/gegevens', '/organisaties/vad']) {
      await page.goto(url + prefix + path);
      await expectAccessible(page);
    }
  }
}, 120_000);
