import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { vatRate } from './catalogue.ts';
import { programmes, targetGroup } from './programmes.ts';

/**
 * What the municipality pays for a session of a group, in cents ex VAT, where a programme pays per session. A session takes
 * it over when it is published, and keeps it. Earlier amounts are in the versions of the settings.
 */
export const programmeContributions = pgTable(
  'programme_contributions',
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    targetGroup: targetGroup().notNull(),
    cents: integer().notNull(),
    vatRate: vatRate().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.programmeId, t.targetGroup] }),
    check('programme_contributions_amount', sql`cents >= 0`),
  ],
);
