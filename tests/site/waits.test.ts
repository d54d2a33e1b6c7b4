import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { codeIn, linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const { waits: t, form } = nl.registration;

it('who waits chooses other dates to wait for on the page of the mail, without JavaScript', async () => {
  const [found] = await sql<{ ids: string[] }[]>`
    select (array_agg(s.id order by s.starts_at))[1:2] as ids from sessions s
    where s.status = 'scheduled' and s.starts_at > now() + interval '2 days' and s.booking_opens_at < now()
      and s.booking_closes_at > now() and s.has_waitlist
    group by s.module_id having count(*) > 1 order by min(s.starts_at), s.module_id limit 1`;
  const [first, second] = found!.ids as [string, string];
  await sql`update sessions set capacity = greatest(seats_taken, 1), seats_taken = greatest(seats_taken, 1)
    where id in ${sql(found!.ids)}`;

  const email = 'wacht@voorbeeld.example';
  const page = await browser.open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(`${url}/sessies/${first}/aanmelden`);
  await page.getByLabel(form.name).fill('Bo de Wit');
  await page.getByLabel(form.email).fill(email);
  await page.getByRole('button', { name: form.sendQueue }).click();
  const code = codeIn(await mailTo(url, email, /^Bevestig dat u wilt wachten/));
  await page.getByLabel(nl.registration.held.code).fill(code);
  await page.getByRole('button', { name: nl.registration.asksToWait.send }).click();
  const link = linkIn(await mailTo(url, email, /^Wachtlijst/), '/aanmeldingen/');
  const waitsFor = async () =>
    (
      await sql`select w.session_id from waits w join registrations r on r.id = w.registration_id
      join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id
      where a.email = ${email}`
    ).map((row) => row.session_id as string);

  await page.goto(link);
  await page.getByText(t.open).click();
  const dateOf = (id: string) => page.locator(`main input[value="${id}"]`);
  expect(await dateOf(first).isChecked()).toBe(true);
  await dateOf(second).check();
  await page.getByRole('button', { name: t.send }).click();
  await page.getByText(t.done).waitFor();
  expect((await waitsFor()).toSorted()).toEqual([first, second].toSorted());

  await page.getByText(t.open).click();
  await dateOf(first).uncheck();
  await page.getByRole('button', { name: t.send }).click();
  await page.getByText(t.done).waitFor();
  expect(await waitsFor()).toEqual([second]);

  await page.getByText(t.open).click();
  await dateOf(second).uncheck();
  await page.getByRole('button', { name: t.send }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: nl.problems.field({ name: 'sessionIds', code: 'required' }) })
    .waitFor();
  expect(await waitsFor()).toEqual([second]);

  const scripted = await browser.open({ viewport: { width: 360, height: 740 } });
  await scripted.goto(link);
  await scripted.getByText(t.open).click();
  await expectAccessible(scripted);
});
