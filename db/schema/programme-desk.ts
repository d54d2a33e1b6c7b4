import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { id, moment } from './columns.ts';
import { programmes } from './programmes.ts';

/**
 * What the municipality keeps about a programme besides what it pays: who leads it, the agreement, and from when figures
 * ask for attention. A programme without a row has none of it, and the thresholds that the portal proposes; so has a
 * threshold that is null. Percentages are whole numbers; `…Points` are percentage points.
 */
export const programmeDesks = pgTable(
  'programme_desks',
  {
    programmeId: uuid()
      .primaryKey()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    leadName: text(),
    leadUnit: text(),
    agreementSignedOn: date({ mode: 'string' }),
    agreementSignatory: text(),
    agreementMandate: text(),
    agreementSource: text(),
    interestPercent: integer(),
    nonMemberPercent: integer(),
    knownVisits: integer(),
    noticeDays: integer(),
    sessionsPerWeek: integer(),
    aheadPoints: integer(),
    behindPoints: integer(),
    associationDays: integer(),
  },
  () => [
    check(
      'programme_desks_percentages',
      sql`coalesce(interest_percent, 0) between 0 and 100 and coalesce(non_member_percent, 0) between 0 and 100
        and coalesce(ahead_points, 1) between 1 and 100 and coalesce(behind_points, 1) between 1 and 100`,
    ),
    check(
      'programme_desks_numbers',
      sql`coalesce(known_visits, 1) >= 1 and coalesce(notice_days, 0) >= 0 and coalesce(sessions_per_week, 1) >= 1
        and coalesce(association_days, 0) between 0 and 90`,
    ),
  ],
);

/** Every state of the settings of a programme, whole; never changed, only added to. Nobody saved the first one. */
export const programmeVersions = pgTable(
  'programme_versions',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    settings: jsonb().notNull(),
    motivation: text(),
    accountId: uuid().references(() => accounts.id),
    at: moment().notNull(),
  },
  (t) => [unique('programme_versions_version').on(t.programmeId, t.version)],
);
