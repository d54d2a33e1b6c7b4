import { vi } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import type { Page } from './browser.ts';
import { codeIn, mailsTo } from './mailbox.ts';

/** Signs in as a person would: with the code of the mail that this request sends. */
export async function signIn(page: Page, url: string, email: string) {
  // Reminders and overviews may arrive at any moment.
  const asked = async () =>
    (await mailsTo(url, email)).filter(({ subject }) => /^(Inloggen|Sign in)/.test(subject));
  const before = (await asked()).length;
  await page.goto(`${url}/inloggen`);
  await page.getByLabel(nl.signIn.email).fill(email);
  await page.getByRole('button', { name: nl.signIn.send }).click();
  await page.waitForURL('**/inloggen/code**');
  const mail = await vi.waitFor(
    async () => {
      const mails = await asked();
      if (mails.length <= before) throw new Error(`No new mail to ${email}`);
      return mails[0]!;
    },
    { timeout: 20_000, interval: 250 },
  );
  await page.getByLabel(nl.signIn.code.label).fill(codeIn(mail));
  await page.getByRole('button', { name: nl.signIn.code.submit }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/inloggen'));
}
