import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { codeIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const t = nl.access;

let cookies: { name: string; value: string; url: string }[];
beforeAll(async () => {
  const page = await browser.open({});
  await signIn(page, url, 'vad@opkoers.example');
  cookies = (await page.context().cookies()).map(({ name, value }) => ({ name, value, url }));
});
const [{ id: moduleId, title }] = await sql<[{ id: string; title: string }]>`
  select m.id, m.title from modules m join programmes p on p.id = m.programme_id
  join organisations o on o.id = m.organisation_id
  where p.slug = 'back-on-track' and o.slug = 'vad' order by m.slug limit 1`;
const date = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);

describe.each([
  ['without JavaScript on a desktop', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }],
  ['with JavaScript on a phone', { javaScriptEnabled: true, viewport: { width: 360, height: 740 } }],
])('a session from draft to a place in it, %s', (_, look) => {
  it('is refused as long as it is for members, published when it is for everyone, found and booked', async () => {
    // Looking for faults takes scripts of its own.
    const accessible = async (page: Page) => {
      if (look.javaScriptEnabled) await expectAccessible(page);
    };
    const page = await browser.open(look);
    await page.context().addCookies(cookies);
    await page.goto(`${url}/organisatie`);
    await page.getByRole('link', { name: t.form.link }).click();
    await page.getByLabel(t.form.module).selectOption(moduleId);
    await page.getByRole('button', { name: t.form.save }).click();
    await accessible(page);
    expect(await page.getByRole('alert').textContent()).toContain(
      nl.problems.field({ name: 'date', code: 'invalid' }),
    );

    await page.locator('#date').fill(date);
    await page.locator('#startTime').fill('19:30');
    await page.locator('#venueId').selectOption({ index: 1 });
    await page.getByText(t.form.who).click();
    await page.getByLabel(t.form.membersOnly).check();
    await page.locator('#memberPrice').fill('12,345');
    await page.getByRole('button', { name: t.form.save }).click();
    await page
      .getByRole('link', { name: nl.problems.field({ name: 'memberPrice', code: 'invalid' }) })
      .waitFor();
    expect(await page.locator('#memberPrice').inputValue()).toBe('12,345');
    await page.locator('#memberPrice').fill('€ 1.262,50');
    await page.getByRole('button', { name: t.form.save }).click();
    await page.waitForURL('**/concept?bewaard');
    await accessible(page);
    expect(await page.locator('#memberPrice').inputValue()).toBe('1.262,50');
    const id = /sessies\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    expect((await fetch(`${url}/sessies/${id}`)).status).toBe(404);

    await page.getByRole('button', { name: t.draft.publish }).click();
    const refusal = await page.getByRole('alert').textContent();
    expect(refusal).toContain('Alleen leden mogen boeken. ');
    expect(refusal).toContain('Zet de sessie open voor iedereen');
    await accessible(page);
    await page.getByLabel(t.form.everyone).check();
    await page.locator('#memberPrice').fill('');
    await page.getByRole('button', { name: t.form.save }).click();
    await page.waitForURL('**/concept?bewaard');
    await page.getByRole('button', { name: t.draft.publish }).click();
    await page.getByText(t.draft.published).waitFor();
    await page.getByRole('link', { name: t.box.title }).click();
    await page.getByText(t.box.open).waitFor();
    await accessible(page);

    const entrepreneur = await browser.open(look);
    await entrepreneur.goto(`${url}/aanbod?zoek=${encodeURIComponent(title)}`);
    await entrepreneur.locator(`a[href$="/sessies/${id}"]`).first().click();
    await entrepreneur.getByText(t.public.open).waitFor();
    await entrepreneur.getByRole('link', { name: nl.session.register }).click();
    const email = `nieuw-${look.viewport.width}@voorbeeld.example`;
    await entrepreneur.getByLabel(nl.registration.form.name).fill('Noor Jansen');
    await entrepreneur.getByLabel(nl.registration.form.email).fill(email);
    expect(await entrepreneur.getByText(/Bent u lid/).count()).toBe(0);
    await entrepreneur.getByRole('button', { name: nl.registration.form.send }).click();
    const mail = await mailTo(url, email, /./);
    await entrepreneur.locator('main input[name=code]').fill(codeIn(mail));
    await entrepreneur.locator('main form:has(input[name=code]) button').click();
    await entrepreneur.getByText(/Bent u lid van/).waitFor();
    await accessible(entrepreneur);
    await entrepreneur.getByLabel(t.membership.notMember).check();
    await entrepreneur.getByRole('button', { name: t.membership.send }).click();
    await entrepreneur.getByText(t.membership.done).waitFor();
    const [row] = await sql`select membership from registrations where session_id = ${id}`;
    expect(row).toEqual({ membership: 'not-member' });
  });
});

