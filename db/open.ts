import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type Limits, REQUESTS } from './limits.ts';
import { openPool } from './pool.ts';

type Options = {
  connections?: number;
  limits?: Limits;
  onStatement?: (text: string, parameters: unknown[]) => void;
};

/** Opens the database; `close` waits for what runs, at most five seconds. */
export function openDb(url: string, { connections = 20, limits = REQUESTS, onStatement }: Options = {}) {
  const { client, close } = openPool({ url, size: connections, limits, onStatement });
  const db = drizzle(client as unknown as Sql, { casing: 'snake_case' });
  return { db, close };
}

export type Db = ReturnType<typeof openDb>['db'];
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Where a read may run: outside or inside a transaction. */
export type Reader = Db | Tx;
