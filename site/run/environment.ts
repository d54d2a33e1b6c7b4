import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExposed, readConfig } from '../../api/config.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Reads `.env` when there is one, checks every setting, and fills in what a first try should not have to set. */
export function readEnvironment() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { env } = process;
  const ownDatabase = !env.DATABASE_URL;
  const exposed = isExposed(env);
  const ownSecret = !env.SECRET && !exposed;
  const { dataDir, mistakes } = makeDataDir(resolve(root, env.DATA_DIR || '.data'));
  if (ownSecret) env.SECRET = mistakes.length > 0 ? newSecret() : rememberedSecret(dataDir);
  const config = readConfig({ ...env, DATABASE_URL: env.DATABASE_URL || 'postgres://embedded' }, mistakes);
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 4321);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const wantsDemo = config.demo ?? (ownDatabase && !exposed);
  return { dataDir, ownDatabase, ownSecret, exposed, wantsDemo, host, port, address, config };
}

export type Environment = ReturnType<typeof readEnvironment>;

function makeDataDir(path: string) {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    return { dataDir: realpathSync(path), mistakes: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { dataDir: path, mistakes: [`DATA_DIR: ${path} cannot be made or used (${code})`] };
  }
}

const newSecret = () => randomBytes(32).toString('hex');

function rememberedSecret(dataDir: string) {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
