import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import * as accounts from './schema/accounts.ts';
import * as audit from './schema/audit.ts';
import * as businessRegister from './schema/business-register.ts';
import * as calendar from './schema/calendar.ts';
import * as catalogue from './schema/catalogue.ts';
import * as challenges from './schema/challenges.ts';
import * as deliveries from './schema/deliveries.ts';
import * as idempotency from './schema/idempotency.ts';
import * as mail from './schema/mail.ts';
import * as money from './schema/money.ts';
import * as organisations from './schema/organisations.ts';
import * as programmes from './schema/programmes.ts';
import * as registrations from './schema/registrations.ts';

const schema = {
  ...accounts,
  ...audit,
  ...businessRegister,
  ...calendar,
  ...catalogue,
  ...challenges,
  ...deliveries,
  ...idempotency,
  ...mail,
  ...money,
  ...organisations,
  ...programmes,
  ...registrations,
};

type Options = { connections?: number; onStatement?: (text: string, parameters: unknown[]) => void };

/** Opens the database; `close` waits for running queries, at most five seconds. */
export function openDb(url: string, options: Options = {}) {
  const client = postgres(url, {
    max: options.connections ?? 20,
    onnotice: () => {},
    connection: { TimeZone: 'UTC' },
    ...(options.onStatement && { debug: (_, text, parameters) => options.onStatement!(text, parameters) }),
  });
  const db = drizzle(prepared(client), { schema, casing: 'snake_case' });
  return { db, client, close: () => client.end({ timeout: 5 }) };
}

/** Drizzle sends its statements unprepared, which costs a plan and one more round trip each. Here they are prepared. */
const prepared = <Client extends Sql | TransactionSql>(client: Client): Client =>
  new Proxy(client, {
    get(target, name, receiver) {
      if (name === 'unsafe') {
        const unsafe: Sql['unsafe'] = (query, parameters, options) =>
          target.unsafe(query, parameters, { ...options, prepare: true });
        return unsafe;
      }
      if (name === 'begin' && 'begin' in target) {
        return (work: (tx: TransactionSql) => unknown) => target.begin((tx) => work(prepared(tx)));
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });

export type Db = ReturnType<typeof openDb>['db'];
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Where a read may run: outside or inside a transaction. */
export type Reader = Db | Tx;
