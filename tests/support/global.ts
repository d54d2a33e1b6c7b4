import { chmodSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { seedWhenEmpty } from '../../site/run/seed.ts';
import { withDatabase } from './address.ts';

const PREFIX = 'opkoers-test-';

declare module 'vitest' {
  export interface ProvidedContext {
    run: { folder: string; adminUrl: string; empty: string; demo: string };
  }
}

/** A folder and a PostgreSQL for this run, with two databases to clone: `empty` has the schema, `demo` the demo data as well. */
export default async function setup(project: TestProject) {
  const folder = runFolder();
  const server = await startServer(folder);
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  const empty = `opkoers_empty_${process.pid}`;
  const demo = `opkoers_demo_${process.pid}`;
  await sql`create database ${sql(empty)}`;
  await migrate(withDatabase(server.adminUrl, empty));
  await sql`create database ${sql(demo)} template ${sql(empty)}`;
  await seedWhenEmpty(withDatabase(server.adminUrl, demo), () => {});
  project.provide('run', { folder, adminUrl: server.adminUrl, empty, demo });

  return async () => {
    for (const name of [empty, demo]) await sql`drop database if exists ${sql(name)} with (force)`;
    await sql.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function startServer(folder: string) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { adminUrl: given, stop: async () => {} };
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  };
  const server = await startPostgres({ dir: join(folder, 'postgres'), log: console.log, settings });
  const stop = async () => {
    await server.stop();
    rmSync(server.home, { recursive: true, force: true });
  };
  return { adminUrl: server.url('postgres'), stop };
}

/** A folder that the unprivileged user may enter who runs PostgreSQL for root. */
function runFolder() {
  sweep();
  const folder = join(realpathSync(tmpdir()), `${PREFIX}${process.pid}`);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes what killed runs left behind; a server whose folder is gone stops by itself within a minute. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (!isAlive(Number(name.slice(PREFIX.length))))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
