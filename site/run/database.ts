import { join } from 'node:path';
import postgres from 'postgres';
import { StartError } from '../../db/embedded-place.ts';
import { startPostgres } from '../../db/embedded.ts';
import type { Environment } from './environment.ts';

const NAME = 'opkoers';

type Options = { log: (line: string) => void; fresh?: boolean };

/**
 * DATABASE_URL when it is set, otherwise the embedded server, which `stop` ends. Migrated, and filled when it is a demo.
 * `fresh` throws the embedded database away first.
 */
export async function openDatabase(environment: Environment, options: Options) {
  // Loaded while PostgreSQL starts: together they are most of the wait for the first page.
  const loading = Promise.all([import('../../db/migrate.ts'), import('./seed.ts')]);
  const database = await findDatabase(environment, options);
  try {
    const [{ migrate }, { seedWhenEmpty }] = await loading;
    await migrate(database.url);
    if (!environment.isPublic) await seedWhenEmpty(database.url, options.log);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function findDatabase({ dataDir, ownDatabase }: Environment, { log, fresh }: Options) {
  if (!ownDatabase) return givenDatabase(process.env.DATABASE_URL ?? '');
  const server = await startPostgres({ dir: join(dataDir, 'postgres'), log, keep: true });
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  if (fresh) await sql`drop database if exists ${sql(NAME)} with (force)`;
  const [found] = await sql`select from pg_database where datname = ${NAME}`;
  if (!found) await sql`create database ${sql(NAME)}`;
  await sql.end();
  return { url: server.url(NAME), stop: server.stop };
}

async function givenDatabase(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(`The database of DATABASE_URL does not answer: ${message || code}.`);
  } finally {
    await sql.end();
  }
  return { url, stop: async () => {} };
}
