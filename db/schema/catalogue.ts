import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { organisations } from './organisations.ts';
import { products, programmes } from './programmes.ts';

export const sessionKind = pgEnum('session_kind', [
  'coaching',
  'knowledge',
  'workshop',
  'inspiration',
  'network',
  'oneOnOne',
]);
export const topic = pgEnum('topic', [
  'financing',
  'marketing',
  'socialMedia',
  'sales',
  'networking',
  'recovery',
]);
export const vatRate = pgEnum('vat_rate', ['21', '9', '0', 'exempt']);
export const deliveryMode = pgEnum('delivery_mode', ['onLocation', 'online', 'hybrid']);
export const sessionStatus = pgEnum('session_status', ['draft', 'scheduled', 'cancelled']);

/** A bookable description without a date. Prices are per participant, in cents, ex VAT. */
export const modules = pgTable(
  'modules',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    productId: uuid().references(() => products.id),
    slug: text().notNull().unique(),
    kind: sessionKind().notNull(),
    topic: topic().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    description: text().notNull(),
    durationMinutes: integer().notNull(),
    priceExVatCents: integer().notNull().default(0),
    vatRate: vatRate().notNull().default('21'),
    ownContributionCents: integer().notNull().default(0),
    createdAt,
  },
  (t) => [
    index('modules_programme').on(t.programmeId),
    check(
      'modules_amounts',
      sql`price_ex_vat_cents >= 0 and own_contribution_cents >= 0 and duration_minutes > 0`,
    ),
  ],
);

export const venues = pgTable('venues', {
  id,
  name: text().notNull(),
  street: text().notNull(),
  postcode: text().notNull(),
  city: text().notNull(),
  accessibility: text(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
});

/**
 * One dated occurrence of a module. `seatsTaken` counts held, offered and confirmed places and is only written by
 * api/places/life/places.ts. `sequence` rises with every change a calendar must hear of; `changedAt` is when an organiser
 * last wrote anything of it. Both numbers of minutes count back from the start. `placesPerBusiness` null is no limit. `contributionCents` (ex VAT) is what the municipality pays for
 * the session as a whole, where a programme pays per session. `reservedPlaces` are for who is no known member of an
 * association, until so many days before the local date of the start. The `original…` columns hold where a session was before it
 * went online, so that it can go back. Who may book, for how much and from when is `openToNonMembers` to `listed`: the
 * contribution and opening for known members (null: the same as for everyone), a code that one must know, a page elsewhere
 * where places are given instead of here, and whether it stands in lists. Their changes are kept by a trigger in
 * `session_access_changes`.
 */
export const sessions = pgTable(
  'sessions',
  {
    id,
    moduleId: uuid()
      .notNull()
      .references(() => modules.id),
    status: sessionStatus().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    previousStartsAt: moment(),
    deliveryMode: deliveryMode().notNull(),
    venueId: uuid().references(() => venues.id),
    onlineUrl: text(),
    originalDeliveryMode: deliveryMode(),
    originalVenueId: uuid().references(() => venues.id),
    originalOnlineUrl: text(),
    leader: text(),
    capacity: integer().notNull(),
    seatsTaken: integer().notNull().default(0),
    bookingOpensAt: moment().notNull(),
    bookingClosesAt: moment().notNull(),
    openToNonMembers: boolean().notNull().default(true),
    memberContributionCents: integer(),
    memberBookingOpensAt: moment(),
    bookingCode: text(),
    bookingUrl: text(),
    listed: boolean().notNull().default(true),
    minimumNoticeMinutes: integer().notNull().default(0),
    cancellationDeadlineMinutes: integer().notNull().default(0),
    placesPerBusiness: integer().default(1),
    hasWaitlist: boolean().notNull().default(true),
    reservedPlaces: integer().notNull().default(0),
    reservedDays: integer().notNull().default(7),
    contributionCents: integer(),
    contributionVatCents: integer().notNull().default(0),
    sequence: integer().notNull().default(0),
    cancelledAt: moment(),
    changedAt: moment().notNull().defaultNow(),
    createdAt,
  },
  (t) => [
    index('sessions_agenda').on(t.startsAt, t.id),
    index('sessions_module').on(t.moduleId, t.startsAt),
    check('sessions_times', sql`starts_at < ends_at`),
    check('sessions_window', sql`booking_opens_at < booking_closes_at`),
    check(
      'sessions_reserved',
      sql`0 <= reserved_places and reserved_places <= capacity and reserved_days >= 0`,
    ),
    check('sessions_contribution', sql`contribution_cents >= 0 and contribution_vat_cents >= 0`),
    check('sessions_deadlines', sql`minimum_notice_minutes >= 0 and cancellation_deadline_minutes >= 0`),
    check('sessions_member_contribution', sql`member_contribution_cents >= 0`),
    check('sessions_places_per_business', sql`places_per_business >= 1`),
    check('sessions_seats', sql`0 <= seats_taken and seats_taken <= capacity`),
    check('sessions_place', sql`delivery_mode = 'online' or venue_id is not null`),
    check(
      'sessions_original',
      sql`case when original_delivery_mode is null then original_venue_id is null and original_online_url is null
        else delivery_mode = 'online' and original_delivery_mode <> 'online' and original_venue_id is not null end`,
    ),
    check('sessions_cancelled', sql`(status = 'cancelled') = (cancelled_at is not null)`),
  ],
);

export const sessionOrganisers = pgTable(
  'session_organisers',
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.organisationId] }),
    index('session_organisers_organisation').on(t.organisationId),
  ],
);
