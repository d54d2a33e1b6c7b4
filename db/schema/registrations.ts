import { sql } from 'drizzle-orm';
import {
  boolean,
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts, locale } from './accounts.ts';
import { sessions } from './catalogue.ts';
import { createdAt, id, moment } from './columns.ts';
import { ruleSets } from './programmes.ts';

export const registrationStatus = pgEnum('registration_status', [
  'held',
  'confirmed',
  'waitlisted',
  'offered',
  'cancelled',
  'expired',
]);
export const cancelledBy = pgEnum('cancelled_by', ['participant', 'organiser']);
export const membership = pgEnum('membership', ['member', 'not-member', 'unknown']);
export const registrationSource = pgEnum('registration_source', ['booking', 'walkIn']);
export const attendanceStatus = pgEnum('attendance_status', ['present', 'absent', 'excused']);
export const payer = pgEnum('payer', ['municipality', 'entrepreneur']);
export const decisionOutcome = pgEnum('decision_outcome', ['eligible', 'not-eligible', 'needs-review']);

/**
 * A business. The KVK number is eight digits kept as text; it may not be known yet. `sbiCode` and `establishments` are what
 * the register said of it last, as far as it is counted by: the main activity, and of every address the four digits of its
 * postcode and its place, the main one first.
 */
export const businesses = pgTable(
  'businesses',
  {
    id,
    kvkNumber: text().unique('businesses_kvk_number_unique'),
    name: text(),
    sbiCode: text(),
    establishments: jsonb().$type<{ postcode: string | null; place: string }[]>(),
    createdAt,
  },
  () => [check('businesses_kvk_number', sql`kvk_number ~ '^[0-9]{8}$'`)],
);

/**
 * A person who runs a business. Without an account when written down at the door. `district` and `industry` count where the
 * register says nothing of the business. `ageFrom` and `homePostcode` are there only for who wanted to tell them: the
 * youngest age of a band, and the four digits.
 */
export const entrepreneurs = pgTable(
  'entrepreneurs',
  {
    id,
    accountId: uuid()
      .unique('entrepreneurs_account_id_unique')
      .references(() => accounts.id),
    businessId: uuid().references(() => businesses.id),
    name: text().notNull(),
    birthYear: integer(),
    district: text(),
    industry: text(),
    ageFrom: integer(),
    homePostcode: text(),
    createdAt,
  },
  (t) => [
    index('entrepreneurs_business').on(t.businessId),
    check('entrepreneurs_age_from', sql`age_from between 18 and 68`),
    check('entrepreneurs_home_postcode', sql`home_postcode ~ '^[1-9][0-9]{3}$'`),
  ],
);

/**
 * A request for a place. At most one live registration per entrepreneur and session is proved: whoever types an address
 * makes one of its own, which ends at `expiresAt` unless the code or link in its mail comes back. `name`, `kvkNumber` and
 * `locale` are as given with this registration; they count for the person once the address is proved. A walk-in is recorded after the
 * fact and takes no bookable place. `sequence` is what this registration adds to that of its session for calendars: it
 * rises when it moves to another session, last at `movedAt`. `linkVersion` is in the link of mails: a higher one makes the
 * older links useless. `decisionId` is the decision that holds: who pays, as decided last.
 */
export const registrations = pgTable(
  'registrations',
  {
    id,
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    entrepreneurId: uuid()
      .notNull()
      .references(() => entrepreneurs.id),
    status: registrationStatus().notNull(),
    source: registrationSource().notNull().default('booking'),
    name: text().notNull(),
    kvkNumber: text(),
    locale: locale().notNull().default('nl'),
    membership: membership().notNull().default('unknown'),
    expiresAt: moment(),
    confirmedAt: moment(),
    waitlistedAt: moment(),
    cancelledAt: moment(),
    cancelledBy: cancelledBy(),
    expiredAt: moment(),
    movedAt: moment(),
    decisionId: uuid(),
    sequence: integer().notNull().default(0),
    linkVersion: integer().notNull().default(0),
    attendance: attendanceStatus(),
    attendanceMarkedAt: moment(),
    attendanceMarkedBy: uuid().references(() => accounts.id),
    createdAt,
  },
  (t) => [
    // Deferred in the migration: both rows of a new registration point at each other.
    foreignKey({
      name: 'registrations_decision',
      columns: [t.decisionId, t.id],
      foreignColumns: [decisions.id, decisions.registrationId],
    }),
    uniqueIndex('registrations_live')
      .on(t.sessionId, t.entrepreneurId)
      .where(sql`status in ('confirmed', 'offered') or (status = 'waitlisted' and expires_at is null)`),
    index('registrations_session').on(t.sessionId, t.status),
    index('registrations_entrepreneur').on(t.entrepreneurId),
    index('registrations_expiry')
      .on(t.sessionId, t.expiresAt)
      .where(sql`expires_at is not null`),
    check(
      'registrations_expires',
      sql`status = 'waitlisted' or (status in ('held', 'offered')) = (expires_at is not null)`,
    ),
    check('registrations_confirmed', sql`status <> 'confirmed' or confirmed_at is not null`),
    check(
      'registrations_waitlisted',
      sql`status not in ('waitlisted', 'offered') or waitlisted_at is not null`,
    ),
    check(
      'registrations_cancelled',
      sql`(status = 'cancelled') = (cancelled_at is not null) and (status = 'cancelled') = (cancelled_by is not null)`,
    ),
    check('registrations_expired', sql`status <> 'expired' or expired_at is not null`),
    check('registrations_attendance', sql`attendance is null or status = 'confirmed'`),
    check('registrations_sequence', sql`sequence >= 0`),
    check('registrations_marked', sql`(attendance is null) = (attendance_marked_at is null)`),
    check('registrations_kvk_number', sql`kvk_number ~ '^[0-9]{8}$'`),
  ],
);

/**
 * The queues. Someone who waits has a row for the session of the registration, and one for every other session of the
 * module that would do as well. Rows are there exactly as long as the registration is waitlisted, and are added only under
 * the lock of their session. What is not `proved` yet is offered nothing, and nobody waits behind it for what is free.
 */
export const waits = pgTable(
  'waits',
  {
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    waitlistedAt: moment().notNull(),
    passedBy: boolean().notNull().default(false),
    proved: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.sessionId] }),
    index('waits_queue').on(t.sessionId, t.waitlistedAt, t.registrationId),
  ],
);

/**
 * Who pays for one registration and why, as decided at one moment: every rule's outcome with the values it saw, kept as decided.
 * Amounts are in cents; `exVatCents` + `vatCents` is the full price, `ownContributionCents` (incl. VAT) the part of the
 * entrepreneur when the municipality pays.
 */
export const decisions = pgTable(
  'decisions',
  {
    id,
    registrationId: uuid()
      .notNull()
      .references((): AnyPgColumn => registrations.id, { onDelete: 'cascade' }),
    ruleSetId: uuid()
      .notNull()
      .references(() => ruleSets.id),
    outcome: decisionOutcome().notNull(),
    payer: payer().notNull(),
    exVatCents: integer().notNull(),
    vatCents: integer().notNull(),
    ownContributionCents: integer().notNull(),
    facts: jsonb().notNull(),
    rules: jsonb().notNull(),
    decidedOn: date({ mode: 'string' }).notNull(),
    decidedAt: moment().notNull(),
  },
  (t) => [
    unique('decisions_of_registration').on(t.id, t.registrationId),
    index('decisions_registration').on(t.registrationId, t.decidedAt),
    check('decisions_amounts', sql`ex_vat_cents >= 0 and vat_cents >= 0 and own_contribution_cents >= 0`),
  ],
);
