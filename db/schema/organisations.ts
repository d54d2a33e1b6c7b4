import { sql } from 'drizzle-orm';
import { check, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

export const organisationKind = pgEnum('organisation_kind', ['municipality', 'association', 'provider']);

/** A gemeente. `cbsCode` keeps its leading zero: Amstelveen is 0362. */
export const municipalities = pgTable(
  'municipalities',
  {
    id,
    slug: text().notNull().unique(),
    name: text().notNull(),
    cbsCode: text().notNull().unique('municipalities_cbs_code_unique'),
    phone: text(),
    createdAt,
  },
  () => [check('municipalities_cbs_code', sql`cbs_code ~ '^[0-9]{4}$'`)],
);

/** Who gives or runs sessions: an ondernemersvereniging, an aanbieder, or the gemeente itself. */
export const organisations = pgTable('organisations', {
  id,
  municipalityId: uuid()
    .notNull()
    .references(() => municipalities.id),
  kind: organisationKind().notNull(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  shortName: text().notNull(),
  website: text(),
  createdAt,
});
