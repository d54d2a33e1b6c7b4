import { boolean, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { organisations } from './organisations.ts';
import { membership, registrations } from './registrations.ts';

/** What an association says of its roster: when it came in, how many of each it holds, and whether all members stand on it. */
export const rosters = pgTable('rosters', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisations.id, { onDelete: 'cascade' }),
  emails: integer().notNull(),
  kvkNumbers: integer().notNull(),
  isComplete: boolean().notNull(),
  replacedAt: moment().notNull(),
});

export const membershipSource = pgEnum('membership_source', ['roster', 'self']);

/**
 * What is known of a registration and one association, from its roster or from the entrepreneur. Without a row it is
 * unknown. `registrations.membership` is what these come to together.
 */
export const registrationMemberships = pgTable(
  'registration_memberships',
  {
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    source: membershipSource().notNull(),
    membership: membership().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.organisationId, t.source] })],
);

/** Who is a member of an association, as keyed hashes of addresses and KVK numbers: nobody can read a roster from it. */
export const rosterEntries = pgTable(
  'roster_entries',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.hash] })],
);
