/**
 * How long PostgreSQL lets a connection go on, in milliseconds: then it refuses the lock, cancels the statement or ends the
 * connection, so that one that is stuck does not keep all the others.
 */
export type Limits = {
  lock_timeout: number;
  statement_timeout: number;
  idle_in_transaction_session_timeout: number;
};

const SECOND = 1000;
const limits = (lock: number, statement: number, idle: number): Limits => ({
  lock_timeout: lock * SECOND,
  statement_timeout: statement * SECOND,
  idle_in_transaction_session_timeout: idle * SECOND,
});

/** While someone waits for an answer. An honest rush on one session waits in line for some seconds: longer than that is stuck. */
export const REQUESTS = limits(10, 30, 30);
/** The queue's own work, for which nobody waits; processes that start together make its tables in turn. */
export const QUEUE = limits(10, 60, 60);
/** Migrations and demo data: as long as it takes, but not for ever. */
export const MAINTENANCE = limits(3600, 3600, 3600);

/** As an option of the command line, for a driver that has no other way to pass them. */
export const asOptions = (given: Limits) =>
  Object.entries(given)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
