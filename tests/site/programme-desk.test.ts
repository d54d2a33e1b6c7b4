import { inWork, system } from '../../api/unit-of-work/work.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { look } from '../../api/steering/signals/look.ts';
import { openDb } from '../../db/open.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const sql = postgres(database, { max: 2, onnotice: () => {} });
const { db, close } = openDb(database, { connections: 1 });
afterAll(() => Promise.all([close(), sql.end()]));
// A target that nobody reaches, so that there is a signal.
await sql`update quarter_targets set min_sessions = 90, max_sessions = 90 where target_group = 'network'`;
const working = { db, config: { secret: 'of no use here' }, enqueueMail: async () => {} };
await inWork(working, { actor: system, now: new Date() }, (work) => look(work));
const { url } = await testServer(database);
const browser = await testBrowser();

type Cookies = { name: string; value: string; url: string }[];
const cookies: Record<string, Cookies> = {};
beforeAll(async () => {
  for (const who of ['vad', 'gemeente', 'gemeente-amsterdam']) {
    const page = await browser.open({});
    await signIn(page, url, `${who}@opkoers.example`);
    cookies[who] = (await page.context().cookies()).map(({ name, value }) => ({ name, value, url }));
  }
});
const looks = [
  ['without JavaScript on a desktop', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }],
  ['with JavaScript on a phone', { javaScriptEnabled: true, viewport: { width: 360, height: 740 } }],
] as const;
type Look = (typeof looks)[number][1];
async function open(look: Look, who: string, path: string) {
  const page = await browser.open(look);
  await page.context().addCookies(cookies[who]!);
  await page.goto(url + path);
  return page;
}
// Axe is a script, so it sees nothing where scripts are off.
const check = async (look: Look, page: Page) => look.javaScriptEnabled && expectAccessible(page);
const t = nl.programmeSettings;
const settingsPath = '/gemeente/back-on-track/instellingen';
const subjects = Object.keys(t.subjects) as (keyof typeof t.subjects)[];
const versionNow = async () => {
  const [found] = await sql`select count(*)::int as versions from programme_versions v
    join programmes p on p.id = v.programme_id where p.slug = 'back-on-track'`;
  return Math.max(1, found!.versions as number);
};
const plain: Look = looks[0][1];
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the settings of a programme, too,', () => {
  const look = plain;

  it('change nothing when only saved, quarters and targets included', async () => {
    const quarters =
      () => sql`select q.*, t.target_group, t.min_sessions, t.max_sessions from programme_quarters q
      join programmes p on p.id = q.programme_id left join quarter_targets t on t.quarter_id = q.id
      where p.slug = 'back-on-track' order by q.ordinal, t.target_group`;
    const before = await quarters();
    for (const subject of subjects) {
      const page = await open(look, 'gemeente', `${settingsPath}/${subject}`);
      await page.getByLabel(t.save.motivation).fill('Alleen bewaard.');
      await button(page, t.save.button).click();
      await page.getByText(t.versions.same).first().waitFor();
      await page.context().close();
    }
    expect(await quarters()).toEqual(before);
  });

  it('hold what the municipality pays for a session, and say what is no amount', async () => {
    const page = await open(look, 'gemeente', `${settingsPath}/bijdragen`);
    const network = page.locator('[id="contribution.network"]');
    expect(await network.inputValue()).toBe('2.500');
    await network.fill('veel');
    await page.getByLabel(t.save.motivation).fill('Duurder geworden.');
    await button(page, t.save.button).click();
    await page.getByRole('link', { name: t.errors.amount }).waitFor();
    expect(await network.inputValue()).toBe('veel');
    await network.fill('2.750,50');
    await button(page, t.save.button).click();
    const c = nl.contributions;
    const lines = ['€\u00a02.500', '€\u00a02.750,50'].map((amount) => c.line(amount, c.rates['21']));
    const label = `${c.title}, ${nl.organisation.groups.network.many}`;
    await page.getByText(t.versions.was(label, lines[0]!, lines[1]!)).waitFor();
  });

  it('name the sessions that would fall in another quarter', async () => {
    const page = await open(look, 'gemeente', `${settingsPath}/kwartalen`);
    const last = page.locator('[id="quarter.1.endsOn"]');
    const day = await last.inputValue();
    const earlier = new Date(Date.parse(day) - 60 * 86_400_000).toISOString().slice(0, 10);
    await last.fill(earlier);
    await page.getByLabel(t.save.motivation).fill('Korter.');
    await button(page, t.save.button).click();
    await page.getByRole('link', { name: /vallen sessies in een ander kwartaal.*Het gaat om: / }).waitFor();
    expect(await last.inputValue()).toBe(earlier);
  });
});

