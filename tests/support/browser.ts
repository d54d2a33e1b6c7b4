import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { launchOptions } from './chromium.ts';

export type { Page } from 'playwright-core';

/** A browser for this test file, closed after it. Call it at the top of the file. */
export async function testBrowser() {
  const browser = await chromium.launch(launchOptions());
  const complaints: string[] = [];
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0), 'complaints of the browser').toEqual([]);
  });
  afterAll(() => browser.close());
  return { open: (options: BrowserContextOptions) => open(browser, options, complaints) };
}

/** A page in a context of its own, so without cookies. What the browser complains about fails the test. */
async function open(browser: Browser, options: BrowserContextOptions, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A page that is meant to be a 400 or 404 is not a complaint; a file that it misses is.
    const isPageItself = message.location().url === page.url();
    if (message.type() === 'error' && !isPageItself)
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  return page;
}
