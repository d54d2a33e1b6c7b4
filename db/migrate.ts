import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { MAINTENANCE } from './limits.ts';

const MIGRATION_LOCK = 0x6f706b6f;
// Everyone who comes after waits behind a migration that waits for a table.
const TABLE_WAIT = '15s';

/** Applies the generated migrations. Several processes may start at once: one migrates, the others wait. */
export async function migrate(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: MAINTENANCE });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await client`select set_config('lock_timeout', ${TABLE_WAIT}, false)`;
    await applyMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
  } finally {
    await client.end();
  }
}
