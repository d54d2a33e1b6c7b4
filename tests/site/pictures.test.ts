import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import sharp from 'sharp';
import { afterAll, expect, inject, it } from 'vitest';
import { makePicture } from '../../api/people/pictures/make.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { base64, svg } from '../support/pictures.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const own = (await makePicture({ file: base64(svg('<path d="M0 0h120v40H0z"/>')), alt: '' }, 'logo', 'nl'))!;
await sql`insert into pictures (name, bytes, uploaded_at) values (${own.name}, ${own.bytes}, now())`;
await sql`update organisations set logo = ${own.name}, logo_alt = 'Gemeente Amstelveen' where slug = 'gemeente-amstelveen'`;
await sql`update municipalities set colour_on_light = '#a1006b', colour_on_dark = '#ff9ad5' where name = 'Amstelveen'`;
const { url } = await testServer(database);
const browser = await testBrowser();

const t = nl.pictures;
const phone = { viewport: { width: 360, height: 740 }, colorScheme: 'light' } as const;
const desktop = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } as const;
const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const drawing = (name: string, inner: string, size?: string) => ({
  name,
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(svg(inner, size)),
});
const logo = drawing(
  'logo.svg',
  '<script>alert(1)</script><rect width="120" height="40" rx="8" fill="#a1006b"/><circle cx="20" cy="20" r="12" fill="#fff"/><path d="M45 14h60v4H45zM45 22h40v4H45z" fill="#fff"/>',
);
/** Whether the browser could show it. */
const isSeen = (page: Page, alt: string) =>
  page
    .getByAltText(alt)
    .first()
    .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);

/** A link to this page shows these logos together, which anyone can fetch. */
async function expectShared(page: Page, names: string) {
  const told = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
  expect(await told('image:alt')).toContain(names);
  expect(await told('title')).toBe((await page.title()).split(' – ')[0]);
  const answer = await fetch(url + new URL((await told('image'))!).pathname);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  const image = sharp(Buffer.from(await answer.arrayBuffer()));
  expect(await image.metadata()).toMatchObject({ width: 1200, height: 630 });
  const { channels } = await image.toColourspace('srgb').stats();
  expect(channels.map(({ min }) => min).slice(0, 3)).not.toEqual([255, 255, 255]);
}

it.each([
  { scripts: false, device: phone },
  { scripts: true, device: desktop },
])(
  'an association puts its logo, and everyone sees it; with scripts: $scripts',
  async ({ scripts, device }) => {
    const how = { ...device, javaScriptEnabled: scripts };
    const page = await browser.open(how);
    await signIn(page, url, 'vad@opkoers.example');
    await page.goto(`${url}/organisatie/gegevens`);
    await named(page, t.logo.save).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.title()).toContain(nl.common.form.errorPrefix);
    if (scripts) await expectAccessible(page);

    await page.getByLabel(t.logo.file).setInputFiles(drawing('page.html', '', 'width="0" height="0"'));
    await page.getByLabel(t.logo.alt).fill('VAD');
    await named(page, t.logo.save).click();
    await page.locator('#file-error').waitFor();
    expect(await page.getByLabel(t.logo.alt).inputValue()).toBe('VAD');

    await page.getByLabel(t.logo.file).setInputFiles(logo);
    await named(page, t.logo.save).click();
    await page.getByText(t.logo.saved).waitFor();
    expect(await isSeen(page, 'VAD')).toBe(true);
    await page.getByRole('link', { name: nl.organisations.one.publicPage }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();

    const anyone = await browser.open(how);
    await anyone.goto(page.url());
    expect(await isSeen(anyone, 'VAD')).toBe(true);
    if (scripts) await expectAccessible(anyone);
    const [session] = await sql`select s.id from sessions s join modules m on m.id = s.module_id
    join programmes p on p.id = m.programme_id
    where p.slug = 'back-on-track' and s.status = 'scheduled' and s.starts_at > now() limit 1`;
    await anyone.goto(`${url}/sessies/${session!.id}`);
    expect(await isSeen(anyone, 'VAD')).toBe(true);
    expect(await isSeen(anyone, 'Gemeente Amstelveen')).toBe(true);
    await expectShared(anyone, 'Gemeente Amstelveen, VAD');
    const line = anyone.locator('header.header');
    expect(await line.getByAltText('Gemeente Amstelveen').count()).toBe(1);
    const colour = await line.evaluate((header) => getComputedStyle(header).borderBlockEndColor);
    expect(colour).toBe(how.colorScheme === 'dark' ? 'rgb(255, 154, 213)' : 'rgb(161, 0, 107)');
    if (scripts) await expectAccessible(anyone);

    await page.goto(`${url}/organisatie/gegevens`);
    await named(page, t.logo.remove).click();
    await page.getByText(t.logo.removed).waitFor();
  },
);

