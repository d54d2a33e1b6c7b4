import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * Answers to requests that carried an Idempotency-Key, kept for a day. `id` and `fingerprint` are keyed hashes and
 * `answer` is sealed: nothing in a row can be read without the secret. Without an answer only until the commit.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: text().primaryKey(),
    fingerprint: text().notNull(),
    status: integer(),
    answer: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    index('idempotency_keys_created').on(t.createdAt),
    check('idempotency_keys_answer', sql`(status is null) = (answer is null)`),
  ],
);
