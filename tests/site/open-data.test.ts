import { parse } from 'csv-parse/sync';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { readRdf } from '../support/rdf.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const SLUG = 'back-on-track-2021-2022';
const PAGE = `/open-data/${SLUG}`;
const t = nl.openData;
const looks = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

type Figures = {
  quarters: {
    ordinal: number;
    visits: number | null;
    sessions: { held: number };
    breakdowns: { dimension: string; rows: { category: string; visits: number | null }[] }[];
  }[];
};
const get = (path: string) => fetch(url + path, { headers: { origin: 'https://example.org' } });
const json = async <T>(path: string) => (await (await get(path)).json()) as T;
const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

describe('the files', () => {
  it('CSV and JSON have the same numbers, and the same are hidden in both', async () => {
    const text = await (await get(`${PAGE}/cijfers.csv`)).text();
    expect(text).toMatch(/^programme,municipality_code,/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = rowsOf(text);
    const { quarters } = await json<Figures>(`${PAGE}/cijfers.json`);
    expect(quarters.length).toBe(4);
    const fromJson = quarters.flatMap(({ ordinal, visits, breakdowns }) => [
      [ordinal, '', '', visits],
      ...breakdowns.flatMap(({ dimension, rows: own }) =>
        own.map((row) => [ordinal, dimension, row.category, row.visits]),
      ),
    ]);
    const fromCsv = rows
      .filter(({ figure }) => figure === 'visits')
      .map((row) => [
        Number(row.quarter),
        row.dimension,
        row.category,
        row.protected === 'true' ? null : Number(row.value),
      ]);
    expect(fromCsv).toEqual(fromJson);
    expect(fromCsv.some(([, , , value]) => value === null)).toBe(true);
    for (const row of rows) expect(row.value === '').toBe(row.protected === 'true');
  });

  it('hold nobody', async () => {
    const people = await sql<{ word: string }[]>`
      select name as word from entrepreneurs union select name from registrations
      union select email from accounts union select name from accounts`;
    expect(people.length).toBeGreaterThan(50);
    for (const form of ['csv', 'json']) {
      const text = await (await get(`${PAGE}/cijfers.${form}`)).text();
      expect(people.filter(({ word }) => text.includes(word))).toEqual([]);
    }
  });

  it('are for everyone, also for a page of somebody else', async () => {
    for (const path of [`${PAGE}/cijfers.csv`, `${PAGE}/cijfers.json`, '/open-data/dcat.jsonld']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    }
  });

  it('are not there for a draft', async () => {
    await sql`update programmes set status = 'draft' where slug = 'onderneemvaardig'`;
    for (const path of ['', '/cijfers.csv', '/cijfers.json'])
      expect((await get(`/open-data/onderneemvaardig${path}`)).status).toBe(404);
    const catalogue = await (await get('/open-data/dcat.jsonld')).text();
    expect(catalogue).not.toContain('onderneemvaardig');
    expect(await (await get('/open-data')).text()).not.toContain('/open-data/onderneemvaardig');
    await sql`update programmes set status = 'running' where slug = 'onderneemvaardig'`;
  });
});

it('a catalogue finds what there is by DCAT', async () => {
  const answer = await get('/open-data/dcat.jsonld');
  expect(answer.headers.get('content-type')).toBe('application/ld+json');
  const { objects, ofType } = await readRdf((await answer.json()) as object);
  const [catalogue] = ofType('dcat:Catalog');
  const datasets = objects(catalogue!, 'dcat:dataset');
  expect(datasets.toSorted()).toEqual(ofType('dcat:Dataset').toSorted());
  expect(objects(catalogue!, 'dct:publisher').length).toBe(1);
  const dataset = datasets.find((one) => one.includes(SLUG))!;
  const one = (predicate: string, of = dataset) => {
    const found = objects(of, predicate);
    expect(found.length, predicate).toBe(1);
    return found[0]!;
  };
  expect(one('dct:accrualPeriodicity')).toMatch(/frequency\/QUARTERLY$/);
  expect(one('dct:license')).toMatch(/licence\/CC0$/);
  expect(one('dct:accessRights')).toMatch(/access-right\/PUBLIC$/);
  expect(one('foaf:name', one('dct:publisher'))).toBe('Gemeente Amstelveen');
  expect(one('skos:notation', one('dct:spatial'))).toBe('GM0362');
  const period = one('dct:temporal');
  expect([one('dcat:startDate', period), one('dcat:endDate', period)]).toEqual(['2021-11-19', '2022-11-18']);
  expect(one('dct:modified')).toMatch(/^2022-11-19T/);
  for (const predicate of [
    'dct:title',
    'dct:description',
    'dct:identifier',
    'dcat:theme',
    'dcat:contactPoint',
  ])
    one(predicate);

  const distributions = objects(dataset, 'dcat:distribution');
  expect(distributions.length).toBe(2);
  for (const distribution of distributions) {
    const file = await fetch(one('dcat:downloadURL', distribution));
    expect(file.status).toBe(200);
    const type = file.headers.get('content-type')!.split(';')[0]!;
    expect(one('dcat:mediaType', distribution)).toBe(`https://www.iana.org/assignments/media-types/${type}`);
    expect(one('dct:license', distribution)).toMatch(/CC0$/);
    expect((await fetch(one('dcat:accessURL', distribution))).status).toBe(200);
  }
});

describe('the pages', () => {
  it('are found from every page, and give the files', async () => {
    for (const look of looks) {
      const page = await browser.open(look);
      await page.goto(url);
      await page.getByRole('link', { name: nl.common.footer.api }).click();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Back on Track 2021/2022' }).click();
      await page.waitForURL(`**${PAGE}`);
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: t.files.csv }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`opkoers-${SLUG}.csv`);
    }
  });

  it('show no other number than the files', async () => {
    const page = await browser.open(looks[1]);
    await page.goto(url + PAGE);
    const { quarters } = await json<Figures>(`${PAGE}/cijfers.json`);
    const shown = (await page.locator('details table tbody td').allTextContents()).map((text) => text.trim());
    const asWords = (value: number | null) => (value === null ? nl.report.protected : String(value));
    expect(shown).toEqual(
      quarters.flatMap(({ breakdowns }) =>
        breakdowns.flatMap(({ rows }) => rows.map(({ visits }) => asWords(visits))),
      ),
    );
  });
});
