import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { programmes } from './programmes.ts';

export const snapshotReason = pgEnum('snapshot_reason', ['weekly', 'period-end']);
export const referenceDimension = pgEnum('reference_dimension', ['district', 'industry', 'age']);

/**
 * The report of a period as it was at `asOf`, never changed: one in each ISO week (`moment` is `2026-W48`), and one when
 * the period is over (`end`). `period` is `q1` for a quarter of the programme, `2026-q4` for one of the calendar. The
 * figures are whole: small cells are protected when they are read.
 */
export const reportSnapshots = pgTable(
  'report_snapshots',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    period: text().notNull(),
    reason: snapshotReason().notNull(),
    moment: text().notNull(),
    asOf: moment().notNull(),
    figures: jsonb().notNull(),
    createdAt,
  },
  (t) => [
    unique('report_snapshots_once').on(t.programmeId, t.period, t.moment),
    check('report_snapshots_moment', sql`(reason = 'period-end') = (moment = 'end')`),
  ],
);

/**
 * How a reference population is spread over the categories of a dimension, as shares that are at most 1 together. The
 * newest version counts; earlier ones stay.
 */
export const referenceDistributions = pgTable(
  'reference_distributions',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    dimension: referenceDimension().notNull(),
    source: text().notNull(),
    asOf: date({ mode: 'string' }).notNull(),
    shares: jsonb().$type<Record<string, number>>().notNull(),
    createdAt,
  },
  (t) => [index('reference_distributions_programme').on(t.programmeId, t.dimension, t.createdAt)],
);
