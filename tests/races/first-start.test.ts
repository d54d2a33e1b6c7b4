import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { describe, expect, inject, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { seedWhenEmpty } from '../../site/run/seed.ts';
import { startServer, stopServer } from '../support/portal.ts';
import { testDatabase } from '../support/postgres.ts';

const [bare, locked, unlocked, together] = await Promise.all(
  (['bare', 'empty', 'empty', 'bare'] as const).map((content) => testDatabase(content)),
);

async function look<Row>(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await sql.unsafe(statement);
  await sql.end();
  return rows as unknown as Row[];
}
const demoOf = (url: string) =>
  look(
    url,
    `select (select count(*)::int from demo_data) as filled, (select count(*)::int from municipalities) as municipalities,
    (select count(*)::int from accounts where email = 'beheer@opkoers.example') as operators`,
  );
const ONCE = [{ filled: 1, municipalities: 3, operators: 1 }];

/** Two who start on this database at once: how often demo data were begun, and what became of each start. */
async function starts(url: string) {
  const begun: string[] = [];
  const start = () => migrate(url, () => seedWhenEmpty(url, (line) => begun.push(line)));
  const ends = await Promise.allSettled([start(), start()]);
  return { begun: begun.length, ends: ends.map(({ status }) => status).sort() };
}

describe('two who start at once on an empty database', () => {
  it('make the tables and the demo data once', async () => {
    expect(await starts(bare!)).toEqual({ begun: 1, ends: ['fulfilled', 'fulfilled'] });
    expect(await demoOf(bare!)).toEqual(ONCE);
    expect(await starts(locked!)).toEqual({ begun: 1, ends: ['fulfilled', 'fulfilled'] });
  });

  it('negative control: without the lock both begin with the demo data, and one stumbles', async () => {
    const name = new URL(unlocked!).pathname.slice(1);
    await look(
      unlocked!,
      `create function pg_advisory_lock(bigint) returns void language sql as 'select';
      alter database ${name} set search_path = public, pg_catalog`,
    );
    expect(await starts(unlocked!)).toEqual({ begun: 2, ends: ['fulfilled', 'rejected'] });
  });

  it('both run, when they are processes of npm start', async () => {
    const start = () =>
      startServer({
        DATABASE_URL: together!,
        DATA_DIR: mkdtempSync(join(inject('run').folder, 'together-')),
        DEMO: 'true',
      });
    const servers = await Promise.all([start(), start()]);
    expect(await demoOf(together!)).toEqual(ONCE);
    const pages = await Promise.all(servers.map(async ({ url }) => (await fetch(url)).status));
    await Promise.all(servers.map(({ child }) => stopServer(child)));
    expect(pages).toEqual([200, 200]);
    expect(servers.map(({ stderr }) => stderr())).toEqual(['', '']);
  });
});
