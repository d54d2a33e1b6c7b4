import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { codeIn, linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const phone = { viewport: { width: 360, height: 740 } };
const { form, held, decision } = nl.registration;
const { declaration, number, desk } = nl.reviews;
const IN_AMSTERDAM = '69599068';

/** Of Onderneemvaardig, which pays per participant and asks for the number. */
async function bookWithoutNumber(page: Page, name: string, email: string) {
  const [found] = await sql<{ id: string }[]>`
    select s.id from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
    where p.slug = 'onderneemvaardig' and s.status = 'scheduled' and s.starts_at > now() + interval '2 days'
      and s.booking_opens_at < now() and s.booking_closes_at > now() and s.seats_taken < s.capacity - 1
      and m.price_ex_vat_cents > 0 and not exists (
        select from registrations r where r.session_id = s.id and r.kvk_number = ${IN_AMSTERDAM})
    order by s.starts_at, s.id limit 1`;
  await page.goto(`${url}/sessies/${found!.id}`);
  // Before booking it says for whom it is, and what it costs others.
  await page.getByText(nl.session.pay.forWhom).waitFor();
  await page.getByText(nl.session.pay.establishedInArea.business('Amsterdam en Weesp')).waitFor();
  await page.goto(`${url}/sessies/${found!.id}/aanmelden`);
  await page.getByLabel(form.name).fill(name);
  await page.getByLabel(form.email).fill(email);
  await page.getByLabel(declaration.yes).check();
  await page.getByLabel(declaration.none).check();
  await page.getByRole('button', { name: form.send }).click();
  await page.getByLabel(held.code).fill(codeIn(await mailTo(url, email, /./)));
  await page.getByRole('button', { name: held.send }).click();
  await page.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();
  await page.getByText(decision.needsReview).waitFor();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  const options = { ...phone, javaScriptEnabled };

  it('the number is given on the page of the booking, and decides at once', async () => {
    const page = await browser.open(options);
    const email = `nummer-${javaScriptEnabled}@voorbeeld.example`;
    await bookWithoutNumber(page, 'Nelis Nummer', email);
    await page.getByRole('link', { name: number.give }).click();
    await page.getByLabel(number.label).fill('1234');
    await page.getByRole('button', { name: number.send }).click();
    await page.getByRole('link', { name: number.wrong }).waitFor();
    expect(await page.getByLabel(number.label).inputValue()).toBe('1234');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel(number.label).fill(IN_AMSTERDAM);
    await page.getByRole('button', { name: number.send }).click();
    await page.getByText(number.saved).waitFor();
    await page.getByText(decision.eligible).waitFor();
    expect(await page.getByLabel(number.label).count()).toBe(0);
    expect((await mailTo(url, email, /^Besluit/)).text).toContain('betaalt');
  });

  it('staff asks many at once by mail, and who follows the link gives it', async () => {
    const page = await browser.open(options);
    const people = [1, 2].map((n) => ({
      name: `Vera Vraag ${n}`,
      email: `vraag-${n}-${javaScriptEnabled}@voorbeeld.example`,
    }));
    for (const { name, email } of people) {
      await bookWithoutNumber(await browser.open(options), `${name} ${javaScriptEnabled}`, email);
    }
    await signIn(page, url, 'gemeente-amsterdam@opkoers.example');
    await page.goto(`${url}/gemeente/onderneemvaardig/beoordelingen`);
    const boxOf = (name: string) => page.getByLabel(desk.askNumberOf(`${name} ${javaScriptEnabled}`));
    // What waits longest comes first, so the newest may be on a later page.
    while ((await boxOf(people[1]!.name).count()) === 0) {
      await page.getByRole('link', { name: desk.more }).first().click();
    }
    await page.getByRole('button', { name: desk.askNumber }).click();
    await page.getByText(desk.tickFirst).waitFor();
    while ((await boxOf(people[1]!.name).count()) === 0) {
      await page.getByRole('link', { name: desk.more }).first().click();
    }
    if (javaScriptEnabled) await expectAccessible(page);
    for (const { name } of people) await boxOf(name).check();
    await page.getByRole('button', { name: desk.askNumber }).click();
    await page.getByText(desk.numbersAsked(2)).waitFor();

    const mail = await mailTo(url, people[0]!.email, /^Uw KVK-nummer/);
    const own = await browser.open(options);
    await own.goto(linkIn(mail, '/aanmeldingen/').replace(url, `${url}/en`));
    const words = en.reviews.number;
    await own.getByLabel(words.label).fill(IN_AMSTERDAM);
    await own.getByRole('button', { name: words.send }).click();
    await own.getByText(words.saved).waitFor();
    await own.getByText(en.registration.decision.eligible).waitFor();

    while (
      (await page.getByRole('link', { name: `${people[1]!.name} ${javaScriptEnabled}` }).count()) === 0
    ) {
      await page.getByRole('link', { name: desk.more }).first().click();
    }
    await page.getByRole('link', { name: `${people[1]!.name} ${javaScriptEnabled}` }).click();
    await page.getByText(/gevraagd om het KVK-nummer/).waitFor();
    expect(await page.getByRole('button', { name: desk.askNumber }).count()).toBe(0);
  });
});
