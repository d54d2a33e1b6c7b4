import { parse } from 'csv-parse/sync';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';
import { readWorkbook } from '../support/workbook.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const QUARTER = '/gemeente/back-on-track-2021-2022/2';
const FORMULA = `=HYPERLINK("https://example.org";"Kijk")`;
const GEMEENTE = 'gemeente@opkoers.example';
const t = nl.exports;
await sql`update modules set title = ${FORMULA} where id = (select s.module_id from sessions s
  join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
  where p.slug = 'back-on-track-2021-2022' and s.starts_at between '2022-03-01' and '2022-04-01'
  order by s.id limit 1)`;

const cookies = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>();
async function open(email: string, options: Parameters<typeof browser.open>[0] = {}) {
  const page = await browser.open(options);
  const known = cookies.get(email);
  if (known) await page.context().addCookies(known);
  else {
    await signIn(page, url, email);
    cookies.set(email, await page.context().cookies());
  }
  return page;
}
async function get(email: string | null, path: string) {
  if (email && !cookies.has(email)) await open(email);
  const cookie = (email ? cookies.get(email)! : []).map(({ name, value }) => `${name}=${value}`).join('; ');
  return fetch(url + path, { headers: { cookie }, redirect: 'manual' });
}

type Report = {
  present: number;
  registrations: number;
  asOf: string;
  bySession: { present: number; registrations: number; noShow: number }[];
  breakdowns: { dimension: string; rows: { category: string; visits: number | null }[] }[];
};
const json = async (path: string) => (await (await get(GEMEENTE, path)).json()) as Report;
const ofApi = () => json('/api/v1/programmes/back-on-track-2021-2022/quarters/2/report');

