import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const looks = [
  ['without JavaScript on a desktop', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }],
  ['with JavaScript on a phone', { javaScriptEnabled: true, viewport: { width: 360, height: 740 } }],
] as const;
type Look = (typeof looks)[number][1];
let cookies: { name: string; value: string; url: string }[];
beforeAll(async () => {
  const rules = [
    { kind: 'programmeRunning' },
    { kind: 'kvkNumber', required: true },
    { kind: 'notPaidForModule' },
    { kind: 'capPerEntrepreneur', max: 6, unit: 'count', period: { per: 'programme' } },
  ];
  await sql`update rule_sets set rules = ${sql.json(rules)}
    where programme_id = (select id from programmes where slug = 'onderneemvaardig')`;
  await sql`update programmes set de_minimis = 'under-investigation' where slug = 'onderneemvaardig'`;
  const page = await browser.open({});
  await signIn(page, url, 'gemeente-amsterdam@opkoers.example');
  cookies = (await page.context().cookies()).map(({ name, value }) => ({ name, value, url }));
});
async function open(look: Look, path: string, asStaff = true) {
  const page = await browser.open(look);
  if (asStaff) await page.context().addCookies(cookies);
  const answer = await page.goto(url + path);
  expect(answer!.status()).toBe(200);
  return page;
}
// Axe is a script, so it sees nothing where scripts are off.
const check = async (look: Look, page: Page) => look.javaScriptEnabled && expectAccessible(page);
const versions = async () =>
  sql<{ version: number; rules: { kind: string }[] }[]>`select s.version, s.rules from rule_sets s
    join programmes p on p.id = s.programme_id where p.slug = 'onderneemvaardig' order by s.version desc`;

describe.each(looks)('a civil servant, %s', (_, look) => {
  const t = nl.rules;
  const kind = look.javaScriptEnabled ? 'businessActive' : 'establishedInArea';
  const { title } = t.kind(kind);

  it('adds a rule, looks at what it changes, and saves it', async () => {
    const before = (await versions())[0]!;
    const page = await open(look, '/gemeente/onderneemvaardig/regels');
    await check(look, page);
    await page.getByRole('link', { name: t.change }).click();
    await page.getByLabel(t.edit.addKind).selectOption(kind);
    await page.getByRole('button', { name: t.edit.addButton, exact: true }).click();
    await page.getByText(t.edit.added(title)).waitFor();
    const preview = page.getByRole('button', { name: t.edit.preview, exact: true });
    await page
      .getByRole('group', { name: t.kind('capPerEntrepreneur').title })
      .getByLabel(t.fields.max.label)
      .fill('0');
    if (kind === 'establishedInArea') {
      await page.getByLabel(t.fields.places.label).fill('Amsterdam\n1012 AB');
      await page.getByLabel(t.fields.postcodes.label).fill('niet');
    }
    await preview.click();
    await page.locator('#error-summary-title').waitFor();
    expect(await page.getByText(t.preview.title, { exact: true }).count()).toBe(0);
    const faults = page.locator('[aria-invalid=true]');
    expect(await faults.count()).toBe(kind === 'establishedInArea' ? 3 : 1);
    await check(look, page);

    await faults.first().fill('5');
    if (kind === 'establishedInArea') {
      expect(await page.getByLabel(t.fields.places.label).inputValue()).toBe('Amsterdam\n1012 AB');
      await page.getByLabel(t.fields.places.label).fill('Amsterdam\nWeesp');
      await page.getByLabel(t.fields.postcodes.label).fill('');
    }
    await preview.click();
    await page.getByRole('heading', { name: t.preview.title }).waitFor();
    await check(look, page);
    expect((await versions())[0]).toEqual(before);

    // Nobody saves what was not looked at.
    await page
      .getByRole('group', { name: t.kind('capPerEntrepreneur').title })
      .getByLabel(t.fields.max.label)
      .fill('6');
    await page.getByRole('button', { name: t.preview.saveButton }).click();
    await page.getByText(t.edit.changedSince).waitFor();
    expect((await versions())[0]).toEqual(before);

    await page.getByLabel(t.preview.validFrom).fill('2020-01-01');
    await page.getByRole('button', { name: t.preview.saveButton }).click();
    await page.getByRole('link', { name: t.errors.validFrom! }).waitFor();
    const today = (await sql`select (now() at time zone 'Europe/Amsterdam')::date::text as on`)[0]!
      .on as string;
    await page.getByLabel(t.preview.validFrom).fill(today);
    await page.getByRole('button', { name: t.preview.saveButton }).click();
    await page.getByText(t.saved(before.version + 1)).waitFor();
    await check(look, page);
    const [newest] = await versions();
    expect(newest!.version).toBe(before.version + 1);
    expect(newest!.rules.map((rule) => rule.kind)).toEqual([...before.rules.map((rule) => rule.kind), kind]);
  });

  it('removes a rule from the form, and leaves without saving', async () => {
    const before = await versions();
    const page = await open(look, '/gemeente/onderneemvaardig/regels?wijzigen');
    const gone = t.kind('notPaidForModule').title;
    await page.getByRole('button', { name: t.edit.removeLabel(gone, 3) }).click();
    await page.getByText(t.edit.removed(gone)).waitFor();
    await page.getByRole('link', { name: t.edit.cancel }).click();
    await page.getByText(gone).first().waitFor();
    expect(await versions()).toEqual(before);
  });

  it('adds a product; what is wrong is said at the field', async () => {
    const p = nl.products;
    const page = await open(look, '/gemeente/onderneemvaardig/producten');
    await check(look, page);
    await page.locator('a[href$="?wijzigen"]').click();
    const at = look.javaScriptEnabled ? 1 : 0;
    if (at > 0) await page.getByRole('button', { name: p.edit.addButton }).click();
    const field = (name: string) => page.locator(`#product-${at}-${name}`);
    await field('name').fill(`Coachgesprek ${at}`);
    await field('priceCents').fill('duur');
    await page.getByRole('button', { name: p.edit.save, exact: true }).click();
    await page.getByRole('link', { name: p.edit.atProduct(at + 1, p.errors.priceCents!) }).waitFor();
    expect(await field('priceCents').inputValue()).toBe('duur');
    await check(look, page);
    await field('priceCents').fill('€60.000,=');
    await field('hours').fill('1,5');
    await page.getByRole('button', { name: p.edit.save, exact: true }).click();
    await page.getByText(p.saved).waitFor();
    await check(look, page);
    const stored =
      await sql`select code, price_cents, minutes from products where code = ${`coachgesprek-${at}`}`;
    expect([...stored]).toEqual([{ code: `coachgesprek-${at}`, price_cents: 60_000_00, minutes: 90 }]);
  });
});

