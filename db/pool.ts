import { setTimeout as wait } from 'node:timers/promises';
import postgres, { type ParameterOrJSON, type RowList, type Row, type Sql } from 'postgres';
import type { Limits } from './limits.ts';

type OnStatement = (text: string, parameters: unknown[]) => void;
type Settings = { url: string; size: number; limits: Limits; onStatement?: OnStatement | undefined };
type Run = (query: string, params?: unknown[]) => Statement;
type Statement = PromiseLike<RowList<Row[]>> & { values: () => Promise<unknown> };
/** `unanswered` are the statements the driver has, so that none of them is sent again. */
type Connection = { client: Sql; unanswered: Set<{ cancel: () => void }> };
type Waiting = { resolve: (connection: Connection) => void; reject: (error: Error) => void };

const CONNECT_SECONDS = 5;
const WAIT_MS = 15_000;
const CLOSE_MS = 5_000;

/**
 * Connections of postgres.js, each a client of its own that is thrown away when it is lost. A client with many connections
 * opens a lost one again by itself: what is left of a transaction then runs outside it, and its rollback may end the process.
 * This is the part of a client that drizzle uses; there are no savepoints.
 */
export function openPool({ url, size, limits, onStatement }: Settings) {
  const all = new Set<Connection>();
  const idle: Connection[] = [];
  const waiting = new Set<Waiting>();
  const options = { parsers: {}, serializers: {} };
  let closing = false;

  function connect() {
    const client = postgres(url, {
      max: 1,
      max_lifetime: null,
      connect_timeout: CONNECT_SECONDS,
      // Asked at every connection, in a way that a lost one ends the process; our statements send no arrays.
      fetch_types: false,
      onnotice: () => {},
      onclose: () => lose(connection),
      connection: { TimeZone: 'UTC', ...limits },
      ...(onStatement && { debug: (_, text, parameters) => onStatement(text, parameters) }),
    });
    Object.assign(client.options.parsers, options.parsers);
    Object.assign(client.options.serializers, options.serializers);
    const connection: Connection = { client, unanswered: new Set() };
    all.add(connection);
    return connection;
  }

  function lose(connection: Connection) {
    if (!all.delete(connection)) return;
    if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
    for (const statement of connection.unanswered) if (!isSent(statement)) statement.cancel();
    connection.client.end({ timeout: 0 }).catch(() => {});
    serve();
  }

  function serve() {
    for (const one of waiting) {
      const connection = idle.pop() ?? (all.size < size ? connect() : undefined);
      if (!connection) return;
      waiting.delete(one);
      one.resolve(connection);
    }
  }

  async function take(): Promise<Connection> {
    if (closing) throw failure('CONNECTION_ENDED');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(one);
        reject(failure('CONNECTION_WAIT'));
      }, WAIT_MS);
      const done =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          settle(value);
        };
      const one: Waiting = { resolve: done(resolve), reject: done(reject) };
      waiting.add(one);
      serve();
    });
  }

  function give(connection: Connection) {
    if (!all.has(connection)) return;
    idle.push(connection);
    serve();
  }

  async function run<T>(connection: Connection, make: (client: Sql) => Promise<T> & { cancel: () => void }) {
    if (!all.has(connection)) throw failure('CONNECTION_CLOSED');
    const statement = make(connection.client);
    connection.unanswered.add(statement);
    try {
      return await statement;
    } catch (error) {
      const wasLost = !all.has(connection);
      // Whatever is no answer of the server, or its last one, leaves a connection of which nobody knows the state.
      if (!(error instanceof postgres.PostgresError) || error.severity !== 'ERROR') lose(connection);
      throw wasLost && !isSent(statement) ? failure('CONNECTION_CLOSED') : error;
    } finally {
      connection.unanswered.delete(statement);
    }
  }

  async function once<T>(work: (connection: Connection) => Promise<T>) {
    const connection = await take();
    try {
      return await work(connection);
    } finally {
      give(connection);
    }
  }

  /** A statement that runs when it is awaited, as rows or as values. */
  const statement =
    (use: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>): Run =>
    (query, params = []) => {
      // Prepared, which drizzle does not ask for: it spares a plan and one more round trip each.
      const make = (client: Sql) =>
        client.unsafe(query, params as ParameterOrJSON<never>[], { prepare: true });
      return {
        values: () => use((connection) => run(connection, (client) => make(client).values())),
        then: (...handlers) => use((connection) => run(connection, make)).then(...handlers),
      };
    };

  /** Nothing is written unless everything is: when the connection is lost, what is left of `work` is refused. */
  const begin = <T>(work: (tx: { unsafe: Run }) => Promise<T>) =>
    once(async (connection) => {
      let over = false;
      let failed: unknown;
      const say = (text: string) => run(connection, (client) => client.unsafe(text));
      const unsafe = statement(async (send) => {
        if (over) throw failure('CONNECTION_CLOSED');
        return send(connection).catch((error: unknown) => {
          failed ??= error;
          throw error;
        });
      });
      await say('begin');
      try {
        const result = await work({ unsafe });
        over = true;
        // A transaction with a failed statement answers a commit with a rollback.
        if ((await say('commit')).command !== 'COMMIT') throw failed;
        return result;
      } catch (error) {
        if (!over) await say('rollback').catch(() => lose(connection));
        over = true;
        throw error;
      }
    });

  async function close() {
    closing = true;
    for (const one of waiting) one.reject(failure('CONNECTION_ENDED'));
    waiting.clear();
    for (let waited = 0; idle.length < all.size && waited < CLOSE_MS; waited += 20) await wait(20);
    await Promise.all([...all].map(({ client }) => client.end({ timeout: 0 })));
  }

  return { client: { options, unsafe: statement(once), begin }, close };
}

const isSent = (statement: object) => 'state' in statement && statement.state !== null;

const failure = (code: string) => Object.assign(new Error(`database: ${code}`), { code });
