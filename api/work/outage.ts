// The database is away (codes of the system, the driver and PostgreSQL), or had no room for one connection more.
const AWAY =
  /\b(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|EAI_AGAIN|CONNECTION_(CLOSED|ENDED|DESTROYED|WAIT)|CONNECT_TIMEOUT|57P0[1235]|53300|08[0-9A-Z]{3})\b/;
// The driver of the queue gives no codes for these.
const SAYS_AWAY =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|LISTEN\/NOTIFY )/;
// A deadlock or a conflict, after which the same request may well succeed.
const TRY_AGAIN = /\b(40P01|40001)\b/;

const BEATEN = /\b(23505|40P01|40001)\b/;

const LOG_EVERY_MS = 60_000;
let lastLogged = -Infinity;

/** Whether this failed because the database cannot be reached. */
export const isOutage = (error: unknown): boolean =>
  chain(error).some(({ code, message }) => AWAY.test(code) || SAYS_AWAY.test(message));

export const isPassing = (error: unknown): boolean =>
  isOutage(error) || chain(error).some(({ code }) => TRY_AGAIN.test(code));

/** Whether another transaction wrote the same first, or was let go first of two that waited for each other. */
export const isBeaten = (error: unknown): boolean => chain(error).some(({ code }) => BEATEN.test(code));

/** Says that the database is away, at most once a minute: a busy site would fill the log. Without what was asked of it. */
export function reportOutage(error: unknown) {
  const now = performance.now();
  if (now - lastLogged < LOG_EVERY_MS) return;
  lastLogged = now;
  const code = chain(error).find((one) => AWAY.test(one.code))?.code ?? 'connection lost';
  console.error(`${new Date().toISOString()} database: does not answer (${code})`);
}

/** An error and what caused it. The queue tells of errors as plain objects. */
function chain(error: unknown): { code: string; message: string }[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code = '', message = '', cause, errors = [] } = error as Partial<AggregateError & { code: string }>;
  return [{ code: String(code), message: String(message) }, ...[cause, ...errors].flatMap(chain)];
}
