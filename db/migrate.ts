import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { MAINTENANCE } from './limits.ts';

const FIRST_START_LOCK = 0x6f706b6f;
// Everyone who comes after waits behind a migration that waits for a table.
const TABLE_WAIT = '15s';

/**
 * Applies the generated migrations, and then fills what is empty. Several processes may start at once: one does both, the
 * others wait and find it done.
 */
export async function migrate(url: string, fill: () => Promise<void> = async () => {}) {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: MAINTENANCE });
  try {
    await client`select pg_advisory_lock(${FIRST_START_LOCK})`;
    await client`select set_config('lock_timeout', ${TABLE_WAIT}, false)`;
    await applyMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
    await fill();
  } finally {
    await client.end();
  }
}
