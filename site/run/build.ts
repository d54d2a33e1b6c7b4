import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  readdirSync,
  utimesSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { StartError } from '../../db/embedded-place.ts';
import { root } from './environment.ts';

const KEPT = 10;
const SOURCES = [
  'site/**/*',
  'api/**/*',
  'db/**/*.ts',
  'emails/**/*',
  'astro.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * The path of the built server, which is built first unless it is there already. Each build has its own folder, named
 * after its sources: a build never pulls files from under a server that runs.
 */
export async function buildWhenNeeded(log: (line: string) => void) {
  const dist = join(root, 'dist');
  const folder = join(dist, sourceHash());
  const entry = join(folder, 'server/entry.mjs');
  if (!existsSync(entry)) {
    log('Building ...');
    const half = join(dist, `half-${process.pid}`);
    mkdirSync(dist, { recursive: true });
    await astroBuild(half);
    if (!existsSync(folder)) renameSync(half, folder);
    rmSync(half, { recursive: true, force: true });
  }
  utimesSync(folder, new Date(), new Date());
  removeOld(dist);
  return entry;
}

function sourceHash() {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true }).filter((file) => file.isFile());
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

async function astroBuild(outDir: string) {
  const astro = join(createRequire(import.meta.url).resolve('astro/package.json'), '../bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, 'close');
  if (code === 0) return;
  rmSync(outDir, { recursive: true, force: true });
  throw new StartError(`The build failed.\n${output}`);
}

function removeOld(dist: string) {
  const byAge = readdirSync(dist)
    .map((name) => join(dist, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of byAge.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

if (import.meta.main) {
  try {
    await buildWhenNeeded(console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
