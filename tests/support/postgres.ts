import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { withDatabase } from './address.ts';

/**
 * A database of this file's own, dropped after it. `bare` has nothing, `empty` the schema, `demo` the demo data too. Call
 * it at the top of the file.
 */
export async function testDatabase(content: 'bare' | 'empty' | 'demo' = 'demo') {
  const { adminUrl, ...templates } = inject('run');
  const name = `opkoers_test_${randomBytes(6).toString('hex')}`;
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const template = content === 'bare' ? 'template1' : templates[content];
  await sql`create database ${sql(name)} template ${sql(template)}`;
  afterAll(async () => {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql.end();
  });
  return withDatabase(adminUrl, name);
}
