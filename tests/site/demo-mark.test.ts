import { parse } from 'csv-parse/sync';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { mailTo } from '../support/mailbox.ts';
import { readPdf } from '../support/pdf.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';
import { readWorkbook } from '../support/workbook.ts';

const [demo, empty] = await Promise.all([testDatabase(), testDatabase('empty')]);
const contacts = { PRIVACY_CONTACT: 'privacy@portaal.example', SECURITY_CONTACT: 'lek@portaal.example' };
const [{ url }, real] = [await testServer(demo), await testServer(empty, contacts)];
const browser = await testBrowser();
const sql = postgres(demo, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const GEMEENTE = 'gemeente@opkoers.example';
const PROGRAMME = 'back-on-track-2021-2022';
const { demo: mark } = nl.common;
const first = await browser.open({});
await signIn(first, url, GEMEENTE);
const cookies = await first.context().cookies();
const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
async function open(path: string, options: Parameters<typeof browser.open>[0] = {}) {
  const page = await browser.open(options);
  await page.context().addCookies(cookies);
  await page.goto(url + path);
  return page;
}
const get = (path: string) => fetch(url + path, { headers: { cookie } });
const text = async (path: string) => (await get(path)).text();

describe('a portal with demo data says that it is an example', () => {
  it.each([
    { path: '/', width: 360, colorScheme: 'light' as const, words: mark },
    { path: '/en/aanbod', width: 1280, colorScheme: 'dark' as const, words: en.common.demo },
    { path: `/gemeente/${PROGRAMME}/2`, width: 1280, colorScheme: 'light' as const, words: mark },
    { path: '/bestaat-niet', width: 360, colorScheme: 'dark' as const, words: mark },
  ])('on the page $path', async ({ path, width, colorScheme, words }) => {
    const page = await open(path, { viewport: { width, height: 800 }, colorScheme });
    expect(await page.getByText(words.sentence).isVisible()).toBe(true);
    await expectAccessible(page);
  });

  it('on paper', async () => {
    const page = await open(`/gemeente/${PROGRAMME}/2/raadsverslag`);
    const { pages } = await readPdf(await page.pdf({ tagged: true }));
    expect(pages[0]!.words).toContain(mark.sentence);
  });

  it('in mails', async () => {
    expect((await mailTo(url, GEMEENTE, /^Inloggen/)).text).toContain(mark.sentence);
  });

  it('in calendars', async () => {
    const [session] = await sql<
      { id: string }[]
    >`select s.id from sessions s where s.status = 'scheduled' limit 1`;
    for (const path of [
      '/agenda.ics',
      '/organisaties/vad/agenda.ics',
      `/sessies/${session!.id}/agenda.ics`,
    ]) {
      const file = (await text(path)).replaceAll('\r\n ', '');
      expect(file).toMatch(/^X-WR-CALNAME:Voorbeeld: /m);
      expect(file).toMatch(/^X-WR-CALDESC:Dit is een voorbeeld/m);
    }
    expect(await text('/en/agenda.ics')).toMatch(/^X-WR-CALNAME:Example: /m);
  });

  it.each(['2/verslag', 'grootboek', '2/afrekening', 'staatssteun'])(
    'in every row of %s.csv',
    async (name) => {
      const [head, ...rows] = parse(await text(`/gemeente/${PROGRAMME}/${name}.csv`), {
        delimiter: ';',
        bom: true,
      }) as string[][];
      expect(head!.at(-1)).toBe(mark.label);
      expect(rows.every((row) => row.at(-1) === mark.invented)).toBe(true);
      if (name !== 'staatssteun') expect(rows.length).toBeGreaterThan(0);
    },
  );

  it('in the workbook, on every sheet', async () => {
    const answer = await get(`/gemeente/${PROGRAMME}/2/verslag.xlsx`);
    const { sheets } = readWorkbook(await answer.arrayBuffer());
    const { notes, ...tables } = nl.exports.file.sheets;
    for (const name of Object.values(tables)) {
      const [head, ...rows] = sheets[name]!;
      expect([name, head!.at(-1)]).toEqual([name, mark.label]);
      expect(rows.every((row) => row.at(-1) === mark.invented)).toBe(true);
    }
    expect(sheets[notes]!.flat()).toContain(mark.sentence);
  });

  it('to machines that look for pages and for events, with nothing for them to find', async () => {
    const [session] = await sql<
      { id: string }[]
    >`select s.id from sessions s where s.status = 'scheduled' limit 1`;
    const page = await text(`/sessies/${session!.id}`);
    expect(page).toContain('</h1>');
    expect(page).not.toContain('application/ld+json');
    for (const path of ['/', '/aanbod', `/sessies/${session!.id}`])
      expect(await text(path)).toContain('<meta name="robots" content="noindex"');
  });

  it('in open data', async () => {
    const rows = parse(await text(`/open-data/${PROGRAMME}/cijfers.csv`), { columns: true }) as {
      demo: string;
    }[];
    expect(new Set(rows.map((row) => row.demo))).toEqual(new Set(['true']));
    for (const path of [`/open-data/${PROGRAMME}/cijfers.json`, `/gemeente/${PROGRAMME}/2/verslag.json`]) {
      expect(await (await get(path)).json()).toMatchObject({ demo: true });
    }
    type Titled = { 'dct:title': { '@value': string }; 'dct:description': { '@value': string } };
    const catalogue = (await (await get('/open-data/dcat.jsonld')).json()) as Titled & {
      'dcat:dataset': Titled[];
    };
    expect(catalogue['dcat:dataset'].length).toBeGreaterThan(0);
    for (const one of [catalogue, ...catalogue['dcat:dataset']]) {
      expect(one['dct:title']['@value']).toMatch(/^Voorbeeld: /);
      expect(one['dct:description']['@value']).toContain(mark.sentence);
    }
  });
});

describe('a portal without demo data', () => {
  it('says nothing of it', async () => {
    for (const path of ['/', '/en/open-data', '/agenda.ics', '/open-data/dcat.jsonld']) {
      const words = await (await fetch(real.url + path)).text();
      expect(words).not.toMatch(/Voorbeeld: |Example: /);
      expect(words).not.toContain(mark.sentence);
      expect(words).not.toContain('<meta name="robots"');
    }
  });

  it('names who keeps its privacy and safety where that was set', async () => {
    const privacy = await (await fetch(`${real.url}/privacy`)).text();
    expect(privacy).toContain(`Mail naar ${contacts.PRIVACY_CONTACT}.`);
    expect(privacy).toContain(`Mail naar ${contacts.SECURITY_CONTACT} en`);
    const security = await (await fetch(`${real.url}/.well-known/security.txt`)).text();
    expect(security).toMatch(/^Contact: mailto:lek@portaal\.example$/m);
    expect(await text('/.well-known/security.txt')).not.toContain('mailto:');
  });
});
