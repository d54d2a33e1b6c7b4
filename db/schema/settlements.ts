import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { sessions, vatRate } from './catalogue.ts';
import { id, moment } from './columns.ts';
import { organisations } from './organisations.ts';
import { budgetPhases, programmeQuarters } from './programmes.ts';

/**
 * What stands on an invoice of an organisation, besides its name: nothing is known until someone fills it in. The
 * municipality as funder is an organisation too.
 */
export const organisationBilling = pgTable(
  'organisation_billing',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kvkNumber: text(),
    vatNumber: text(),
    iban: text(),
    street: text(),
    postcode: text(),
    city: text(),
  },
  () => [check('organisation_billing_kvk_number', sql`kvk_number ~ '^[0-9]{8}$'`)],
);

/**
 * What was owed over a quarter, made final. Never changed: what changes afterwards is a next settlement with only the
 * difference. `asOf` is the moment for which it is true.
 */
export const settlements = pgTable(
  'settlements',
  {
    id,
    quarterId: uuid()
      .notNull()
      .references(() => programmeQuarters.id),
    number: integer().notNull(),
    asOf: moment().notNull(),
    closedBy: uuid()
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    unique('settlements_number').on(t.quarterId, t.number),
    check('settlements_first', sql`number >= 1`),
  ],
);

/**
 * So many times a fixed price: places of a session, or the session as a whole. A quantity below zero takes back what an
 * earlier settlement had too much. In cents; `unitCents` is ex VAT.
 */
export const settlementLines = pgTable(
  'settlement_lines',
  {
    id,
    settlementId: uuid()
      .notNull()
      .references(() => settlements.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    phaseId: uuid().references(() => budgetPhases.id),
    unit: text({ enum: ['place', 'session'] }).notNull(),
    quantity: integer().notNull(),
    unitCents: integer().notNull(),
    unitVatCents: integer().notNull(),
    vatRate: vatRate().notNull(),
  },
  (t) => [
    index('settlement_lines_settlement').on(t.settlementId),
    check(
      'settlement_lines_amounts',
      sql`quantity <> 0 and unit in ('place', 'session') and unit_cents > 0 and unit_vat_cents >= 0`,
    ),
  ],
);
