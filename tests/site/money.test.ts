import { parse } from 'csv-parse/sync';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Page, testBrowser } from '../support/browser.ts';
import { demoMoney } from '../support/demo-money.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';
import { brokenRules } from '../support/ubl-rules.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
await demoMoney(sql);

const BACK_ON_TRACK = '/gemeente/back-on-track-2021-2022';
const looks = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;
const { page: words, billing } = nl.settlements;

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
const table = (text: string) =>
  parse(text, { delimiter: ';', bom: true, columns: true, relax_column_count: false }) as Record<
    string,
    string
  >[];
const cents = (text: string) => Math.round(Number(text.replace(',', '.')) * 100);
async function fill(page: Page, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: billing.save }).click();
}
const details = {
  [billing.kvkNumber]: '12345678',
  [billing.vatNumber]: 'NL000099998B57',
  [billing.iban]: 'NL91 ABNA 0417 1643 00',
  [billing.street]: 'Voorbeeldlaan 1',
  [billing.postcode]: '1234ab',
  [billing.city]: 'Voorbeeldstad',
};

/** One session of the VAD in the first quarter is not paid after all. */
const takeBackOne = () => sql`
  insert into ledger_entries (programme_id, phase_id, session_id, from_state, to_state, cents, vat_cents, at)
  select e.programme_id, e.phase_id, e.session_id, 'realised', 'free', e.cents, e.vat_cents, now()
  from ledger_entries e join budget_phases b on b.id = e.phase_id
  join programme_quarters q on q.id = b.quarter_id and q.ordinal = 1
  join programmes p on p.id = e.programme_id and p.slug = 'back-on-track-2021-2022'
  where e.to_state = 'realised' and 'vad' = (select slug from session_organisers o
    join organisations on organisations.id = o.organisation_id where o.session_id = e.session_id
    order by o.position limit 1)
  order by e.id limit 1 returning id`;

