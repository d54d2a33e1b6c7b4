import { vi } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import type { Page } from './browser.ts';
import { codeIn, mailsTo } from './mailbox.ts';

/** Signs in as a person would: with the code of the mail that this request sends. */
export async function signIn(page: Page, url: string, email: string) {
  const before = (await mailsTo(url, email)).length;
  await page.goto(`${url}/inloggen`);
  await page.getByLabel(nl.signIn.email).fill(email);
  await page.getByRole('button', { name: nl.signIn.send }).click();
  await page.waitForURL('**/inloggen/code**');
  const mail = await vi.waitFor(
    async () => {
      const mails = await mailsTo(url, email);
      if (mails.length <= before) throw new Error(`No new mail to ${email}`);
      return mails[0]!;
    },
    { timeout: 20_000, interval: 250 },
  );
  await page.getByLabel(nl.signIn.code.label).fill(codeIn(mail));
  await page.getByRole('button', { name: nl.signIn.code.submit }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/inloggen'));
}
