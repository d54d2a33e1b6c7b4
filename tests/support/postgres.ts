import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { withDatabase } from './address.ts';

/**
 * A database of this file's own, dropped after it. `empty` has the schema, `demo` the demo data too. Call it at the top
 * of the file.
 */
export async function testDatabase(content: 'empty' | 'demo' = 'demo') {
  const { adminUrl, ...templates } = inject('run');
  const name = `opkoers_test_${randomBytes(6).toString('hex')}`;
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(name)} template ${sql(templates[content])}`;
  afterAll(async () => {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql.end();
  });
  return withDatabase(adminUrl, name);
}
