import { boolean, index, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { sessions } from './catalogue.ts';
import { id, moment } from './columns.ts';

/**
 * Every change of who may book a session that is no draft, written by a trigger on `sessions`, whoever changes it: so also
 * what is imported or changed by hand. Nothing here is ever changed or deleted.
 */
export const sessionAccessChanges = pgTable(
  'session_access_changes',
  {
    id,
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    at: moment().notNull(),
    actorKind: text().notNull(),
    accountId: uuid().references(() => accounts.id),
    before: jsonb(),
    after: jsonb().notNull(),
  },
  (t) => [index('session_access_changes_session').on(t.sessionId, t.at)],
);

export const accessCheckReason = pgEnum('access_check_reason', ['change', 'daily', 'afterwards']);

/** Whether a session was open to everyone, as found on a day, with what was found. Never changed or deleted. */
export const accessChecks = pgTable(
  'access_checks',
  {
    id,
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    reason: accessCheckReason().notNull(),
    open: boolean().notNull(),
    checks: jsonb().notNull(),
    checkedAt: moment().notNull(),
  },
  (t) => [index('access_checks_session').on(t.sessionId, t.checkedAt)],
);
