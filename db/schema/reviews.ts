import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { createdAt, id, moment } from './columns.ts';
import { decisions, registrations } from './registrations.ts';

export const reviewOutcome = pgEnum('review_outcome', ['approved', 'refused']);

/**
 * What someone declared with a registration; never changed, only added to, the newest counts. `answers` by the code of the
 * sentence; `deMinimisCents` is state aid from others in the last three years, null when that was not answered.
 */
export const declarations = pgTable(
  'declarations',
  {
    id,
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    answers: jsonb().notNull(),
    deMinimisCents: integer(),
    createdAt,
  },
  (t) => [
    index('declarations_registration').on(t.registrationId, t.createdAt),
    check('declarations_amount', sql`de_minimis_cents >= 0`),
  ],
);

/** Someone asks for a person to look at who pays. At most one open request per registration. */
export const reviewRequests = pgTable(
  'review_requests',
  {
    id,
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    explanation: text(),
    /** When a review or a better decision answered it. */
    closedAt: moment(),
    createdAt,
  },
  (t) => [
    uniqueIndex('review_requests_open')
      .on(t.registrationId)
      .where(sql`closed_at is null`),
    index('review_requests_registration').on(t.registrationId, t.createdAt),
  ],
);

/** Staff asked by mail for the KVK number of a booking. Never changed, only added to. */
export const kvkNumberRequests = pgTable(
  'kvk_number_requests',
  {
    id,
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    askedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt,
  },
  (t) => [index('kvk_number_requests_registration').on(t.registrationId, t.createdAt)],
);

/** What a person of the municipality found, and the decision that followed. Never changed, only added to. */
export const reviews = pgTable(
  'reviews',
  {
    id,
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    outcome: reviewOutcome().notNull(),
    motivation: text().notNull(),
    reviewedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    /** Local date. */
    reviewedOn: date({ mode: 'string' }).notNull(),
    decisionId: uuid()
      .notNull()
      .references(() => decisions.id, { onDelete: 'cascade' }),
    createdAt,
  },
  (t) => [
    index('reviews_registration').on(t.registrationId, t.createdAt),
    check('reviews_motivation', sql`motivation <> ''`),
  ],
);
