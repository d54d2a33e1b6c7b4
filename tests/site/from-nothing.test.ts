import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import { localDate, localTime, plusDays, plusMinutes, plusMonths } from '../../api/language/time.ts';
import { type Duty, dutyWords } from '../../api/language/vocabularies.ts';
import { nl } from '../../site/texts/nl.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { codeIn, linkIn, mailTo } from '../support/mailbox.ts';
import { runServer } from '../support/portal.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase('bare');
const dataDir = mkdtempSync(join(inject('run').folder, 'nothing-'));
const operator = 'beheer@portaal.example';

/** What `npm run setup -- --file` does on the database without anything. */
async function setUp() {
  const file = join(dataDir, 'setup.json');
  writeFileSync(file, JSON.stringify({ operators: [{ name: 'Bea Beheer', email: operator }] }));
  const script = fileURLToPath(new URL('../../site/run/setup.ts', import.meta.url));
  const run = runServer({ DATABASE_URL: database, DATA_DIR: dataDir }, script, ['--file', file]);
  const [code] = await once(run.child, 'close');
  expect([code, run.stderr()]).toEqual([0, '']);
}
await setUp();
const { url } = await testServer(database);
const browser = await testBrowser();

/** How much a person has to do: pages that are shown, and fields that are filled in. */
const count = { pages: 0, fields: 0 };

