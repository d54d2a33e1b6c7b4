import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { mailsTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase('demo');
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

// Only what is over can be evaluated.
await sql`update programme_quarters set ends_on = current_date - 1 where ordinal = 2 and programme_id in
  (select id from programmes where slug = 'back-on-track')`;

const t = nl.steering;
const desk = `${url}/gemeente/back-on-track`;
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const phase = (page: Page, ordinal: number) => page.locator(`#fase-${ordinal}`);
const state = (page: Page, ordinal: number, hasText: string) =>
  phase(page, ordinal).locator('.nl-data-badge', { hasText });

it('the municipality evaluates a quarter, releases the next phase and pauses it, without scripts', async () => {
  const page = await browser.open({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${desk}/2/evaluatie`);
  await page.getByText(t.evaluation.nextNeeds(3)).waitFor();
  await press(page, t.evaluation.submit);
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
  await page.getByLabel(t.decisions.continue).check();
  await page.getByLabel(t.evaluation.text).fill('Goed bezocht.\nWij gaan door.');
  await press(page, t.evaluation.submit);
  await page.getByText(t.evaluation.done).waitFor();
  await page.getByText('Goed bezocht.').waitFor();
  await press(page, `${t.phases.release}: ${t.phases.quarter(3)}`);
  // Nothing is done before the amount was repeated.
  await page.getByText(t.confirm.about.release(3, '€\u00a030.000')).waitFor();
  await page.getByLabel(t.confirm.repeat).fill('3.000');
  await press(page, t.confirm.yes.release);
  await page.getByText(t.confirm.wrong('€\u00a030.000')).waitFor();
  await page.getByLabel(t.confirm.repeat).fill('30.000');
  await press(page, t.confirm.yes.release);
  await page.getByText(t.phases.done.release).waitFor();
  await page.getByText(t.evaluation.nextDone(3)).waitFor();

  await page.getByRole('link', { name: t.evaluation.toMeasures }).click();
  await state(page, 3, t.states.approved).waitFor();
  await page.getByLabel(t.take.quarter).selectOption('3');
  await page.getByLabel(t.measures.reduceContribution).check();
  await page.getByLabel(t.take.amount).fill('veel');
  await press(page, t.take.submit);
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(3);
  await page.getByLabel(t.take.trigger).selectOption('onlyMembers');
  await page.getByLabel(t.take.amount).fill('€ 20.000,=');
  await page.getByLabel(t.take.motivation).fill('Te weinig niet-leden.');
  await press(page, t.take.submit);
  await page.getByLabel(t.confirm.repeat).fill('20.000');
  await press(page, t.confirm.yes.reduceContribution);
  await page.getByText(t.take.done).waitFor();
  await state(page, 3, t.states.reduced).waitFor();

  await page.getByLabel(t.take.quarter).selectOption('3');
  await page.getByLabel(t.measures.pause).check();
  await page.getByLabel(t.take.trigger).selectOption('onlyMembers');
  await page.getByLabel(t.take.motivation).fill('Nog steeds te weinig niet-leden.');
  await press(page, t.take.submit);
  await page.getByLabel(t.confirm.repeat).fill('20.000');
  await press(page, t.confirm.yes.pause);
  await state(page, 3, t.states.paused).waitFor();
  await page.goto(`${desk}/3`);
  await page.getByText(t.states.paused, { exact: true }).waitFor();

  await page.goto(`${desk}/maatregelen`);
  await phase(page, 3).getByText(t.phases.resume).first().click();
  const resume = phase(page, 3).getByRole('button', { name: `${t.phases.resume}: ${t.phases.quarter(3)}` });
  await resume.click();
  await page.getByRole('alert').waitFor();
  await phase(page, 3).getByLabel(t.take.motivation).fill('Er is een plan.');
  await resume.click();
  await page.getByText(t.phases.done.resume).waitFor();
  await state(page, 3, t.states.reduced).waitFor();

  const mails = async () =>
    (await mailsTo(url, 'vad@opkoers.example')).filter(({ subject }) => subject.startsWith('Maatregel'));
  await expect.poll(async () => (await mails()).length, { timeout: 20_000 }).toBe(2);
});

it('a pause of a later day is taken back before that day, without scripts', async () => {
  const page = await browser.open({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${desk}/maatregelen`);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(t.take.quarter).selectOption('3');
  await page.getByLabel(t.measures.pause).check();
  await page.getByLabel(t.take.trigger).selectOption('budget');
  await page.getByLabel(t.take.effectiveOn).last().fill(inAWeek);
  await page.getByLabel(t.take.motivation).last().fill('Even rekenen.');
  await press(page, t.take.submit);
  await page.getByLabel(t.confirm.repeat).fill('20.000');
  await press(page, t.confirm.yes.pause);
  await page.getByText(t.take.done).waitFor();

  // Who decided stands with it.
  await phase(page, 3).getByText('Even rekenen.').waitFor();
  const [decided] = await sql`select a.name from phase_changes c join accounts a on a.id = c.decided_by
    where c.motivation = 'Even rekenen.'`;
  expect(await phase(page, 3).innerText()).toContain(`${decided!.name as string}, `);
  await phase(page, 3)
    .getByRole('button', { name: /^Maak ongedaan/ })
    .click();
  await page.getByText(t.undo.title).waitFor();
  await press(page, t.undo.yes);
  await page
    .getByRole('link', { name: nl.problems.field({ name: 'motivation', code: 'required' }) })
    .waitFor();
  await page.getByLabel(t.undo.why).fill('Het klopte toch.');
  await press(page, t.undo.yes);
  await page.getByText(t.undo.done).waitFor();
  await phase(page, 3).getByText(t.undo.undone, { exact: true }).waitFor();
  await phase(page, 3).getByText('Het klopte toch.').waitFor();
  expect(
    await phase(page, 3)
      .getByRole('button', { name: /^Maak ongedaan/ })
      .count(),
  ).toBe(0);
  await state(page, 3, t.states.reduced).waitFor();
  const off = async () =>
    (await mailsTo(url, 'vad@opkoers.example')).filter(({ subject }) => /gaat niet door/.test(subject));
  await expect.poll(async () => (await off()).length, { timeout: 20_000 }).toBe(1);
});

it('the association reads it at its own desk, and may not get at that of the municipality', async () => {
  const page = await browser.open({});
  await signIn(page, url, 'vad@opkoers.example');
  await page.goto(`${url}/organisatie`);
  const told = page.locator('.utrecht-alert', { hasText: t.told.title });
  expect(await told.textContent()).toContain(t.measures.pause);
  for (const path of ['maatregelen', '2/evaluatie']) {
    expect((await page.goto(`${desk}/${path}`))?.status()).toBe(403);
  }
  const municipal = await browser.open({});
  await signIn(municipal, url, 'gemeente-amsterdam@opkoers.example');
  expect((await municipal.goto(`${desk}/maatregelen`))?.status()).toBe(404);
});

it('is accessible, in Dutch and English, wide and narrow, light and dark', async () => {
  for (const look of [
    { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
    { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  ] as const) {
    const page = await browser.open(look);
    await signIn(page, url, 'gemeente@opkoers.example');
    for (const path of ['maatregelen', '2/evaluatie']) {
      for (const language of ['', '/en']) {
        await page.goto(`${url}${language}/gemeente/back-on-track/${path}`);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      }
    }
  }
});