it('with scripts, a file that is too large is told before it is sent', async () => {
  const page = await browser.open(phone);
  await signIn(page, url, 'vad@opkoers.example');
  await page.goto(`${url}/organisatie/gegevens`);
  const buffer = Buffer.alloc(5 * 1024 * 1024 + 1);
  await page.getByLabel(t.logo.file).setInputFiles({ name: 'groot.png', mimeType: 'image/png', buffer });
  await page.getByText(t.tooLarge).waitFor();
  await expectAccessible(page);
});

it('without scripts, a file that is too large gets a page that says so', async () => {
  const page = await browser.open({ ...phone, javaScriptEnabled: false });
  await signIn(page, url, 'vad@opkoers.example');
  await page.goto(`${url}/organisatie/gegevens`);
  const file = join(mkdtempSync(join(inject('run').folder, 'pictures-')), 'groot.png');
  writeFileSync(file, Buffer.alloc(50 * 1024 * 1024));
  await page.getByLabel(t.logo.file).setInputFiles(file);
  await named(page, t.logo.save).click();
  await page.getByText(nl.problems.of('too-large').text).waitFor();
});

it('a module gets a photo, seen on its page', async () => {
  const page = await browser.open(desktop);
  await signIn(page, url, 'vad@opkoers.example');
  const [module] = await sql`select m.slug from modules m join organisations o on o.id = m.organisation_id
    join programmes p on p.id = m.programme_id
    where o.slug = 'vad' and m.status = 'published' and p.status = 'running' limit 1`;
  await page.goto(`${url}/organisatie/modules/${module!.slug}`);
  // Nearly as large as may be: through the form, the limits of the server and those of the API.
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const buffer = await sharp({
    create: { width: 1500, height: 1050, channels: 3, background: '#000', noise },
  })
    .png()
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(4 * 1024 * 1024);
  await page.getByLabel(t.photo.file).setInputFiles({ name: 'zaal.png', mimeType: 'image/png', buffer });
  await page.getByLabel(t.photo.alt).fill('Een zaal vol ondernemers');
  await named(page, t.photo.save).click();
  await page.getByText(t.photo.saved).waitFor();
  await expectAccessible(page);
  const anyone = await browser.open(phone);
  await anyone.goto(`${url}/aanbod/${module!.slug}`);
  expect(await isSeen(anyone, 'Een zaal vol ondernemers')).toBe(true);
  await expectAccessible(anyone);
});

it('a municipality is told why people could not read its colour, and puts another and its logo', async () => {
  const page = await browser.open({ ...phone, javaScriptEnabled: false });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${url}/gemeente/contact`);
  await page.getByLabel(t.colours.onLight).fill('#ffd200');
  await named(page, t.colours.save).click();
  await page
    .getByText(/Het contrast is 1,4 op 1, en 4,5 op 1 is nodig/)
    .first()
    .waitFor();
  expect(await page.getByLabel(t.colours.onLight).inputValue()).toBe('#ffd200');
  await page.getByLabel(t.colours.onLight).fill('#004699');
  await page.getByLabel(t.colours.onDark).fill('#8ab4f8');
  await named(page, t.colours.save).click();
  await page.getByText(t.colours.saved).waitFor();
  await page.getByLabel(t.logo.file).setInputFiles(logo);
  await page.getByLabel(t.logo.alt).fill('Gemeente Amstelveen');
  await named(page, t.logo.save).click();
  await page.getByText(t.logo.saved).waitFor();
  expect(await isSeen(page, 'Gemeente Amstelveen')).toBe(true);

  const operator = await browser.open(desktop);
  await signIn(operator, url, 'beheer@opkoers.example');
  await operator.goto(`${url}/beheer`);
  await operator.getByRole('link', { name: 'Amstelveen' }).first().click();
  expect(await operator.getByLabel(t.colours.onDark).inputValue()).toBe('#8ab4f8');
  expect(await isSeen(operator, 'Gemeente Amstelveen')).toBe(true);
  await expectAccessible(operator);
});

it('the sheet of colours has colours in it and nothing else', async () => {
  const sheet = await fetch(`${url}/kleuren/004699-8ab4f8.css`);
  expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(sheet.headers.get('cache-control')).toContain('immutable');
  expect(await sheet.text()).toContain('--opkoers-municipality-color:#8ab4f8');
  for (const name of ['x', '004699', '004699-8ab4f8}body{display:none', '004699-8AB4F8']) {
    expect((await fetch(`${url}/kleuren/${encodeURIComponent(name)}.css`)).status).toBe(404);
  }
});
