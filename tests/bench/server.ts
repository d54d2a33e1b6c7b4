import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { startServer, stopServer } from '../support/portal.ts';

export type Place = Awaited<ReturnType<typeof openPlace>>;

/** A PostgreSQL of this run's own, as durable as `npm start` has it, that makes databases and portals on them. */
export async function openPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'opkoers-bench-'));
  chmodSync(folder, 0o755);
  const postgresServer = await startPostgres({ dir: join(folder, 'postgres'), log: () => {} });
  const admin = postgres(postgresServer.url('postgres'), { max: 1, onnotice: () => {} });
  const closing: (() => Promise<unknown>)[] = [];
  async function server(databaseUrl: string, settings: Record<string, string>) {
    const own = { DATABASE_URL: databaseUrl, DATA_DIR: mkdtempSync(join(folder, 'data-')) };
    const { child, url } = await startServer({ ...own, ...settings });
    const stop = () => stopServer(child);
    closing.unshift(stop);
    return { child, url, stop };
  }
  return {
    onClose: (close: () => Promise<unknown>) => void closing.unshift(close),
    async database(name: string) {
      await admin`create database ${admin(name)}`;
      const url = postgresServer.url(name);
      await migrate(url);
      const sql = postgres(url, { max: 2, onnotice: () => {} });
      closing.unshift(() => sql.end());
      return { url, sql };
    },
    /** The built portal as `npm start` runs it, without the jobs: those have a process of their own when it is busy. */
    portal: async (databaseUrl: string) => (await server(databaseUrl, { WORKER: 'false' })).url,
    server,
    async close() {
      for (const close of closing) await close();
      await admin.end();
      await postgresServer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
