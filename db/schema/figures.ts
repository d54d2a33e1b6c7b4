import { sql } from 'drizzle-orm';
import { check, index, integer, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { id, moment } from './columns.ts';
import { programmes } from './programmes.ts';

/** Earlier figures that came in together. A batch that is withdrawn stays to be seen, with the reason. */
export const figureBatches = pgTable(
  'figure_batches',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    importedBy: uuid().references(() => accounts.id),
    importedAt: moment().notNull(),
    withdrawnBy: uuid().references(() => accounts.id),
    withdrawnAt: moment(),
    withdrawnReason: text(),
  },
  (t) => [
    index('figure_batches_programme').on(t.programmeId, t.importedAt),
    check('figure_batches_withdrawn', sql`(withdrawn_at is null) = (withdrawn_reason is null)`),
  ],
);

/**
 * One earlier figure as its source gives it; never changed. `value` is null where the source has a question mark. `partOf`
 * is the code of the figure that it should be a part of, in the same dataset. `asOf` is the day for which it is true, or the
 * month (`2021-07`) where the source says no more.
 */
export const figures = pgTable(
  'figures',
  {
    id,
    batchId: uuid()
      .notNull()
      .references(() => figureBatches.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    dataset: text().notNull(),
    code: text().notNull(),
    label: text().notNull(),
    value: numeric({ precision: 16, scale: 4, mode: 'number' }),
    unit: text().notNull(),
    asOf: text().notNull(),
    period: text(),
    breakdown: text(),
    partOf: text(),
    source: text().notNull(),
    page: text(),
    note: text(),
  },
  (t) => [
    index('figures_batch').on(t.batchId, t.position),
    check('figures_as_of', sql`as_of ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'`),
  ],
);