describe('the other pages', () => {
  it('a list of members is pasted, and only its size can be read back', async () => {
    const page = await browser.open({});
    await page.context().addCookies(cookies);
    await page.goto(`${url}/organisatie/leden`);
    await page
      .getByLabel(t.roster.paste)
      .fill('Bakkerij; 6959 9084; Bakker@Voorbeeld.example\nnaam zonder nummer');
    await page.getByRole('button', { name: t.roster.send }).click();
    await page.getByText(t.roster.done(2)).waitFor();
    await page.getByText(t.roster.skipped(1)).waitFor();
    await expectAccessible(page);
    expect(await page.content()).not.toContain('69599084');
    await page.getByRole('button', { name: t.roster.send }).click();
    await page.getByRole('alert').waitFor();
  });

  it('who makes a session sees what the municipality pays, and hears when there is no money for it', async () => {
    const set = (cents: number) => sql`update programme_contributions set cents = ${cents}`;
    await set(60_000_00);
    const page = await browser.open({ javaScriptEnabled: false });
    await page.context().addCookies(cookies);
    await page.goto(`${url}/organisatie/sessies/nieuw`);
    await page.getByText(nl.contributions.own.set).waitFor();
    expect(await page.locator('main').textContent()).toContain('€\u00a060.000');
    await page.getByLabel(t.form.module).selectOption(moduleId);
    await page.locator('#date').fill(date);
    await page.locator('#startTime').fill('10:00');
    await page.locator('#venueId').selectOption({ index: 1 });
    await page.getByRole('button', { name: t.form.save }).click();
    await page.getByText(nl.contributions.own.one('€\u00a060.000', '€\u00a072.600')).first().waitFor();
    await page.getByRole('button', { name: t.draft.publish }).click();
    const refusal = await page.getByRole('alert').textContent();
    expect(refusal).toContain(nl.problems.of('budget-full')!.title);
    expect(refusal).toContain(nl.contributions.own.full('€\u00a060.000'));
    await set(1_000_00);
    await page.getByRole('button', { name: t.draft.publish }).click();
    await page.getByText(t.draft.published).waitFor();
    await page.getByText(nl.contributions.own.one('€\u00a01.000', '€\u00a01.210')).first().waitFor();
  });

  it('a session is copied to another date', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    await page.context().addCookies(cookies);
    const [{ id }] = await sql<
      [{ id: string }]
    >`select id from sessions where module_id = ${moduleId} and status = 'scheduled' limit 1`;
    await page.goto(`${url}/organisatie/sessies/${id}`);
    await page.getByRole('link', { name: t.copy.title }).click();
    await page.locator('#date').fill(date);
    await page.getByRole('button', { name: t.copy.button }).click();
    await page.waitForURL('**/concept?bewaard');
    await page.getByText(t.draft.delete).click();
    await page.getByRole('button', { name: t.draft.deleteButton }).click();
    await page.waitForURL('**/organisatie');
  });

  it('the municipality sees the same of a whole quarter', async () => {
    const page = await browser.open({});
    await signIn(page, url, 'gemeente@opkoers.example');
    const [quarter] = await sql<[{ ordinal: number }]>`
      select q.ordinal from programme_quarters q join programmes p on p.id = q.programme_id
      where p.slug = 'back-on-track' and current_date between q.starts_on and q.ends_on`;
    await page.goto(`${url}/gemeente/back-on-track/${quarter.ordinal}/openstelling`);
    await page.getByText(t.quarter.how).waitFor();
    await expectAccessible(page);
  });
});
