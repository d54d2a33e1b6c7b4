import postgres from 'postgres';
import { expect, it } from 'vitest';
import { testBrowser } from '../support/browser.ts';
import { takeErrors } from '../support/console.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const other = await testDatabase('empty');
const server = await testServer(database);
const browser = await testBrowser();

it('gives every test file databases of its own', async () => {
  expect(database).not.toBe(other);
  const sql = postgres(other, { max: 1 });
  const rows =
    await sql`select current_setting('fsync') as fsync, (select collname from pg_collation limit 1) is not null as sorts`;
  expect(rows).toEqual([{ fsync: 'off', sorts: true }]);
  await sql.end();
});

it('draws text in the font of the site, on a machine without fonts', async () => {
  const page = await browser.open({ baseURL: server.url });
  await page.goto('/');
  const widths = await page.evaluate(async () => {
    const [own = ''] = getComputedStyle(document.body).fontFamily.split(',');
    await document.fonts.load(`40px ${own}`);
    const context = document.createElement('canvas').getContext('2d');
    return ['serif', own].map((name) => {
      if (context) context.font = `40px ${name}`;
      return context?.measureText('Ondernemersvereniging').width;
    });
  });
  expect(widths[0]).toBeGreaterThan(200);
  expect(widths[1]).toBeGreaterThan(200);
  expect(widths[1]).not.toBe(widths[0]);
});

it('catches console.error, so that a stray one fails its test', () => {
  console.error('expected', 1);
  expect(takeErrors()).toEqual(['expected 1']);
});