async function open() {
  const page = await browser.open({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  page.on('load', () => void count.pages++);
  return page;
}
async function fill(page: Page, values: Record<string, string>) {
  for (const [selector, value] of Object.entries(values)) {
    const field = page.locator(selector);
    count.fields++;
    if (!(await field.first().isVisible()))
      await page.locator(`details:has(${selector}) > summary`).last().click();
    const tag = await field.first().evaluate((one) => `${one.tagName} ${one.getAttribute('type') ?? ''}`);
    if (tag.startsWith('SELECT')) await field.selectOption(value);
    else if (/radio|checkbox/.test(tag)) await page.locator(`${selector}[value="${value}"]`).check();
    else await field.fill(value);
  }
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Someone at work lets someone else in, who accepts; gives the page of who came in. */
async function letIn(page: Page, email: string, duty: Duty) {
  await fill(page, { '.invite [name=email]': email, '.invite [name=duty]': duty });
  await press(page, nl.staff.send);
  await page.getByText(nl.staff.done.uitgenodigd).waitFor();
  const mail = await mailTo(url, email, /./);
  const own = await open();
  await signIn(own, url, email);
  await own.goto(linkIn(mail, '/uitnodiging'));
  await own.getByText(dutyWords.nl[duty]).first().waitFor();
  await fill(own, { '[name=name]': email.split('@')[0]! });
  await press(own, nl.staff.invitation.accept);
  await own.waitForURL((at) => !at.pathname.startsWith('/uitnodiging'));
  return own;
}

/** Soon enough to mark who comes, late enough to book; a session of half an hour ends before midnight. */
function soon() {
  const now = new Date();
  const at = plusMinutes(now, 40);
  if (localTime(at) < '23:25' && localDate(at) === localDate(now)) return at;
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const start = localTime(now) < '23:05' ? '23:25' : '00:05';
  return plusMinutes(now, (minutes(start) - minutes(localTime(now)) + 1440) % 1440);
}

it('from an empty database to a quarter that is accounted for, by pages alone', async () => {
  const desk = await open();
  await signIn(desk, url, operator);
  await desk.waitForURL('**/beheer');
  await fill(desk, { '[name=name]': 'Amsterdam', '[name=cbsCode]': '0363' });
  await press(desk, nl.municipalities.addButton);
  await desk.getByText(nl.municipalities.made).waitFor();
  const city = await letIn(desk, 'regie@amsterdam.example', 'administrator');
  await city.goto(`${url}/gemeente/mensen`);
  const money = await letIn(city, 'geld@amsterdam.example', 'money');

  const o = nl.organisations;
  await city.goto(`${url}/gemeente/organisaties`);
  await fill(city, { '[name=name]': 'Ondernemersvereniging Noord', '[name=shortName]': 'OV Noord' });
  await press(city, o.list.addButton);
  await city.getByText(o.list.made('Ondernemersvereniging Noord')).waitFor();
  await city.getByRole('link', { name: o.list.letIn }).click();
  const chair = await letIn(city, 'voorzitter@ovnoord.example', 'administrator');
  await chair.goto(`${url}/organisatie/mensen`);
  const door = await letIn(chair, 'deur@ovnoord.example', 'door');

  const trainer = await open();
  await signIn(trainer, url, 'trainer@zaak.example');
  await trainer.goto(`${url}/zelf-aanbieden`);
  await trainer.getByLabel(o.kinds.provider).check();
  await fill(trainer, {
    '[name=name]': 'Zaak in Beeld',
    '[name=kvkNumber]': '90003942',
    '[name=profile]': 'Wij geven workshops over zichtbaar zijn.',
  });
  await press(trainer, o.apply.send);
  await trainer.getByText(o.apply.sent).waitFor();
  await city.goto(`${url}/gemeente/organisaties`);
  await city.getByRole('link', { name: o.list.look('Zaak in Beeld') }).click();
  await press(city, o.one.approve);
  await city.getByText(o.one.approved).waitFor();
  await trainer.goto(`${url}/organisatie/mensen`);
  await letIn(trainer, 'collega@zaak.example', 'editor');

  const p = nl.programmeSettings;
  const today = localDate(new Date());
  await city.goto(`${url}/gemeente/nieuw`);
  await city.getByLabel(p.general.name, { exact: true }).fill('Ondernemers vooruit');
  await city.getByLabel(p.general.startsOn).fill(today);
  await city.getByLabel(p.general.endsOn).fill(plusDays(plusMonths(today, 12), -1));
  await city.getByLabel(p.general.creditLine).fill('Mogelijk gemaakt door de gemeente Amsterdam.');
  await city.getByLabel(p.make.templates.onderneemvaardig.label).check();
  count.fields += 5;
  await press(city, p.make.button);
  await city.getByText(p.made).waitFor();
  const programme = new URL(city.url()).pathname.split('/')[2]!;
  let version = 1;
  const save = async (subject: 'basis' | 'partijen' | 'geld', values: Record<string, string>) => {
    await city.goto(`${url}/gemeente/${programme}/instellingen/${subject}`);
    await fill(city, { ...values, '[name=motivation]': 'Zo is het besloten.' });
    await press(city, p.save.button);
    await city.getByText(p.saved(++version)).waitFor();
  };
  await city.goto(`${url}/gemeente/${programme}/instellingen/partijen`);
  const roleOf = async (name: string) =>
    `[name="${await city.getByLabel(p.parties.roleOf(name)).getAttribute('name')}"]`;
  await save('partijen', {
    [await roleOf('Ondernemersvereniging Noord')]: 'executor',
    [await roleOf('Zaak in Beeld')]: 'executor',
  });
  await save('geld', { '#authorised': '40.000', '[name=authorisedBasis]': 'ex' });
  const b = nl.budgetPhases;
  await money.goto(`${url}/gemeente/${programme}/fasen`);
  for (let n = 1; n <= 4; n++) {
    await fill(money, { [`#amount-${n}`]: '10.000' });
    await press(money, `${b.save}: ${b.quarter(n)}`);
    await money.getByText(b.saved(String(n))).waitFor();
  }
  await save('basis', { '[name=status]': 'running' });

  const m = nl.modules;
  await trainer.goto(`${url}/organisatie/modules/nieuw`);
  await fill(trainer, {
    '#title': 'Zichtbaar op straat',
    '#moduleKind': 'workshop',
    '#topic': 'marketing',
    '#summary': 'Leer hoe klanten u vinden.',
    '#description': 'U gaat naar huis met een plan.',
    '#hours': '0,5',
    '#price': '250',
  });
  await press(trainer, m.form.makeButton);
  await trainer.getByText(m.done.made.title).waitFor();
  await press(trainer, m.steps.publish);
  await trainer.getByText(m.done.publish.title).waitFor();
  await trainer.getByRole('link', { name: m.planSession }).click();
  const startsAt = soon();
  await fill(trainer, {
    '#date': localDate(startsAt),
    '#startTime': localTime(startsAt),
    '[name=venueName]': 'De Zaak',
    '[name=street]': 'Damrak 1',
    '[name=postcode]': '1012 JS',
    '[name=city]': 'Amsterdam',
  });
  await press(trainer, nl.access.form.save);
  await trainer.waitForURL('**/concept?bewaard');
  const session = /sessies\/([0-9a-f-]{36})/.exec(trainer.url())![1]!;
  await press(trainer, nl.access.draft.publish);
  await trainer.getByText(nl.access.draft.published).waitFor();

  const r = nl.registration;
  const entrepreneur = await open();
  await entrepreneur.goto(`${url}/aanbod`);
  await entrepreneur.locator(`a[href$="/sessies/${session}"]`).first().click();
  // Of a real session machines hear it too.
  const toldToMachines = await entrepreneur.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(toldToMachines!)).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled' });
  await entrepreneur.getByRole('link', { name: nl.session.register }).click();
  const email = 'noor@bloemen.example';
  await fill(entrepreneur, {
    '[name=name]': 'Noor Jansen',
    '[name=email]': email,
    '[name=kvkNumber]': '69599076',
  });
  await press(entrepreneur, r.form.send);
  await entrepreneur.getByRole('heading', { name: r.held.title }).waitFor();
  await entrepreneur.getByLabel(r.held.code).fill(codeIn(await mailTo(url, email, /./)));
  await press(entrepreneur, r.held.send);
  await entrepreneur.getByRole('heading', { name: r.confirmed.title }).waitFor();
  expect(await entrepreneur.locator('main').innerText()).toMatch(/gemeente/i);

  await trainer.goto(`${url}/organisatie/sessies/${session}`);
  await trainer
    .getByRole('group', { name: 'Noor Jansen' })
    .getByText(nl.organisation.list.marks.present)
    .click();
  await press(trainer, nl.organisation.list.save);
  await trainer.waitForURL('**opgeslagen=**');

  await money.goto(`${url}/gemeente/${programme}/1`);
  const report = await money.locator('main').innerText();
  expect(report).toMatch(/€\s250 van €\s10\.000 in gebruik/);
  expect(report).toMatch(/Mogelijk gemaakt door de gemeente Amsterdam/);
  expect(count.pages).toBeLessThan(90);
  expect(count.fields).toBeLessThan(70);

  // Who looks after the money sees the association, and lets nobody in there.
  const association = `${url}/gemeente/organisaties/ondernemersvereniging-noord`;
  expect((await money.goto(association))?.status()).toBe(200);
  expect(await money.getByRole('link', { name: nl.organisations.one.staff }).count()).toBe(0);
  expect((await money.goto(`${association}/mensen`))?.status()).toBe(403);

  // Who stands at the door does that and nothing else.
  expect((await door.goto(`${url}/organisatie`))?.status()).toBe(200);
  expect(await door.getByRole('link', { name: nl.access.form.link }).count()).toBe(0);
  for (const path of [
    'sessies/nieuw',
    'modules',
    'locaties',
    'leden',
    'gegevens',
    'factuurgegevens',
    'mensen',
  ])
    expect((await door.goto(`${url}/organisatie/${path}`))?.status()).toBe(403);
}, 300_000);