describe('the report as files', () => {
  it('JSON is what the API says, and that it is an example', async () => {
    const [file, api] = [await json(`${QUARTER}/verslag.json`), await ofApi()];
    expect({ ...file, asOf: '' }).toEqual({ demo: true, ...api, asOf: '' });
  });

  it('CSV has every figure with its unit and peildatum, and nothing that runs', async () => {
    const answer = await get(GEMEENTE, `${QUARTER}/verslag.csv`);
    expect(answer.headers.get('content-disposition')).toContain('verslag-back-on-track-2021-2022-q2.csv');
    const rows = parse(await answer.text(), { delimiter: ';', bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const { columns, units } = t.file;
    const isNumber = /^-?\d+(,\d+)?$/;
    for (const row of rows) {
      expect(row[columns.figure]).not.toBe('');
      expect(Object.values(units)).toContain(row[columns.unit]);
      expect(row[columns.asOf]).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (row[columns.value] !== nl.report.protected) expect(row[columns.value]).toMatch(isNumber);
      for (const text of [row[columns.part], row[columns.group], row[columns.figure]])
        expect(text).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(rows.some((row) => row[columns.group]!.startsWith(`'=HYPERLINK`))).toBe(true);

    const report = await ofApi();
    const sum = (part: string, figure: string) =>
      rows
        .filter((row) => row[columns.part] === part && row[columns.figure] === figure)
        .reduce((total, row) => total + Number(row[columns.value]), 0);
    const { sessions, figures } = nl.municipality;
    expect(sum(sessions.title, sessions.present)).toBe(report.present);
    expect(sum(t.file.parts.key, figures.registrations)).toBe(report.registrations);
    expect(sum(nl.report.breakdowns.names.topic, nl.report.breakdowns.visits)).toBe(report.present);
    const hidden = report.breakdowns
      .find(({ dimension }) => dimension === 'district')!
      .rows.filter(({ visits }) => visits === null).length;
    const shielded = rows.filter(
      (row) =>
        row[columns.part] === nl.report.breakdowns.names.district &&
        row[columns.figure] === nl.report.breakdowns.visits &&
        row[columns.value] === nl.report.protected,
    );
    expect(hidden).toBeGreaterThan(1);
    expect(shielded.length).toBe(hidden);
  });

  it('XLSX says the same, in sheets that another library reads', async () => {
    const csvText = await (await get(GEMEENTE, `${QUARTER}/verslag.csv`)).text();
    const csvRows = parse(csvText, { delimiter: ';', bom: true }) as string[][];
    const answer = await get(GEMEENTE, `${QUARTER}/verslag.xlsx`);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const { sheets, formulas } = readWorkbook(await answer.arrayBuffer());
    const names = t.file.sheets;
    expect(Object.keys(sheets)).toEqual(Object.values(names));
    expect(formulas).toEqual([]);
    const asCsv = (rows: (string | number)[][]) =>
      rows.map((row) => row.map((value) => String(value).replace('.', ',')));
    const both = [...asCsv(sheets[names.figures]!), ...asCsv(sheets[names.breakdowns]!.slice(1))];
    expect(both).toEqual(csvRows.slice(0, both.length));
    const report = await ofApi();
    const ofSessions = sheets[names.sessions]!;
    expect(ofSessions.length).toBe(report.bySession.length + 1);
    expect(ofSessions.slice(1).map((row) => row.slice(5, 8))).toEqual(
      report.bySession.map(({ registrations, present, noShow }) => [registrations, present, noShow]),
    );
    expect(ofSessions.flat()).toContain(FORMULA);
    expect(sheets[names.notes]!.flat().join(' ')).toContain(nl.report.protectedNote('5'));
  });

  const paths = ['csv', 'xlsx', 'json'].map((form) => `${QUARTER}/verslag.${form}`);
  it.each([...paths, `${QUARTER}/raadsverslag`])('%s is not for everyone', async (path) => {
    const stranger = await get(null, path);
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('/inloggen'),
    ]);
    expect((await get('ondernemer@opkoers.example', path)).status).toBe(403);
    expect((await get('gemeente-amsterdam@opkoers.example', path)).status).toBe(404);
    expect((await get(GEMEENTE, path.replace('/2/', '/9/'))).status).toBe(404);
  });

  it('who executes the programme may have the files too', async () => {
    for (const path of paths) expect((await get('vad@opkoers.example', path)).status).toBe(200);
  });
});

describe('the page of the quarter', () => {
  const phone = { viewport: { width: 360, height: 740 } };
  const desktop = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const };

  it.each([phone, desktop])('pictures stand beside their tables, at $viewport.width', async (look) => {
    const page = await open(GEMEENTE, look);
    await page.goto(url + QUARTER);
    const figures = page.locator('main figure:has(.narrow)');
    const captions = await figures.locator('figcaption').allInnerTexts();
    expect(captions).toContain(t.course.soFar);
    expect(captions).toContain(t.charts.visits);
    for (const figure of await figures.all()) {
      // One drawing for the room that there is, for eyes only.
      expect(await figure.locator('svg[aria-hidden=true]:visible').count()).toBe(1);
    }
    const course = page.getByRole('region', { name: t.course.title });
    const report = await ofApi();
    const visits = await course.locator('tbody tr td:last-child').allInnerTexts();
    expect(visits.reduce((sum, text) => sum + Number(text), 0)).toBe(report.present);
    await expectAccessible(page);
  });

  it('gives the files by its links', async () => {
    const page = await open(GEMEENTE, desktop);
    await page.goto(url + QUARTER);
    for (const [name, ending] of [
      [t.take.xlsx, 'xlsx'],
      [t.take.csv, 'csv'],
      [t.take.json, 'json'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`verslag-back-on-track-2021-2022-q2.${ending}`);
    }
  });
});

describe('the report for college and raad', () => {
  const path = `${QUARTER}/raadsverslag`;
  const c = nl.council;

  it.each([
    { viewport: { width: 360, height: 740 } },
    { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const },
  ])('is one readable page, at $viewport.width', async (look) => {
    const page = await open(GEMEENTE, look);
    await page.goto(url + path);
    await expectAccessible(page);
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings).toEqual(
      [c.short, c.done, c.who, c.open, c.money, c.evaluation, c.about].map(({ title }) => title),
    );
    const words = await page.locator('main').innerText();
    const [evaluated] = await sql<{ text: string }[]>`select e.text from quarter_evaluations e
      join programme_quarters q on q.id = e.quarter_id join programmes p on p.id = q.programme_id
      where p.slug = 'back-on-track-2021-2022' and q.ordinal = 2 order by e.decided_at desc limit 1`;
    expect(words).toContain(evaluated!.text);
    const [programme] = await sql<{ credit_line: string }[]>`
      select credit_line from programmes where slug = 'back-on-track-2021-2022'`;
    expect(words).toContain(programme!.credit_line);
    expect(await page.locator('main figure:has(.narrow)').count()).toBe(2);
  });

  it('is a tidy, tagged PDF on A4', async () => {
    const page = await open(GEMEENTE, { viewport: { width: 1280, height: 900 } });
    await page.goto(url + path);
    const pdf = await readPdf(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true }));
    expect([pdf.title, pdf.language, pdf.isTagged]).toEqual([
      `${c.title('Back on Track 2021/2022', 2)} – Opkoers`,
      'nl',
      true,
    ]);
    const words = pdf.pages.map((one) => one.words).join(' ');
    for (const { title } of [c.short, c.done, c.who, c.open, c.money, c.evaluation, c.about])
      expect(words).toContain(title);
    // Where the figures are found is written out; what is for the screen is not there.
    expect(words.replaceAll(' ', '')).toContain('/gemeente/back-on-track-2021-2022/2)');
    for (const ofScreen of [nl.common.skip, c.back, c.print, nl.common.help.title])
      expect(words).not.toContain(ofScreen);
    const roles = pdf.pages.flatMap((one) => one.roles);
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Link'])
      expect(roles, role).toContain(role);
    const number = pdf.pages.length;
    for (const [n, { words: own, width, height }] of pdf.pages.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      expect(own).toContain(`${n + 1} / ${number}`);
    }
    expect(number).toBeLessThanOrEqual(4);
  });
});