describe.each(looks)('an entrepreneur without an account, %s', (_, look) => {
  const t = nl.whatIf;
  const session = async () =>
    (
      await sql<{ id: string }[]>`select s.id from sessions s join modules m on m.id = s.module_id
        join programmes p on p.id = m.programme_id where p.slug = 'onderneemvaardig' and m.price_ex_vat_cents > 0
        and s.status = 'scheduled' and s.seats_taken < s.capacity and s.booking_opens_at < now()
        and s.booking_closes_at > now() + interval '1 day' order by s.starts_at limit 1`
    )[0]!.id;

  it('sees on the page of a session what it would cost, and why', async () => {
    const id = await session();
    const page = await open(look, `/sessies/${id}`, false);
    await page.getByText(t.title, { exact: true }).click();
    const number = page.getByLabel(t.kvkNumber, { exact: true });
    await number.fill('123');
    await page.getByRole('button', { name: t.button }).click();
    await page.locator('#kvkNumber-error', { hasText: t.wrong }).waitFor();
    expect(await number.inputValue()).toBe('123');
    await check(look, page);
    // The rule on the area was saved above.
    await number.fill(' 9000 39 42 ');
    await page.getByRole('button', { name: t.button }).click();
    await page.getByText(t.answer('90003942')).waitFor();
    await page.getByText(nl.registration.decision.notEligible).waitFor();
    await page.getByText('Uw bedrijf zit niet in het gebied van dit programma (Amsterdam, Weesp).').waitFor();
    expect(page.url()).toBe(`${url}/sessies/${id}#kosten`);
    await check(look, page);
  });

  it('sees it on the form before booking, and keeps what was typed', async () => {
    const id = await session();
    const before = await sql`select count(*)::int as n from registrations`;
    const page = await open(look, `/en/sessies/${id}/aanmelden`, false);
    await page.getByLabel(en.registration.form.name).fill('Noor');
    await page.getByLabel(en.registration.form.kvkNumber).fill('69599068');
    await page.getByRole('button', { name: en.whatIf.first }).click();
    await page.getByText(en.whatIf.answer('69599068')).waitFor();
    await page.getByText(en.registration.decision.eligible).waitFor();
    expect(await page.getByLabel(en.registration.form.name).inputValue()).toBe('Noor');
    await check(look, page);
    await page.getByLabel(en.registration.form.email).fill('geen adres');
    await page.getByRole('button', { name: en.registration.form.send, exact: true }).click();
    await page.locator('#email-error').waitFor();
    await page.getByText(en.whatIf.answer('69599068')).waitFor();
    expect(await sql`select count(*)::int as n from registrations`).toEqual(before);
  });
});

it('staff of Deventer see the package, the limits and what was promised', async () => {
  const page = await browser.open({});
  await signIn(page, url, 'gemeente-deventer@opkoers.example');
  await page.goto(`${url}/gemeente/actieplan-coaching-ondernemers/producten`);
  const text = (await page.locator('main').innerText()).replace(/\s/g, ' ');
  expect(text).toMatch(/Het hele pakket, 5 producten 16 € 1\.262,50/);
  expect(text).toContain('350 ondernemers keer € 1.262,50 voor het hele pakket is € 441.875.');
  expect(text).toContain('Dat is 2,2 keer het budget van € 200.000.');
  expect(text).toContain('Prijs, btw niet bekend');
  expect(text).toMatch(/\b[1-9]\d* van 350\b/);
  expect(text).toMatch(/\b[1-9]\d* van 30\b/);
  await expectAccessible(page);
});

it('who is not of the municipality sees none of it', async () => {
  const page = await browser.open({});
  await signIn(page, url, 'vad@opkoers.example');
  for (const path of ['regels', 'regels?wijzigen', 'producten']) {
    const answer = await page.goto(`${url}/gemeente/onderneemvaardig/${path}`);
    expect(answer!.status()).toBe(403);
  }
  const other = await browser.open({});
  await signIn(other, url, 'gemeente@opkoers.example');
  const answer = await other.goto(`${url}/gemeente/onderneemvaardig/regels`);
  expect(answer!.status()).toBe(404);
});