describe.each(looks)('the settings of a programme, %s', (_, look) => {
  it('say at each field what is wrong, keep what was typed, and become a version that tells what changed', async () => {
    const page = await open(look, 'gemeente', settingsPath);
    await check(look, page);
    const name = look.javaScriptEnabled ? 'Back on Track nu' : 'Back on Track verder';
    const save = async (why: string) => {
      await page.getByLabel(t.save.motivation).fill(why);
      await button(page, t.save.button).click();
    };
    const goTo = (subject: keyof typeof t.subjects) =>
      page.getByRole('link', { name: t.subjects[subject].title, exact: true }).click();

    await goTo('geld');
    await check(look, page);
    await page.locator('#reserved').fill('honderd');
    await button(page, t.save.button).click();
    for (const message of [t.errors.amount, nl.problems.field({ name: 'motivation', code: 'required' })]) {
      await page.getByRole('link', { name: message }).waitFor();
    }
    expect(await page.locator('#reserved[aria-invalid=true]').inputValue()).toBe('honderd');
    await check(look, page);
    await page.locator('#reserved').fill('150.000');
    await save('Zo is het besloten.');
    await page.getByText(t.saved(await versionNow())).waitFor();

    await goTo('aandacht');
    await page.getByLabel(t.thresholds.names.interestPercent).fill('veel');
    await save('Zo is het besproken.');
    await page.getByRole('link', { name: t.errors.whole }).waitFor();
    await check(look, page);
    await page.getByLabel(t.thresholds.names.interestPercent).fill('40');
    await button(page, t.save.button).click();
    await page.getByText(t.saved(await versionNow())).waitFor();

    const before = await versionNow();
    await goTo('basis');
    await page.getByLabel(t.general.name, { exact: true }).fill(name);
    await save('Zo is het besproken.');
    await page.getByText(t.saved(before + 1)).waitFor();
    await page.getByText('Zo is het besproken.').first().waitFor();
    await page.getByText(`, is nu ${name}.`).first().waitFor();
    await check(look, page);
    const [stored] = await sql`select p.name, d.interest_percent, p.reserved_cents, p.authorised_cents
      from programmes p join programme_desks d on d.programme_id = p.id where slug = 'back-on-track'`;
    expect(stored).toEqual({
      name,
      interest_percent: 40,
      reserved_cents: 150_000_00,
      authorised_cents: 151_871_00,
    });
    await page.getByRole('link', { name: t.versions.title }).click();
    await page.getByText('Zo is het besloten.').first().waitFor();
    await check(look, page);
  });

  it('are short pages, one for each subject', async () => {
    for (const part of ['', ...subjects.map((subject) => `/${subject}`)]) {
      const page = await open(look, 'gemeente', settingsPath + part);
      await check(look, page);
      const { height, wide } = await page.evaluate(() => ({
        height: document.querySelector('main')!.scrollHeight,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      expect([part, wide]).toEqual([part, 0]);
      expect([part, height < (look.viewport.width > 1000 ? 1500 : 2600)]).toEqual([part, true]);
      await page.context().close();
    }
  });

  it('that two people save at the same time are both kept, and the same one is refused', async () => {
    const [credit, quarters, late] = [
      await open(look, 'gemeente', `${settingsPath}/basis`),
      await open(look, 'gemeente', `${settingsPath}/doelen`),
      await open(look, 'gemeente', `${settingsPath}/basis`),
    ];
    const line = `Mogelijk gemaakt door ons, ${look.viewport.width}`;
    await credit.getByLabel(t.general.creditLine).fill(line);
    await credit.getByLabel(t.general.reviews).check();
    const last = quarters.locator('[name$=".network.max"]').last();
    const most = look.javaScriptEnabled ? 901 : 900;
    await last.fill(String(most));
    await late.getByLabel(t.general.creditLine).fill('Te laat');
    for (const page of [credit, quarters, late]) {
      await page.getByLabel(t.save.motivation).fill('Tegelijk.');
      await button(page, t.save.button).click();
    }
    await quarters.getByText(t.saved(await versionNow())).waitFor();
    await late.getByText(nl.problems.of('changed-meanwhile').title).first().waitFor();
    expect(await late.getByLabel(t.general.creditLine).inputValue()).toBe('Te laat');
    const [stored] = await sql`select p.credit_line, p.reviews_modules,
      (select max(max_sessions) from quarter_targets qt join programme_quarters q on q.id = qt.quarter_id
        where q.programme_id = p.id and qt.target_group = 'network')::int as most
      from programmes p where slug = 'back-on-track'`;
    expect(stored).toEqual({ credit_line: line, reviews_modules: true, most });
  });

  it('of a new programme begin as a draft', async () => {
    const page = await open(look, 'gemeente', '/gemeente/nieuw');
    await check(look, page);
    await button(page, t.make.button).click();
    await page.getByRole('link', { name: nl.problems.field({ name: 'name', code: 'required' }) }).waitFor();
    await check(look, page);
    const name = `Koers ${look.javaScriptEnabled ? 'drie' : 'twee'}`;
    await page.getByLabel(t.general.name, { exact: true }).fill(name);
    await page.getByLabel(t.general.startsOn).fill('2031-01-01');
    await page.getByLabel(t.general.endsOn).fill('2031-12-31');
    await page.getByLabel(t.general.creditLine).fill('Mogelijk gemaakt door de gemeente Amstelveen.');
    await button(page, t.make.button).click();
    await page.getByText(t.made).waitFor();
    await check(look, page);
    const save = async (version: number) => {
      await page.getByLabel(t.save.motivation).fill('Het eerste kwartaal.');
      await button(page, t.save.button).click();
      await page.getByText(t.saved(version)).waitFor();
    };
    await page.getByRole('link', { name: t.subjects.kwartalen.title, exact: true }).click();
    await page.locator('[id="quarter.0.startsOn"]').fill('2031-01-01');
    await page.locator('[id="quarter.0.endsOn"]').fill('2031-03-31');
    await save(2);
    await page.getByRole('link', { name: t.subjects.doelen.title, exact: true }).click();
    await page.locator('[id="quarter.0.network.min"]').fill('1');
    await save(3);
    const [row] = await sql`select q.ordinal, t.min_sessions, t.max_sessions from programme_quarters q
      join programmes p on p.id = q.programme_id join quarter_targets t on t.quarter_id = q.id where p.name = ${name}`;
    expect(row).toEqual({ ordinal: 1, min_sessions: 1, max_sessions: 1 });
  });
});

describe('a signal', () => {
  it.each(looks)('is answered by the association, and then seen by the municipality, %s', async (_, look) => {
    const title = 'Doel niet meer te halen: netwerkbijeenkomsten';
    const answer = look.javaScriptEnabled ? 'We plannen er nog een.' : 'We kwamen een zaal tekort.';
    const early = await open(look, 'gemeente', '/gemeente/back-on-track/signalen');
    expect(await early.getByText(answer).count()).toBe(0);
    if (!look.javaScriptEnabled) expect(await early.getByText(title).count()).toBe(0);

    const page = await open(look, 'vad', '/organisatie');
    await check(look, page);
    await page.getByRole('link', { name: title }).click();
    await check(look, page);
    const signal = page.locator('article', { hasText: title });
    await signal.getByText(nl.signals.suggestions).waitFor();
    await button(page, nl.signals.send).first().waitFor();
    await signal.getByRole('button', { name: nl.signals.send }).click();
    await page.getByRole('link', { name: nl.problems.field({ name: 'text', code: 'required' }) }).waitFor();
    await signal.getByLabel(nl.signals.answer).fill(answer);
    await signal.getByRole('button', { name: nl.signals.send }).click();
    await page.getByText(nl.signals.sentText).waitFor();

    const desk = await open(look, 'gemeente', '/gemeente/back-on-track/signalen');
    await desk.locator('article', { hasText: title }).getByText(answer).waitFor();
    await check(look, desk);
    const [row] =
      await sql`select ordinal from programme_quarters q join programmes p on p.id = q.programme_id
      where p.slug = 'back-on-track' and current_date between q.starts_on and q.ends_on`;
    const quarter = await open(look, 'gemeente', `/gemeente/back-on-track/${row!.ordinal as number}`);
    await quarter.getByRole('link', { name: title }).waitFor();
  });
});

const historyPath = '/gemeente/onderneemvaardig/geschiedenis';
const folder = mkdtempSync(join(tmpdir(), 'figures-'));
const head = 'dataset;code;omschrijving;waarde;eenheid;peildatum;bron';
const file = (name: string, ...rows: string[]) => {
  const at = join(folder, name);
  writeFileSync(at, `\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
  return at;
};
const h = nl.history;
const choose = async (page: Page, at: string, name = 'Proefcijfers') => {
  await page.getByLabel(h.upload.name).fill(name);
  await page.getByLabel(h.upload.file, { exact: true }).setInputFiles(at);
  await button(page, h.upload.check).click();
};

describe.each(looks)('earlier figures, %s', (_, look) => {
  it('show what does not add up, and take in a file after a look at it', async () => {
    const page = await open(look, 'gemeente-amsterdam', historyPath);
    await page.getByText('1.513 + 1.613 + 1.016 is samen 4.142, tegenover 3.800').waitFor();
    await check(look, page);

    await choose(
      page,
      file('fout.csv', 'Proef;a;A;202o;stuks;13-09-2021;Bron', 'Proef;b;B;1.651;stuks;gisteren;Bron'),
    );
    await page.getByText(h.upload.errors(2)).first().waitFor();
    expect(await page.locator('#toevoegen tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^2\s+waarde\s+202o/),
      expect.stringMatching(/^3\s+peildatum\s+gisteren/),
    ]);
    await check(look, page);

    await choose(
      page,
      file(
        'goed.csv',
        'Proef;a;Aantal A;1.651;stuks;13-09-2021;Bron',
        'Proef;b;Aantal B;?;stuks;13-09-2021;Bron',
      ),
    );
    await page.getByText(h.preview.text(2)).waitFor();
    await check(look, page);
    await button(page, h.preview.add).click();
    await page.getByText(h.done).waitFor();
    const table = page.getByRole('region', { name: 'Proef' });
    await table.getByText('Aantal B').waitFor();

    const batch = page.locator('li', { has: page.getByRole('heading', { name: 'Proefcijfers' }) }).last();
    await batch.getByText(h.batches.withdraw, { exact: true }).click();
    await batch.getByRole('button', { name: h.batches.button }).click();
    await page.locator('[id^="reason-"][aria-invalid=true]').waitFor();
    await page.locator('[id^="reason-"][aria-invalid=true]').fill('Dit was een proef.');
    await batch.getByRole('button', { name: h.batches.button }).click();
    await page.getByText(h.batches.done).waitFor();
    await page.getByText('Dit was een proef.').first().waitFor();
    await check(look, page);
  });
});

it('earlier figures say what is wrong with the file as a whole', async () => {
  const page = await open(plain, 'gemeente-amsterdam', historyPath);
  await button(page, h.upload.check).click();
  await page.getByText(h.upload.noFile).waitFor();
  const other = join(folder, 'anders.csv');
  writeFileSync(other, 'naam;getal\r\nx;1\r\n');
  await choose(page, other);
  await page
    .getByText(h.upload.missing('dataset, code, omschrijving, waarde, eenheid, peildatum, bron'))
    .waitFor();
});

it('the example of a file can be taken in as it is', async () => {
  const cookie = cookies['gemeente-amsterdam']!.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${url}/gemeente/onderneemvaardig/geschiedenis/sjabloon.csv`, {
    headers: { cookie },
  });
  expect(answer.headers.get('content-disposition')).toContain('eerdere-cijfers.csv');
  const page = await open(plain, 'gemeente-amsterdam', historyPath);
  await page.getByLabel(nl.history.upload.name).fill('Het voorbeeld');
  await page.getByLabel(nl.history.upload.file, { exact: true }).setInputFiles({
    name: 'voorbeeld.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(await answer.arrayBuffer()),
  });
  await button(page, nl.history.upload.check).click();
  await page.getByText(nl.history.preview.text(1)).waitFor();
});
