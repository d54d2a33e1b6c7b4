import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, uuid } from 'drizzle-orm/pg-core';
import { sessions } from './catalogue.ts';
import { id, moment } from './columns.ts';
import { budgetPhases, programmes } from './programmes.ts';
import { registrations } from './registrations.ts';

export const moneyState = pgEnum('money_state', ['free', 'reserved', 'committed', 'realised']);

/**
 * Every move of money of a programme between free, reserved, committed and realised; never changed, only added to. In
 * cents: `cents` is ex VAT, `vatCents` the VAT on it. A registration is paid per participant; without one the entry is
 * for the session as a whole. What is in a state is what came in minus what went out.
 */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    phaseId: uuid().references(() => budgetPhases.id),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    registrationId: uuid().references(() => registrations.id),
    fromState: moneyState().notNull(),
    toState: moneyState().notNull(),
    cents: integer().notNull(),
    vatCents: integer().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    index('ledger_entries_registration').on(t.registrationId),
    index('ledger_entries_session').on(t.sessionId),
    index('ledger_entries_programme').on(t.programmeId, t.at),
    check('ledger_entries_states', sql`from_state <> to_state`),
    check('ledger_entries_amounts', sql`cents > 0 and vat_cents >= 0`),
  ],
);