describe('the municipality', () => {
  it('makes a quarter final without scripts, and gets the file once everyone filled in what is needed', async () => {
    const page = await open('gemeente@opkoers.example', { javaScriptEnabled: false });
    await page.goto(`${url}${BACK_ON_TRACK}/1/afrekening`);
    await page.getByRole('button', { name: words.close }).click();
    await page.getByText(words.closed).waitFor();
    expect(await page.getByRole('button', { name: words.close }).count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain(words.theyFillIn);
    const file = `${BACK_ON_TRACK}/1/afrekening/vad.xml?nummer=1`;
    expect((await get('gemeente@opkoers.example', file)).status).toBe(409);

    const vad = await open('vad@opkoers.example', { javaScriptEnabled: false });
    await vad.goto(`${url}/organisatie/factuurgegevens`);
    await fill(vad, { ...details, [billing.vatNumber]: 'NL000099998B58' });
    expect(await vad.locator('#vatNumber[aria-invalid=true]').inputValue()).toBe('NL000099998B58');
    expect(await vad.getByLabel(billing.street).inputValue()).toBe('Voorbeeldlaan 1');
    await fill(vad, details);
    await vad.getByText(billing.saved).waitFor();

    await page.getByRole('link', { name: words.fillIn }).first().click();
    await fill(page, details);
    await page.getByText(billing.saved).waitFor();
    for (const email of ['gemeente@opkoers.example', 'vad@opkoers.example']) {
      const answer = await get(email, file);
      expect(answer.headers.get('content-type')).toContain('application/xml');
      expect(answer.headers.get('content-disposition')).toContain('back-on-track-2021-2022-k1-1-vad.xml');
      expect(brokenRules(await answer.text())).toEqual([]);
    }
    expect((await get('oa@opkoers.example', file)).status).toBe(404);
    expect((await get(null, file)).status).toBe(303);

    expect((await takeBackOne()).length).toBe(1);
    await page.goto(`${url}${BACK_ON_TRACK}/1/afrekening`);
    await page.getByRole('button', { name: words.close }).click();
    await page.getByText(words.closed).waitFor();
    await page.getByText(words.lines).click();
    expect(await page.locator('details .part').allInnerTexts()).toEqual([expect.stringContaining('VAD')]);
    const credit = await (await get('vad@opkoers.example', file.replace('=1', '=2'))).text();
    expect(credit).toContain('<CreditNote');
    expect(brokenRules(credit)).toEqual([]);
  });

  it('downloads the settlement and the ledger as tables that add up', async () => {
    const [ledger] = await sql`select count(*)::int as rows, sum(cents)::int as cents from ledger_entries e
      join programmes p on p.id = e.programme_id where p.slug = 'back-on-track-2021-2022'`;
    const rows = table(
      await (await get('gemeente@opkoers.example', `${BACK_ON_TRACK}/grootboek.csv`)).text(),
    );
    expect(rows.length).toBe(ledger!.rows);
    const amount = `${nl.finance.ledger.amount} ${nl.finance.exVat}`;
    expect(rows.reduce((sum, row) => sum + cents(row[amount]!), 0)).toBe(ledger!.cents);

    const path = `${BACK_ON_TRACK}/2/afrekening.csv`;
    const all = table(await (await get('gemeente@opkoers.example', path)).text());
    const own = table(await (await get('vad@opkoers.example', path)).text());
    const names = (of: typeof all) => new Set(of.map((row) => row[words.columns.organisation]));
    expect(names(all).size).toBeGreaterThan(1);
    expect(names(own)).toEqual(new Set(['VAD']));
    const sum = (of: typeof all) => of.reduce((total, row) => total + cents(row[words.columns.ex]!), 0);
    const ofVad = all.filter((row) => row[words.columns.organisation] === 'VAD');
    expect(sum(own)).toBe(sum(ofVad));
  });

  it('notes that a grant was registered, and hears at the field what is wrong', async () => {
    const t = nl.finance.aid;
    const page = await open('gemeente-amsterdam@opkoers.example', { javaScriptEnabled: false });
    await page.goto(`${url}/gemeente/onderneemvaardig/staatssteun`);
    expect(await page.locator('main').textContent()).toContain(t.states.overdue);
    await page.getByRole('link', { name: t.note }).first().click();
    await page.getByLabel(t.dateLabel).fill('2020-01-01');
    await page.getByLabel(t.referenceLabel).fill('EAIR-7');
    await page.getByRole('button', { name: t.save }).click();
    await page.locator('#registeredOn[aria-invalid=true]').waitFor();
    expect(await page.getByLabel(t.referenceLabel).inputValue()).toBe('EAIR-7');
    await page.getByLabel(t.dateLabel).fill('2026-02-01');
    await page.getByRole('button', { name: t.save }).click();
    await page.getByText(t.saved).waitFor();
    const list = await get(
      'gemeente-amsterdam@opkoers.example',
      '/gemeente/onderneemvaardig/staatssteun.csv',
    );
    const [noted] = table(await list.text()).filter((row) => row[t.reference] === 'EAIR-7');
    expect(noted).toMatchObject({ [t.amount]: '125', [t.registeredOn]: '2026-02-01' });
  });
});

describe('who may not', () => {
  it.each([
    'geld',
    'grootboek',
    'grootboek.csv',
    'staatssteun',
    'staatssteun.csv',
    'factuurgegevens',
    '1/afrekening',
  ])('see %s: an association, an entrepreneur, another municipality, who is not signed in', async (path) => {
    const at = `${BACK_ON_TRACK}/${path}`;
    expect([403, 404]).toContain((await get('vad@opkoers.example', at)).status);
    expect((await get('ondernemer@opkoers.example', at)).status).toBe(403);
    expect((await get('gemeente-amsterdam@opkoers.example', at)).status).toBe(404);
    expect((await get(null, at)).status).toBe(303);
  });

  it('see the settlement of another association', async () => {
    const page = await open('oa@opkoers.example');
    await page.goto(`${url}/organisatie`);
    await page.getByRole('link', { name: nl.settlements.own.quarter('Back on Track 2021/2022', 1) }).click();
    await page.getByText(words.specification('OA')).first().waitFor();
    expect(await page.content()).not.toContain(words.specification('VAD'));
    expect((await get('aanbieder@opkoers.example', '/organisatie/afrekening/back-on-track/1')).status).toBe(
      404,
    );
    expect((await get('gemeente@opkoers.example', '/organisatie/afrekening/back-on-track/1')).status).toBe(
      403,
    );
  });
});

const pages: [string, string][] = [
  ['gemeente@opkoers.example', `${BACK_ON_TRACK}/geld`],
  ['gemeente@opkoers.example', `/en${BACK_ON_TRACK}/geld`],
  ['gemeente@opkoers.example', `${BACK_ON_TRACK}/grootboek?stand=realised`],
  ['gemeente@opkoers.example', `${BACK_ON_TRACK}/1/afrekening`],
  ['gemeente@opkoers.example', `/en${BACK_ON_TRACK}/3/afrekening`],
  ['gemeente@opkoers.example', `${BACK_ON_TRACK}/factuurgegevens`],
  ['gemeente@opkoers.example', `${BACK_ON_TRACK}/staatssteun`],
  ['gemeente-deventer@opkoers.example', '/gemeente/actieplan-coaching-ondernemers/geld'],
  ['gemeente-amsterdam@opkoers.example', '/gemeente/onderneemvaardig/staatssteun'],
  ['vad@opkoers.example', '/organisatie/afrekening/back-on-track-2021-2022/1'],
  ['vad@opkoers.example', '/en/organisatie/factuurgegevens'],
];

it.each(pages)('%s can read %s', async (email, path) => {
  for (const look of looks) {
    const page = await open(email, look);
    await page.goto(url + path);
    await expectAccessible(page);
    expect(await page.locator('main').innerText()).not.toMatch(
      /\b(undefined|null|NaN|false|true)\b|\[object/,
    );
  }
});
