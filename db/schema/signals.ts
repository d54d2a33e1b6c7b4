import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { id, moment } from './columns.ts';
import { organisations } from './organisations.ts';
import { programmeQuarters, programmes } from './programmes.ts';

export const signalKind = pgEnum('signal_kind', [
  'low-interest',
  'members-only',
  'few-non-members',
  'membership-little-known',
  'target-not-planned',
  'target-unreachable',
  'target-exceeded',
  'attendance-unmarked',
  'budget-ahead',
  'budget-behind',
]);
export const signalLevel = pgEnum('signal_level', ['attention', 'action']);

/**
 * A figure of a quarter that asks for attention, from the day on which it first did until it did no longer. `subject` is
 * the group of a target, else empty. The associations see it at once, the municipality from `municipalityFrom` on.
 */
export const signals = pgTable(
  'signals',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    quarterId: uuid()
      .notNull()
      .references(() => programmeQuarters.id),
    kind: signalKind().notNull(),
    subject: text().notNull().default(''),
    openedAt: moment().notNull(),
    municipalityFrom: moment().notNull(),
    closedAt: moment(),
  },
  (t) => [
    uniqueIndex('signals_open')
      .on(t.quarterId, t.kind, t.subject)
      .where(sql`closed_at is null`),
    index('signals_programme').on(t.programmeId, t.openedAt),
    check('signals_closed', sql`closed_at >= opened_at`),
  ],
);

/** What a signal said: the figures and the threshold, each time they were others. Never changed, only added to. */
export const signalReadings = pgTable(
  'signal_readings',
  {
    id,
    signalId: uuid()
      .notNull()
      .references(() => signals.id),
    level: signalLevel().notNull(),
    figures: jsonb().$type<Record<string, number>>().notNull(),
    threshold: jsonb().$type<Record<string, number>>().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('signal_readings_signal').on(t.signalId, t.at)],
);

/** What an association does about a signal, in its own words. */
export const signalResponses = pgTable(
  'signal_responses',
  {
    id,
    signalId: uuid()
      .notNull()
      .references(() => signals.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    text: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('signal_responses_signal').on(t.signalId, t.at)],
);

/** Who was mailed about a signal: once. */
export const signalNotices = pgTable(
  'signal_notices',
  {
    signalId: uuid()
      .notNull()
      .references(() => signals.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.signalId, t.accountId] })],
);

/** On which local days the figures of a programme were looked at: once a day. */
export const signalRuns = pgTable(
  'signal_runs',
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    runOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.runOn] })],
);
