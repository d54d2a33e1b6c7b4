import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** What the business register last said of a KVK number. `profile` is in the words of api/paying/business-register/schema.ts. */
export const businessLookups = pgTable(
  'business_lookups',
  {
    kvkNumber: text().primaryKey(),
    status: text({ enum: ['found', 'not-found'] }).notNull(),
    profile: jsonb().$type<unknown>(),
    fetchedAt: moment().notNull(),
  },
  (t) => [
    index('business_lookups_fetched').on(t.fetchedAt),
    check('business_lookups_kvk_number', sql`kvk_number ~ '^[0-9]{8}$'`),
    check('business_lookups_status', sql`status in ('found', 'not-found')`),
    check('business_lookups_profile', sql`(status = 'found') = (profile is not null)`),
  ],
);
