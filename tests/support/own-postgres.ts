import { readFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, inject, vi } from 'vitest';
import { startPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';

/** How a PostgreSQL ends: the fast and the immediate shutdown of its manual, and a crash. */
export const endings = { fast: 'SIGINT', immediate: 'SIGQUIT', crash: 'SIGKILL' } as const;

/** A PostgreSQL of this file's own, as durable as in production, to be stopped and started. With one database, migrated. */
export async function ownPostgres() {
  const folder = mkdtempSync(join(inject('run').folder, 'own-'));
  const dir = join(folder, 'postgres');
  const launch = () => startPostgres({ dir, log: () => {}, settings: { log_min_messages: 'panic' } });
  let server = await launch();
  afterAll(() => server.stop());

  const admin = connect(server.url('postgres'));
  await admin`create database portal`;
  await admin.end();
  const url = server.url('portal');
  await migrate(url);
  const sql = connect(url);
  const [durable] = await sql`select current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`;
  await sql.end();

  return {
    url,
    durable,
    /** For one look at the database, on a connection that does not see the next outage. */
    async look<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
      const one = connect(url);
      try {
        return await work(one);
      } finally {
        await one.end();
      }
    },
    async end(how: keyof typeof endings) {
      const pidFile = join(server.home, 'data/postmaster.pid');
      const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
      const one = connect(url);
      const backends = await one<{ pid: number }[]>`select pid from pg_stat_activity`;
      await one.end();
      process.kill(pid, endings[how]);
      await vi.waitFor(
        () => {
          if ([{ pid }, ...backends].some((found) => lives(found.pid))) throw new Error('It still runs.');
        },
        { timeout: 30_000, interval: 20 },
      );
    },
    async start() {
      server = await launch();
    },
  };
}

const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });

function lives(pid: number) {
  try {
    // A process that ended but was not waited for still has an id.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
