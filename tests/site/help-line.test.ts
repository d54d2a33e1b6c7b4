import { expect, it } from 'vitest';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const database = await testDatabase();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
await sql`update municipalities set phone = '14 0362', opening_hours = 'Op werkdagen tot 17.00 uur',
  accessibility_contact = 'toegang@amstelveen.example', security_contact = 'veilig@amstelveen.example' where slug = 'amstelveen'`;
const { url } = await testServer(database);

const sessionOf = async (municipality: string) => {
  const [row] = await sql`select s.id from sessions s join modules m on m.id = s.module_id
    join programmes p on p.id = m.programme_id join municipalities g on g.id = p.municipality_id
    where g.slug = ${municipality} and s.status = 'scheduled' and s.starts_at > now() limit 1`;
  return `/sessies/${row!.id as string}`;
};
const helpOn = async (path: string) => {
  const page = await (await fetch(url + path)).text();
  return /<aside class="help[^]*?<\/aside>/.exec(page)?.[0] ?? '';
};

it('a page of one municipality has its help, and nothing of another', async () => {
  const amstelveen = await helpOn(await sessionOf('amstelveen'));
  expect(amstelveen).toContain('tel:140362');
  expect(amstelveen).toContain('Op werkdagen tot 17.00 uur');
  expect(amstelveen).not.toMatch(/Geldfit|Thrive|Amsterdam|Deventer/);
  const amsterdam = await helpOn(await sessionOf('amsterdam'));
  expect(amsterdam).toMatch(/Geldfit Zakelijk/);
  expect(amsterdam).not.toMatch(/Amstelveen|werkdagen/);
});

it('a page of none has the phones of all, and the signposts of none', async () => {
  const home = await helpOn('/');
  expect(home).toContain('tel:140362');
  expect(home).toContain('Gemeente Deventer');
  expect(home).not.toMatch(/Geldfit|Thrive/);
});

it('whom a municipality named stands where people look for it', async () => {
  const text = async (path: string) => (await fetch(url + path)).text();
  expect(await text('/toegankelijkheid')).toContain('mailto:toegang@amstelveen.example');
  expect(await text('/.well-known/security.txt')).toContain('Contact: mailto:veilig@amstelveen.example');
});
