import { join } from 'node:path';
import postgres from 'postgres';
import { StartError } from '../../db/embedded-place.ts';
import { holdsDemoData } from '../../db/demo.ts';
import { startPostgres } from '../../db/embedded.ts';
import { openDb } from '../../db/open.ts';
import type { Environment } from './environment.ts';

const NAME = 'opkoers';
/** The first with uuidv7(), which makes every id. */
const OLDEST = 18;

type Options = { log: (line: string) => void; fresh?: boolean };
/** What of the settings says which database, what becomes of an empty one, and whether others can reach it. */
type Wanted = Pick<Environment, 'dataDir' | 'ownDatabase' | 'wantsDemo' | 'exposed'>;

/**
 * DATABASE_URL when it is set, otherwise the embedded server, which `stop` ends. Migrated, and when it is empty filled with
 * the demo data that were asked for. `fresh` throws the embedded database away first.
 */
export async function openDatabase(wanted: Wanted, options: Options) {
  // Loaded while PostgreSQL starts: together they are most of the wait for the first page.
  const loading = Promise.all([import('../../db/migrate.ts'), import('./seed.ts')]);
  const database = await findDatabase(wanted, options);
  try {
    const [{ migrate }, { seedWhenEmpty }] = await loading;
    const fill = () => seedWhenEmpty(database.url, options.log);
    await migrate(database.url, wanted.wantsDemo ? fill : undefined);
    if (wanted.exposed) await refuseDemo(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function findDatabase({ dataDir, ownDatabase }: Wanted, { log, fresh }: Options) {
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
    const [found] = await sql<[{ version: string }]>`select current_setting('server_version') as version`;
    refuseOld(found.version);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(`The database of DATABASE_URL does not answer: ${message || code}.`);
  } finally {
    await sql.end();
  }
  return { url, stop: async () => {} };
}

/** Who signs in to demo data is known to everyone. */
async function refuseDemo(url: string) {
  const { db, close } = openDb(url, { connections: 1 });
  const isDemo = await holdsDemoData(db).finally(close);
  if (!isDemo) return;
  throw new StartError(
    'This database holds demo data, with sign-ins that everyone knows. For an address that others can reach, set DATABASE_URL to an empty one.',
  );
}

function refuseOld(version: string) {
  if (Number.parseInt(version) >= OLDEST) return;
  throw new StartError(
    `The database of DATABASE_URL is PostgreSQL ${version.split(' ')[0]}, and Opkoers needs ${OLDEST} or newer.`,
  );
}
