import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';
import { municipalities } from './organisations.ts';

/**
 * Which district an address lies in, by municipality. `area` is four digits of a postcode, a range of them (`1181-1183`) or a
 * place as the business register spells it.
 */
export const districts = pgTable(
  'districts',
  {
    id,
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id, { onDelete: 'cascade' }),
    area: text().notNull(),
    district: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [index('districts_municipality').on(t.municipalityId)],
);

/** Which branch a code of the SBI belongs to, by how it begins. Without any rows it is the table that the product comes with. */
export const industryCodes = pgTable(
  'industry_codes',
  { code: text().primaryKey(), industry: text().notNull() },
  () => [check('industry_codes_code', sql`code ~ '^[0-9]{1,5}$'`)],
);
