// The database is away (codes of the system, the driver and PostgreSQL), or had no room for one connection more.
const AWAY =
  /\b(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|EAI_AGAIN|CONNECTION_(CLOSED|ENDED|DESTROYED|WAIT)|CONNECT_TIMEOUT|57P0[1235]|53300|08[0-9A-Z]{3})\b/;
// The driver of the queue gives no codes for these.
const SAYS_AWAY =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|LISTEN\/NOTIFY )/;
// The database answers, and cannot do what is asked now, whatever that is. The first three are the limits of db/limits.ts.
const TROUBLE = new Map([
  ['55P03', 'a lock was not free in time'],
  ['57014', 'a statement took too long'],
  ['25P03', 'a transaction was idle too long'],
  ['53100', 'the disk is full'],
  ['53200', 'there is no memory left'],
  ['58030', 'files cannot be read or written'],
  ['25006', 'nothing may be written'],
]);
// A deadlock or a conflict, after which the same request may well succeed.
const TRY_AGAIN = /\b(40P01|40001)\b/;

const BEATEN = /\b(23505|40P01|40001)\b/;

const LOG_EVERY_MS = 60_000;
const lastLogged = new Map<string, number>();

type Told = { code: string; message: string };

/** Whether this failed because the database cannot be reached, or cannot do its work. */
export const isOutage = (error: unknown): boolean =>
  chain(error).some((one) => AWAY.test(one.code) || SAYS_AWAY.test(one.message) || TROUBLE.has(one.code));

/** Whether the same may succeed a moment later. */
export const isPassing = (error: unknown): boolean =>
  isOutage(error) || chain(error).some(({ code }) => TRY_AGAIN.test(code));

/** Whether another transaction wrote the same first, or was let go first of two that waited for each other. */
export const isBeaten = (error: unknown): boolean => chain(error).some(({ code }) => BEATEN.test(code));

/**
 * Says what is wrong with the database, of each kind of trouble at most once a minute: a busy site would fill the log.
 * Without what was asked of it.
 */
export function reportOutage(error: unknown) {
  const [what, code] = troubleIn(chain(error));
  const now = performance.now();
  if (now - (lastLogged.get(what) ?? -Infinity) < LOG_EVERY_MS) return;
  lastLogged.set(what, now);
  console.error(`${new Date().toISOString()} database: ${what} (${code})`);
}

function troubleIn(told: Told[]): [what: string, code: string] {
  const trouble = told.find(({ code }) => TROUBLE.has(code));
  if (trouble) return [TROUBLE.get(trouble.code)!, trouble.code];
  return ['does not answer', told.find(({ code }) => AWAY.test(code))?.code ?? 'connection lost'];
}

/** An error and what caused it. The queue tells of errors as plain objects. */
function chain(error: unknown): Told[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code = '', message = '', cause, errors = [] } = error as Partial<AggregateError & { code: string }>;
  return [{ code: String(code), message: String(message) }, ...[cause, ...errors].flatMap(chain)];
}
