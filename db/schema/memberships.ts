import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { organisations } from './organisations.ts';

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
