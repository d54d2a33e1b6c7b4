import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { codeIn, linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { SHIELDED } from '../support/reviews.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const phone = { viewport: { width: 360, height: 740 } };
const desktop = { viewport: { width: 1280, height: 900 } };
const plain = { ...phone, javaScriptEnabled: false };
const { form, held, decision } = nl.registration;
const { declaration, own, desk } = nl.reviews;
const motivation = 'U stuurde een uittreksel van KVK.\nUw bedrijf staat in Amsterdam.';

/** A session of Onderneemvaardig with room, which has a price. */
async function sessionWithRoom() {
  const [found] = await sql<{ id: string }[]>`
    select s.id from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
    where p.slug = 'onderneemvaardig' and s.status = 'scheduled' and s.starts_at > now() + interval '2 days'
      and s.booking_opens_at < now() and s.booking_closes_at > now() and s.seats_taken < s.capacity - 1
      and m.price_ex_vat_cents > 0 order by s.starts_at, s.id limit 1`;
  return found!.id;
}

async function fillIn(page: Page, email: string, kvkNumber: string) {
  await page.goto(`${url}/sessies/${await sessionWithRoom()}/aanmelden`);
  await page.getByLabel(form.name).fill('Ilse de Vries');
  await page.getByLabel(form.email).fill(email);
  await page.getByLabel(form.kvkNumber).fill(kvkNumber);
}

async function confirm(page: Page, email: string) {
  await page.getByLabel(held.code).fill(codeIn(await mailTo(url, email, /./)));
  await page.getByRole('button', { name: held.send }).click();
  await page.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();
}

it('a shielded address: the place is kept, the entrepreneur explains, the municipality approves and everyone reads why', async () => {
  const email = 'afgeschermd@voorbeeld.example';
  const page = await browser.open(phone);
  await fillIn(page, email, SHIELDED);
  await page.getByLabel(declaration.yes).check();
  await page.getByLabel(declaration.some).check();
  await page.getByLabel(declaration.amount).fill('weet niet');
  await page.getByRole('button', { name: form.send }).click();
  await page
    .getByRole('link', { name: nl.problems.field({ name: 'deMinimisCents', code: 'invalid' }) })
    .waitFor();
  expect(await page.getByLabel(declaration.amount).inputValue()).toBe('weet niet');
  expect(await page.getByLabel(declaration.yes).isChecked()).toBe(true);
  await page.getByLabel(declaration.amount).fill('€ 60.000,=');
  await page.getByRole('button', { name: form.send }).click();
  await confirm(page, email);

  await page.getByText(decision.needsReview).waitFor();
  await page.getByText(own.underReview).waitFor();
  await page.getByText(own.explain).click();
  await page.getByLabel(own.explanation).fill('Mijn adres is afgeschermd.\nIk werk in Amsterdam.');
  await page.getByRole('button', { name: own.sendExplanation }).click();
  await page.getByText(own.done).waitFor();
  await page.getByText('Ik werk in Amsterdam.').waitFor();
  await expectAccessible(page);
  const own_ = page.url();

  const staff = await browser.open(desktop);
  await signIn(staff, url, 'gemeente-amsterdam@opkoers.example');
  await staff.goto(`${url}/gemeente/onderneemvaardig/beoordelingen`);
  await expectAccessible(staff);
  const ilse = staff.getByRole('link', { name: 'Ilse de Vries' });
  // What waits longest comes first, so the newest may be on a later page.
  while ((await ilse.count()) === 0) await staff.getByRole('link', { name: desk.more }).first().click();
  await ilse.click();
  await staff.getByRole('heading', { level: 1, name: 'Ilse de Vries' }).waitFor();
  for (const seen of [SHIELDED, nl.reviews.saw.addressShielded, 'Mijn adres is afgeschermd.', /60\.000/]) {
    await staff.getByText(seen).first().waitFor();
  }
  await expectAccessible(staff);
  await staff.getByLabel(desk.approve).check();
  await staff.getByRole('button', { name: desk.save }).click();
  const missing = nl.problems.field({ name: 'motivation', code: 'required' });
  await staff.getByRole('link', { name: missing }).waitFor();
  expect(await staff.getByLabel(desk.approve).isChecked()).toBe(true);
  await staff.getByLabel(desk.motivation).fill(motivation);
  await staff.getByRole('button', { name: desk.save }).click();
  await staff.getByText(desk.savedTitle).waitFor();
  await staff
    .getByRole('row', { name: /Ilse de Vries/ })
    .getByText(desk.outcomes.approved)
    .waitFor();

  const mail = await mailTo(url, email, /^Uitkomst/);
  expect(mail.text).toContain('De gemeente betaalt mee');
  expect(mail.text).toContain('Uw bedrijf staat in Amsterdam.');
  const fromMail = await browser.open(phone);
  await fromMail.goto(linkIn(mail, '/aanmeldingen/'));
  for (const shown of [fromMail, page]) {
    if (shown === page) await page.goto(own_);
    await shown.getByText(decision.eligible).waitFor();
    await shown.getByText('Uw bedrijf staat in Amsterdam.').waitFor();
    expect(await shown.getByText(own.underReview).count()).toBe(0);
  }
});

it('a declaration that was left for later is asked on the page of the booking, in English too', async () => {
  const email = 'later@voorbeeld.example';
  const page = await browser.open(plain);
  await fillIn(page, email, '68750110');
  await page.getByRole('button', { name: form.send }).click();
  await confirm(page, email);
  await page.getByRole('link', { name: declaration.fill }).first().click();
  await page.goto(page.url().replace(url, `${url}/en`));
  const words = en.reviews.declaration;
  await page.getByLabel(words.yes).check();
  await page.getByLabel(words.none).check();
  await page.getByRole('button', { name: words.send }).click();
  await page.getByText(words.saved).waitFor();
  await page.getByText(en.registration.decision.eligible).waitFor();
  await page.getByText(words.change).click();
  expect(await page.getByLabel(words.none).isChecked()).toBe(true);
});

it('who is no staff of the municipality sees no queue', async () => {
  const page = await browser.open(phone);
  await signIn(page, url, 'gemeente@opkoers.example');
  const answer = await page.goto(`${url}/gemeente/onderneemvaardig/beoordelingen`);
  expect(answer!.status()).toBe(404);
  const other = await browser.open(phone);
  await signIn(other, url, 'ondernemer@opkoers.example');
  expect((await other.goto(`${url}/gemeente/onderneemvaardig/beoordelingen`))!.status()).toBe(403);
});
