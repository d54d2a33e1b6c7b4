import { expect, it } from 'vitest';
import postgres from 'postgres';
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

it('the owner makes the links in mails useless on the page of the registration, without JavaScript', async () => {
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  const [row] = await sql<{ id: string }[]>`select r.id from registrations r
    join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id
    join sessions s on s.id = r.session_id
    where a.email = 'ondernemer@opkoers.example' and r.status = 'confirmed' and s.starts_at > now() limit 1`;
  await sql.end();
  const link = `${url}/aanmeldingen/${row!.id}/${manageToken(SECRET, row!.id)}`;
  const byLink = await browser.open({ javaScriptEnabled: false });
  const elsewhere: string[] = [];
  byLink.on('request', (request) => {
    if (new URL(request.url()).origin !== url) elsewhere.push(request.url());
  });
  await byLink.goto(link);
  await byLink.getByText(nl.registration.cancel.open).waitFor();
  expect(await byLink.getByText(nl.registration.links.open).count(), 'only for the owner').toBe(0);
  await byLink.waitForLoadState('networkidle');
  expect(elsewhere, 'a page with a token asks nothing of another site').toEqual([]);

  const page = await browser.open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(page, url, 'ondernemer@opkoers.example');
  await page.goto(`${url}/aanmeldingen/${row!.id}`);
  await page.getByText(nl.registration.links.open).click();
  await page.getByRole('button', { name: nl.registration.links.send }).waitFor();
  await page.getByRole('button', { name: nl.registration.links.send }).click();
  await page.getByText(nl.registration.links.done).waitFor();
  const scripted = await browser.open({ viewport: { width: 360, height: 740 } });
  await scripted.context().addCookies(await page.context().cookies());
  await scripted.goto(page.url());
  await scripted.getByText(nl.registration.links.open).click();
  await expectAccessible(scripted);
  expect((await fetch(link)).status).toBe(404);
  expect((await page.goto(`${url}/aanmeldingen/${row!.id}`))!.status(), 'the place is kept').toBe(200);
});
