import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { pictures } from './pictures.ts';

export const organisationKind = pgEnum('organisation_kind', ['municipality', 'association', 'provider']);
export const organisationStatus = pgEnum('organisation_status', ['applied', 'approved', 'refused', 'ended']);
export const signpostTopic = pgEnum('signpost_topic', ['money', 'mind', 'other']);

/**
 * A gemeente. `cbsCode` keeps its leading zero: Amstelveen is 0362. `places` are those that belong to it as the business
 * register spells them. Contacts are mail addresses, and every one of them may be lacking: then the portal says nothing.
 */
export const municipalities = pgTable(
  'municipalities',
  {
    id,
    slug: text().notNull().unique(),
    name: text().notNull(),
    cbsCode: text().notNull().unique('municipalities_cbs_code_unique'),
    phone: text(),
    /** When the phone is answered, in words. */
    openingHours: text(),
    helpEmail: text(),
    places: text().array().notNull().default([]),
    privacyContact: text(),
    accessibilityContact: text(),
    securityContact: text(),
    /** Its own colour on its pages, as #rrggbb: on light paper and on dark. Both or none. */
    colourOnLight: text(),
    colourOnDark: text(),
    createdAt,
  },
  () => [
    check('municipalities_cbs_code', sql`cbs_code ~ '^[0-9]{4}$'`),
    check(
      'municipalities_colours',
      sql`case when colour_on_light is null then colour_on_dark is null
        else colour_on_light ~ '^#[0-9a-f]{6}$' and coalesce(colour_on_dark ~ '^#[0-9a-f]{6}$', false) end`,
    ),
  ],
);

/** Where a municipality sends people whom it can't help itself, shown in this order. */
export const signposts = pgTable(
  'signposts',
  {
    id,
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id, { onDelete: 'cascade' }),
    topic: signpostTopic().notNull(),
    name: text().notNull(),
    text: text().notNull(),
    phone: text(),
    url: text(),
    position: integer().notNull(),
  },
  (t) => [index('signposts_municipality').on(t.municipalityId)],
);

/** Who gives or runs sessions: an ondernemersvereniging, an aanbieder, or the gemeente itself. */
export const organisations = pgTable(
  'organisations',
  {
    id,
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    kind: organisationKind().notNull(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    shortName: text().notNull(),
    website: text(),
    /** What it is and does, for the public, in a few sentences. */
    profile: text(),
    email: text(),
    phone: text(),
    kvkNumber: text(),
    /** With what it says to who does not see it. */
    logo: text().references(() => pictures.name),
    logoAlt: text(),
    /** Only what is approved can be party to a programme and offer what is paid for. */
    status: organisationStatus().notNull().default('approved'),
    /** Why it was refused. */
    statusReason: text(),
    statusAt: moment(),
    createdAt,
  },
  () => [check('organisations_logo', sql`(logo is null) = (logo_alt is null)`)],
);
