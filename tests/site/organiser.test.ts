import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';
import { storedMails } from '../support/stored-mails.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const mails = storedMails(sql);
const t = nl.organisation;

/** Coming sessions of VAD on location in which people have a place, far enough ahead to change. */
const sessions = await sql<{ id: string; title: string; seats: number }[]>`
  select s.id, m.title, s.seats_taken as seats from sessions s join modules m on m.id = s.module_id
  join session_organisers o on o.session_id = s.id join organisations a on a.id = o.organisation_id
  where a.slug = 'vad' and s.status = 'scheduled' and s.delivery_mode = 'onLocation' and s.seats_taken > 1 and s.sequence = 0
    and s.starts_at > now() + interval '2 days' order by s.starts_at limit 4`;
const stored = async (id: string) => (await sql`select * from sessions where id = ${id}`)[0]!;
const cancellations = async () =>
  (
    await sql`select 1 from mailbox where subject like 'Gaat niet door:%' or subject like 'Will not take place:%'`
  ).length;

let cookies: { name: string; value: string; url: string }[];
beforeAll(async () => {
  const page = await browser.open({});
  await signIn(page, url, 'vad@opkoers.example');
  cookies = (await page.context().cookies()).map(({ name, value }) => ({ name, value, url }));
});
const looks = [
  ['without JavaScript on a desktop', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }],
  ['with JavaScript on a phone', { javaScriptEnabled: true, viewport: { width: 360, height: 740 } }],
] as const;
async function open(look: (typeof looks)[number][1], path: string) {
  const page = await browser.open(look);
  await page.context().addCookies(cookies);
  await page.goto(url + path);
  return page;
}

describe.each(looks)('an organiser, %s', (_, look) => {
  const index = look.javaScriptEnabled ? 1 : 0;
  const [one, other] = [sessions[index]!, sessions[index + 2]!];
  const address = `/organisatie/sessies/${one.id}`;
  // Axe is a script, so it sees nothing where scripts are off.
  const check = async (page: Page) => look.javaScriptEnabled && expectAccessible(page);
  const button = (name: string) => ({ name, exact: true });

  it('moves a session; what is wrong is said at the field', async () => {
    const page = await open(look, address);
    await page.getByText(t.change.moment, { exact: true }).click();
    await page.getByLabel(t.change.date).fill('2020-01-01');
    await page.getByRole('button', button(t.change.saveMoment)).click();
    await page.getByRole('link', { name: nl.problems.field({ name: 'date', code: 'in-past' }) }).waitFor();
    expect(await page.locator('#date[aria-invalid=true]').inputValue()).toBe('2020-01-01');
    await check(page);
    const day = `${new Date().getFullYear() + 1}-07-06`;
    await page.getByLabel(t.change.date).fill(day);
    await page.getByLabel(t.change.startTime).fill('19:30');
    await page.getByLabel(t.change.endTime).fill('21:00');
    await page.getByRole('button', button(t.change.saveMoment)).click();
    await page.getByText(t.change.done.moment).waitFor();
    await check(page);
    expect(await stored(one.id)).toMatchObject({
      starts_at: new Date(`${day}T17:30:00Z`),
      ends_at: new Date(`${day}T19:00:00Z`),
      sequence: 1,
    });
    await mails.settled();
  });

  it('changes the places, but not below what is taken', async () => {
    const page = await open(look, address);
    await page.getByText(t.change.places, { exact: true }).click();
    await page.getByLabel(t.change.capacity, { exact: true }).fill('1');
    await page.getByRole('button', button(t.change.savePlaces)).click();
    await page.getByText(t.change.atLeast(one.seats)).waitFor();
    await check(page);
    await page.getByLabel(t.change.capacity, { exact: true }).fill('99');
    await page.getByRole('button', button(t.change.savePlaces)).click();
    await page.getByText(t.change.done.places).waitFor();
    expect((await stored(one.id)).capacity).toBe(99);
  });

  it('turns chosen sessions to online, and back', async () => {
    const page = await open(look, '/organisatie');
    await page.getByText(t.switch.choose).first().click();
    await page.getByRole('button', button(t.switch.button)).click();
    await page
      .getByRole('link', { name: nl.problems.field({ name: 'sessionIds', code: 'required' }) })
      .waitFor();
    await check(page);
    for (const { id } of [one, other]) await page.locator(`input[value="${id}"]`).check();
    await page.getByRole('button', button(t.switch.button)).click();
    await page.getByText(t.switch.wentOnline(2)).waitFor();
    await check(page);
    expect(await stored(one.id)).toMatchObject({ delivery_mode: 'online', sequence: 2 });
    expect((await stored(other.id)).delivery_mode).toBe('online');

    const shown = await open(look, `/sessies/${other.id}`);
    await shown.getByText(nl.session.onlineTitle).waitFor();

    await page.locator(`input[value="${other.id}"]`).check();
    await page.getByRole('button', button(t.switch.backButton)).click();
    await page.getByText(t.switch.wentBack(1)).waitFor();
    expect((await stored(other.id)).delivery_mode).toBe('onLocation');

    const again = await open(look, address);
    await again.getByText(t.change.wentOnline).waitFor();
    await check(again);
    await again.getByRole('button', button(t.change.back)).click();
    await again.getByText(t.change.done.back).waitFor();
    expect((await stored(one.id)).delivery_mode).toBe('onLocation');
  });

  it('cancels a session after being asked, and everyone hears it', async () => {
    await mails.settled();
    const before = await cancellations();
    const people = await sql`select id from registrations where session_id = ${one.id}
      and status in ('held', 'confirmed', 'waitlisted', 'offered')`;
    const page = await open(look, address);
    await page.getByText(t.change.cancel, { exact: true }).click();
    await page.getByText(t.change.cancelQuestion(people.length)).waitFor();
    await page.getByRole('button', button(t.change.cancelButton)).click();
    await page.getByText(t.change.done.cancelled).waitFor();
    await check(page);
    expect(await stored(one.id)).toMatchObject({ status: 'cancelled', seats_taken: 0 });
    await mails.settled();
    expect((await cancellations()) - before).toBe(people.length);
  });
});
