import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { testBrowser } from '../support/browser.ts';
import { calendarIn, codeIn, linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };

/** Two dates of one module that have room and can still be cancelled. */
async function twoDates() {
  const [found] = await sql<{ ids: string[] }[]>`
    select (array_agg(s.id order by s.starts_at))[1:2] as ids from sessions s
    where s.status = 'scheduled' and s.starts_at > now() + interval '2 days' and s.booking_opens_at < now()
      and s.booking_closes_at > now() and s.seats_taken < s.capacity - 2
    group by s.module_id having count(*) > 1 order by min(s.starts_at), s.module_id limit 1`;
  return found!.ids;
}

it('a place moves to another date and back, on the page of the mail and on one’s own page, without JavaScript', async () => {
  const [first, second] = await twoDates();
  const email = 'ruilt@voorbeeld.example';
  const page = await browser.open(phone);
  await page.goto(`${url}/sessies/${first}/aanmelden`);
  await page.getByLabel(nl.registration.form.name).fill('Bo de Wit');
  await page.getByLabel(nl.registration.form.email).fill(email);
  await page.getByRole('button', { name: nl.registration.form.send }).click();
  const asked = await mailTo(url, email, /./);
  await page.getByLabel(nl.registration.held.code).fill(codeIn(asked));
  await page.getByRole('button', { name: nl.registration.held.send }).click();
  await page.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();
  const confirmed = await mailTo(url, email, /^Bevestiging/);
  const sessionOf = async () =>
    (
      await sql`select r.session_id from registrations r join entrepreneurs e on e.id = r.entrepreneur_id
      join accounts a on a.id = e.account_id where a.email = ${email}`
    )[0]!.session_id as string;

  const fromMail = await browser.open(phone);
  await fromMail.goto(linkIn(confirmed, '/aanmeldingen/'));
  await fromMail.getByText(nl.registration.swap.open).click();
  await fromMail.locator(`button[value="${second}"]`).click();
  await fromMail.getByText(nl.registration.swap.done).waitFor();
  expect(await sessionOf()).toBe(second);
  const moved = await mailTo(url, email, /^Verplaatst/);
  const uid = /UID:(.*)/.exec(calendarIn(confirmed))![1]!;
  expect(calendarIn(moved)).toContain(`UID:${uid}`);
  expect(calendarIn(moved)).toContain('METHOD:REQUEST');

  await page.goto(`${url}/en/mijn`);
  await page.getByText(en.registration.swap.open).click();
  await page.locator(`button[value="${first}"]`).click();
  await page.getByText(en.mine.done.swap).waitFor();
  expect(await sessionOf()).toBe(first);
});

it('says why when the other date has just become full, and the place stays', async () => {
  const [first, second] = await twoDates();
  const email = 'telaat@voorbeeld.example';
  const page = await browser.open(phone);
  await page.goto(`${url}/sessies/${first}/aanmelden`);
  await page.getByLabel(nl.registration.form.name).fill('Bo de Wit');
  await page.getByLabel(nl.registration.form.email).fill(email);
  await page.getByRole('button', { name: nl.registration.form.send }).click();
  await page.getByLabel(nl.registration.held.code).fill(codeIn(await mailTo(url, email, /./)));
  await page.getByRole('button', { name: nl.registration.held.send }).click();
  await page.getByText(nl.registration.swap.open).click();
  await sql`update sessions set capacity = seats_taken where id = ${second!}`;
  await page.locator(`button[value="${second}"]`).click();
  await page.getByText(nl.problems.of('session-full').title).waitFor();
  await page.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();
});
