import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { describe, expect, inject, it } from 'vitest';
import { freePort } from '../../db/embedded.ts';
import { securityHeaders } from '../../site/headers.ts';
import { runServer, startServer, stopServer } from '../support/portal.ts';

const { folder } = inject('run');
const DATA_DIR = join(folder, 'start');
// No PATH: neither PostgreSQL nor anything else of the machine can be found.
const settings = { DATA_DIR, PORT: String(await freePort()), PATH: '' };
const reset = fileURLToPath(new URL('../../site/run/reset.ts', import.meta.url));

async function refusal(env: Record<string, string>, script?: string) {
  const run = runServer(env, script);
  const [code] = await once(run.child, 'close');
  expect(code).toBe(1);
  return run.stderr().trim();
}

async function query(statement: string) {
  const access = JSON.parse(readFileSync(join(DATA_DIR, 'postgres/access.json'), 'utf8')) as Record<
    string,
    string
  >;
  const sql = postgres(`postgres://opkoers:${access.password}@127.0.0.1:${access.port}/opkoers`, { max: 1 });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

const postmaster = () =>
  Number(readFileSync(join(DATA_DIR, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
const postgresRuns = () => existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid'));

describe('npm start', () => {
  it('serves pages and files with the security headers, on a PostgreSQL of its own', async () => {
    const server = await startServer(settings);
    const page = await fetch(server.url);
    expect(page.status).toBe(200);
    const [stylesheet] = /\/_astro\/[^"]+\.css/.exec(await page.text()) ?? [];
    const file = await fetch(server.url + stylesheet);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('immutable');
    for (const response of [
      page,
      file,
      await fetch(`${server.url}/bestaat-niet`),
      await fetch(`${server.url}/%`),
    ]) {
      for (const [name, value] of securityHeaders) expect(response.headers.get(name)).toBe(value);
    }
    expect(await query('show timezone')).toEqual([{ TimeZone: 'UTC' }]);
    await query('create table kept (id int)');

    expect(await stopServer(server.child, 'SIGINT')).toBe(0);
    expect(server.stderr()).toBe('');
    expect(postgresRuns()).toBe(false);
  });

  it('keeps the data, also after it was killed with its PostgreSQL still running', async () => {
    const first = await startServer(settings);
    await query('insert into kept values (1)');
    await stopServer(first.child, 'SIGKILL');
    expect(postgresRuns()).toBe(true);

    const second = await startServer(settings);
    expect(await query('select id from kept')).toEqual([{ id: 1 }]);
    expect(await stopServer(second.child, 'SIGTERM')).toBe(0);
    expect(postgresRuns()).toBe(false);
  });

  it('starts its PostgreSQL again when that was killed, and goes on', async () => {
    const server = await startServer(settings);
    process.kill(postmaster(), 'SIGKILL');
    await expect.poll(() => query('select 1 as one').catch(() => []), { timeout: 20_000 }).toHaveLength(1);
    await expect
      .poll(async () => (await fetch(`${server.url}/aanbod`)).status, { timeout: 20_000 })
      .toBe(200);
    expect(server.stderr()).toMatch(/Z database: PostgreSQL had ended, and was started again$/m);
    expect(server.child.exitCode).toBeNull();
    expect(await stopServer(server.child)).toBe(0);
    expect(postgresRuns()).toBe(false);
  });

  it('ends with a clear line when its PostgreSQL cannot be started again', async () => {
    const server = await startServer(settings);
    const exit = once(server.child, 'exit');
    const control = join(DATA_DIR, 'postgres/data/global/pg_control');
    renameSync(control, `${control}.away`);
    process.kill(postmaster(), 'SIGKILL');
    const [code] = await exit;
    renameSync(`${control}.away`, control);
    expect(code).toBe(1);
    expect(server.stderr()).toMatch(/^PostgreSQL had ended\. PostgreSQL did not start: .*pg_control.*$/m);
  });

  it('says in one line that it runs already; reset says so too', async () => {
    const server = await startServer(settings);
    const says = `Opkoers already runs: ${server.url} (process ${server.child.pid}). Stop it first, with Ctrl-C where it was started.`;
    expect(await refusal(settings)).toBe(says);
    expect(await refusal({ ...settings, PORT: String(await freePort()) })).toBe(says);
    expect(await refusal(settings, reset)).toBe(says);
    await stopServer(server.child);
  });

  it('says in one line that another program has its port, and leaves the database alone', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ ...settings, PORT: String(port) })).toMatch(
      /^Port \d+ is taken by another program.*\.$/,
    );
    expect(postgresRuns()).toBe(false);
    other.close();
  });

  it('does not trust a process id that the machine gave to another program', async () => {
    const pidFile = join(DATA_DIR, 'postgres/data/postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${join(DATA_DIR, 'postgres/data')}\n0\n${await freePort()}\n`);
    const server = await startServer(settings);
    expect(await stopServer(server.child)).toBe(0);
  });

  it('starts with new data after a reset', async () => {
    const run = runServer(settings, reset);
    const [code] = await once(run.child, 'close');
    expect(run.stderr()).toBe('');
    expect(code).toBe(0);
    const server = await startServer(settings);
    expect(await query(`select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
    await stopServer(server.child);
  });

  it.runIf(process.getuid?.() === 0)('works for root in a folder that nobody else may enter', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await startServer({ ...settings, DATA_DIR: closed });
    expect(server.stdout()).toContain('PostgreSQL does not run as root');
    expect(await stopServer(server.child)).toBe(0);
    rmSync(realpathSync(join(closed, 'postgres')), { recursive: true });
  });
});
