import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExposed, readConfig } from '../../api/config.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Reads `.env` when there is one, checks every setting, and fills in what a first try should not have to set. */
export function readEnvironment() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { env } = process;
  const dataDir = resolve(root, env.DATA_DIR || '.data');
  const ownDatabase = !env.DATABASE_URL;
  const isPublic = isExposed(env);
  mkdirSync(dataDir, { recursive: true });
  if (!env.SECRET && !isPublic) env.SECRET = rememberedSecret(dataDir);
  readConfig({ ...env, DATABASE_URL: env.DATABASE_URL || 'postgres://embedded' });
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 4321);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { dataDir: realpathSync(dataDir), ownDatabase, isPublic, host, port, address };
}

export type Environment = ReturnType<typeof readEnvironment>;

function rememberedSecret(dataDir: string) {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
