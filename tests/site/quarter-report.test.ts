import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const t = nl.report;
const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };

it.each([phone, desktop])('a quarter that is over, at $width', async (viewport) => {
  const page = await browser.open({ viewport });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${url}/gemeente/back-on-track-2021-2022/2`);
  const headings = await page.locator('h2').allInnerTexts();
  for (const { title } of [t.flow, t.kept, t.breakdowns]) expect(headings).toContain(title);

  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
  await expectAccessible(page);
  const words = await page.locator('main').innerText();
  expect(words).toContain(t.protected);
  expect(words).toContain(t.protectedNote('5'));
  for (const name of ['organiser', 'topic', 'kind', 'district', 'industry', 'age'] as const)
    expect(words).toContain(t.breakdowns.names[name]);
});

it('what changed after the end stands beside what was kept', async () => {
  const [row] = await sql<{ count: number }[]>`
    with changed as (
      update registrations set attendance = 'absent' where attendance = 'present' and session_id in (
        select s.id from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
        where p.slug = 'back-on-track-2021-2022' and s.starts_at between '2022-03-01' and '2022-03-20')
      returning 1)
    select count(*)::int from changed`;
  expect(row!.count).toBeGreaterThan(0);
  const page = await browser.open({ viewport: desktop });
  await signIn(page, url, 'gemeente@opkoers.example');
  await page.goto(`${url}/gemeente/back-on-track-2021-2022/2`);
  const visits = page
    .getByRole('region', { name: t.kept.table })
    .locator('tr', { hasText: t.kept.figures.present })
    .first();
  expect(await visits.innerText()).toContain(`-${row!.count}`);
});

it('an association sees what its own sessions come to', async () => {
  const page = await browser.open({ viewport: desktop });
  await signIn(page, url, 'vad@opkoers.example');
  await page.goto(`${url}/organisatie`);
  const own = page.locator('.own');
  expect(await own.first().innerText()).toContain(t.own.notMembers);
});
