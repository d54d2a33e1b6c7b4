import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { mailsTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const registrations = async (name: string) =>
  (await sql`select count(*)::int as n from registrations where name = ${name}`)[0]!.n as number;
const keyOn = (page: Page) => page.locator('main input[name=formKey]').first().inputValue();
const send = async (page: Page, form: Record<string, string>) =>
  (
    await page.context().request.post(page.url(), { headers: { origin: url }, form, maxRedirects: 0 })
  ).status();

describe('the form for someone who came without booking', () => {
  const { name, submit } = nl.organisation.list.door;
  const button = (page: Page) => page.getByRole('button', { name: submit });

  async function openList(options = {}) {
    const [session] = await sql<{ id: string }[]>`
      select s.id from sessions s join session_organisers o on o.session_id = s.id
        join organisations a on a.id = o.organisation_id
      where a.slug = 'vad' and s.status = 'scheduled' and s.ends_at < now() order by s.starts_at desc limit 1`;
    const page = await browser.open(options);
    await signIn(page, url, 'vad@opkoers.example');
    await page.goto(`${url}/organisatie/sessies/${session!.id}`);
    return page;
  }

  it.each([true, false])(
    'makes one person of a double click, with JavaScript: %j',
    async (javaScriptEnabled) => {
      const page = await openList({ javaScriptEnabled });
      const who = `Dubbele Klik ${javaScriptEnabled}`;
      await page.getByLabel(name).fill(who);
      const key = await keyOn(page);
      const sent: string[] = [];
      page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
      await button(page).dblclick();
      await page.waitForURL('**opgeslagen=deur');
      if (javaScriptEnabled) expect(sent).toHaveLength(1);
      expect(await registrations(who)).toBe(1);
      expect(await keyOn(page)).not.toBe(key);
    },
  );

  it('makes one person when it is sent again later', async () => {
    const page = await openList();
    const form = { formKey: await keyOn(page), intent: 'door', name: 'Nog Eens', membership: 'unknown' };
    expect([await send(page, form), await send(page, form)]).toEqual([303, 303]);
    expect(await registrations('Nog Eens')).toBe(1);
  });

  it('asks before it takes another name with a key that was used, and then does', async () => {
    const page = await openList();
    const key = await keyOn(page);
    const first = { formKey: key, intent: 'door', name: 'Eerste Naam', membership: 'unknown' };
    expect(await send(page, first)).toBe(303);
    await page.locator('main input[name=formKey]').evaluate((input: HTMLInputElement, value) => {
      input.value = value;
    }, key);
    await page.getByLabel(name).fill('Tweede Naam');
    await button(page).click();
    await page.getByText(nl.problems.of('idempotency-key-reused').title).waitFor();
    expect(await registrations('Tweede Naam')).toBe(0);
    await button(page).click();
    await page.waitForURL('**opgeslagen=deur');
    expect([await registrations('Eerste Naam'), await registrations('Tweede Naam')]).toEqual([1, 1]);
  });

  it('negative control: without its key, sending it twice makes two', async () => {
    const page = await openList();
    const form = { intent: 'door', name: 'Zonder Sleutel', membership: 'unknown' };
    await send(page, form);
    await send(page, form);
    expect(await registrations('Zonder Sleutel')).toBe(2);
  });
});

describe('the form to book', () => {
  it('books and mails once when it is sent twice, and keeps its key when it was refused', async () => {
    const [session] = await sql<{ id: string }[]>`
      select id from sessions where status = 'scheduled' and starts_at > now() + interval '1 day'
        and booking_opens_at < now() and booking_closes_at > now() and seats_taken < capacity - 2 limit 1`;
    const page = await browser.open({});
    await page.goto(`${url}/sessies/${session!.id}/aanmelden`);
    const form = page.url();
    const key = await keyOn(page);
    await page.getByLabel(nl.registration.form.name).fill('Noor Tweemaal');
    await page.getByRole('button', { name: nl.registration.form.send }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await keyOn(page)).toBe(key);
    await page.getByLabel(nl.registration.form.email).fill('tweemaal@voorbeeld.example');
    await page.getByRole('button', { name: nl.registration.form.send }).dblclick();
    await page.waitForURL('**/aanmeldingen/**');
    await page.goto(form);
    const values = {
      formKey: key,
      name: 'Noor Tweemaal',
      email: 'tweemaal@voorbeeld.example',
      kvkNumber: '',
    };
    expect(await send(page, values)).toBe(303);
    expect(await registrations('Noor Tweemaal')).toBe(1);
    await expect.poll(() => mailsTo(url, values.email), { timeout: 20_000 }).toHaveLength(1);
  });
});
