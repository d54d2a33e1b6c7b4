import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { id, moment } from './columns.ts';

/** Who did what to what, written in the transaction of the change. No names or addresses in `details`. */
export const auditLog = pgTable(
  'audit_log',
  {
    id,
    at: moment().notNull(),
    actorKind: text().notNull(),
    accountId: uuid().references(() => accounts.id),
    action: text().notNull(),
    subjectId: uuid().notNull(),
    details: jsonb().notNull(),
  },
  (t) => [index('audit_log_subject').on(t.subjectId, t.at)],
);
