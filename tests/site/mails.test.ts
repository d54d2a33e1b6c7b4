import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { everyMail, registration } from '../rules/emails-facts.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';

// MAIL_PICTURES names a folder to keep the pictures of every look in; a test run only sees that they can be made, and each
// width and colour once in each language.
const folder = process.env.MAIL_PICTURES ?? join(inject('run').folder, 'mails');
mkdirSync(folder, { recursive: true });

const browser = await testBrowser();
const looks = [360, 800].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);
const long = 'Hottentottententententoonstellingen'.repeat(6);
const longFacts = {
  ...registration,
  recipient: { name: long, email: 'noor@example.com' },
  session: { ...registration.session, title: long, organisers: [long], leader: long },
  sender: { ...registration.sender, names: [long], creditLine: long },
};

const looksOf = (locale: 'nl' | 'en') =>
  process.env.MAIL_PICTURES
    ? looks
    : looks.filter(({ viewport, colorScheme }) => {
        const isPlain = (viewport.width === 360) === (colorScheme === 'light');
        return isPlain === (locale === 'nl');
      });

describe.each(['nl', 'en'] as const)('every mail in %s', (locale) => {
  it.each(looksOf(locale))('looks right and is accessible in %o', async (look) => {
    const page = await browser.open(look);
    for (const [kind, { html }] of Object.entries(everyMail(registration, locale))) {
      await page.setContent(html);
      await expectAccessible(page);
      const file = join(folder, `${kind}-${locale}-${look.viewport.width}-${look.colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      expect(statSync(file).size, kind).toBeGreaterThan(10_000);
    }
  });
});

it('long words do not push a mail off a phone', async () => {
  const page = await browser.open({ viewport: { width: 320, height: 700 } });
  for (const [kind, { html }] of Object.entries(everyMail(longFacts, 'nl'))) {
    await page.setContent(html);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), kind).toBe(true);
  }
});

it('the dark colours are used, and without styles the words remain', async () => {
  const page = await browser.open({ colorScheme: 'dark' });
  const { html, text } = everyMail(registration, 'nl').confirmed;
  await page.setContent(html);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(15, 23, 22)');
  await page.setContent(html.replace(/<style>.*?<\/style>/s, '').replace(/ style="[^"]*"/g, ''));
  const words = (value: string) => value.replace(/[\s:·=\u00a0-]+/g, ' ').trim();
  expect(words(String(await page.evaluate('document.body.innerText')))).toBe(words(text));
});
