import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type Limits, REQUESTS } from './limits.ts';
import { openPool } from './pool.ts';
import * as access from './schema/access.ts';
import * as accounts from './schema/accounts.ts';
import * as audit from './schema/audit.ts';
import * as businessRegister from './schema/business-register.ts';
import * as calendar from './schema/calendar.ts';
import * as catalogue from './schema/catalogue.ts';
import * as challenges from './schema/challenges.ts';
import * as deliveries from './schema/deliveries.ts';
import * as figures from './schema/figures.ts';
import * as idempotency from './schema/idempotency.ts';
import * as mail from './schema/mail.ts';
import * as memberships from './schema/memberships.ts';
import * as money from './schema/money.ts';
import * as organisations from './schema/organisations.ts';
import * as programmeDesk from './schema/programme-desk.ts';
import * as programmes from './schema/programmes.ts';
import * as registrations from './schema/registrations.ts';
import * as reports from './schema/reports.ts';
import * as settlements from './schema/settlements.ts';
import * as signals from './schema/signals.ts';
import * as steering from './schema/steering.ts';

const schema = {
  ...access,
  ...accounts,
  ...audit,
  ...businessRegister,
  ...calendar,
  ...catalogue,
  ...challenges,
  ...deliveries,
  ...figures,
  ...idempotency,
  ...mail,
  ...memberships,
  ...money,
  ...organisations,
  ...programmeDesk,
  ...programmes,
  ...registrations,
  ...reports,
  ...settlements,
  ...signals,
  ...steering,
};

type Options = {
  connections?: number;
  limits?: Limits;
  onStatement?: (text: string, parameters: unknown[]) => void;
};

/** Opens the database; `close` waits for what runs, at most five seconds. */
export function openDb(url: string, { connections = 20, limits = REQUESTS, onStatement }: Options = {}) {
  const { client, close } = openPool({ url, size: connections, limits, onStatement });
  const db = drizzle(client as unknown as Sql, { schema, casing: 'snake_case' });
  return { db, close };
}

export type Db = ReturnType<typeof openDb>['db'];
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Where a read may run: outside or inside a transaction. */
export type Reader = Db | Tx;
