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
import { pictures } from './pictures.ts';
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
export const vatRate = pgEnum('vat_rate', ['21', '9', '0', 'exempt', 'unknown']);
export const deliveryMode = pgEnum('delivery_mode', ['onLocation', 'online', 'hybrid']);
export const moduleStatus = pgEnum('module_status', ['draft', 'submitted', 'published', 'archived']);
export const sessionStatus = pgEnum('session_status', ['draft', 'scheduled', 'cancelled']);

/**
 * A bookable description without a date. Prices are per participant, in cents, ex VAT. The public sees what is published;
 * what is archived takes no new sessions.
 */
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
    status: moduleStatus().notNull().default('published'),
    /** What to bring, and for whom it is, in a sentence each. */
    bring: text(),
    audience: text(),
    leader: text(),
    /** Languages that are spoken, as `nl` and `en`. */
    languages: text().array().notNull().default(['nl']),
    /** For which stages of a business and for which branches it is; none is all. */
    stages: text().array().notNull().default([]),
    industries: text().array().notNull().default([]),
    /** With what is to be seen on it, in words. */
    picture: text().references(() => pictures.name),
    pictureAlt: text(),
    /** What the municipality said when it sent it back. */
    reviewNote: text(),
    createdAt,
  },
  (t) => [
    index('modules_programme').on(t.programmeId),
    check(
      'modules_amounts',
      sql`price_ex_vat_cents >= 0 and own_contribution_cents >= 0 and duration_minutes > 0`,
    ),
    check('modules_picture', sql`(picture is null) = (picture_alt is null)`),
  ],
);

/** Where sessions are. Of one organisation; those of nobody can be used by all. */
export const venues = pgTable('venues', {
  id,
  organisationId: uuid().references(() => organisations.id),
  name: text().notNull(),
  street: text().notNull(),
  postcode: text().notNull(),
  city: text().notNull(),
  accessibility: text(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
  room: text(),
  /** Then it can't be chosen any more. */
  archivedAt: moment(),
});

/**
 * One dated occurrence of a module: a draft, then scheduled, perhaps cancelled. Times are UTC. Numbers of minutes and days
 * count back from the start. Changes of who may book are kept by a trigger in `session_access_changes`.
 */
export const sessions = pgTable(
  'sessions',
  {
    id,
    moduleId: uuid()
      .notNull()
      .references(() => modules.id),
    status: sessionStatus().notNull(),
    // When; `previousStartsAt` is where it was before it last moved.
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    previousStartsAt: moment(),
    // Where: a venue, unless it is wholly online.
    deliveryMode: deliveryMode().notNull(),
    venueId: uuid().references(() => venues.id),
    onlineUrl: text(),
    // Where it was before it went online, so that it can go back; null when it did not.
    originalDeliveryMode: deliveryMode(),
    originalVenueId: uuid().references(() => venues.id),
    originalOnlineUrl: text(),
    /** Who leads it, as shown to everyone. */
    leader: text(),
    // Places. `seatsTaken` counts those held, offered and confirmed, and is written by api/places/life/seats.ts alone.
    capacity: integer().notNull(),
    seatsTaken: integer().notNull().default(0),
    // Between which moments one may book.
    bookingOpensAt: moment().notNull(),
    bookingClosesAt: moment().notNull(),
    // Who may book: known members alone or everyone, what known members pay and from when (null: as everyone), a code that
    // one must know, a page elsewhere where places are given instead of here, and whether it stands in lists.
    openToNonMembers: boolean().notNull().default(true),
    memberContributionCents: integer(),
    memberBookingOpensAt: moment(),
    bookingCode: text(),
    bookingUrl: text(),
    listed: boolean().notNull().default(true),
    // How late one may book, and cancel a certain place.
    minimumNoticeMinutes: integer().notNull().default(0),
    cancellationDeadlineMinutes: integer().notNull().default(0),
    /** The most certain places of one business; null is no limit. */
    placesPerBusiness: integer().default(1),
    hasWaitlist: boolean().notNull().default(true),
    // Places for anyone who is not a known member of an association, until so many days before the local date of the start.
    reservedPlaces: integer().notNull().default(0),
    reservedDays: integer().notNull().default(7),
    // What the municipality pays for the session as a whole, ex VAT and the VAT on it, where a programme pays per session.
    contributionCents: integer(),
    contributionVatCents: integer().notNull().default(0),
    /** Rises with every change that a calendar must hear of. */
    sequence: integer().notNull().default(0),
    cancelledAt: moment(),
    /** When an organiser last wrote anything of it. */
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
