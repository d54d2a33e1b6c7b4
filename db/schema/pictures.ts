import { sql } from 'drizzle-orm';
import { check, customType, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * Pictures as the portal made them from what was uploaded. A name is the hash of the bytes with their width, height and
 * kind: the same name is always the same picture, and whoever shows it needs no more.
 */
export const pictures = pgTable(
  'pictures',
  {
    name: text().primaryKey(),
    bytes: bytea().notNull(),
    /** When someone last uploaded it. */
    uploadedAt: moment().notNull(),
  },
  () => [check('pictures_name', sql`name ~ '^[0-9a-f]{64}-[0-9]+x[0-9]+[.](png|jpg)$'`)],
);
