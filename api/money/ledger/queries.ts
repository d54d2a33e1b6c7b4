import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import type { Held, MoneyState } from './rules.ts';

/** What each place, or session as a whole, has in each state and phase, by the ledger: the one way in which it is added up. */
export const balancesOf = (db: Reader, which: SQL | undefined) =>
  db.$with('balances').as(
    db
      .select({
        programmeId: ledgerEntries.programmeId,
        sessionId: ledgerEntries.sessionId,
        registrationId: ledgerEntries.registrationId,
        phaseId: ledgerEntries.phaseId,
        state: sql<MoneyState>`side.state`.as('held_state'),
        cents: sql<number>`sum(side.sign * ${ledgerEntries.cents})::float8`.as('held_cents'),
        vatCents: sql<number>`sum(side.sign * ${ledgerEntries.vatCents})::float8`.as('held_vat_cents'),
      })
      .from(ledgerEntries)
      .crossJoin(
        sql`lateral (values (${ledgerEntries.toState}, 1), (${ledgerEntries.fromState}, -1)) as side (state, sign)`,
      )
      .where(and(which, sql`side.state <> 'free'`))
      .groupBy(
        ledgerEntries.programmeId,
        ledgerEntries.sessionId,
        ledgerEntries.registrationId,
        ledgerEntries.phaseId,
        sql`side.state`,
      )
      .having(sql`sum(side.sign * ${ledgerEntries.cents}) <> 0`),
  );

/** Where the money of each registration is, by what the ledger says; those without any are not in the map. */
export const moneyOfRegistrations = (db: Reader, ids: string[]) =>
  heldBy(db, 'registrationId', inArray(ledgerEntries.registrationId, ids));

/** The same for what is paid for sessions as a whole. */
export const moneyOfSessions = (db: Reader, ids: string[]) =>
  heldBy(db, 'sessionId', and(inArray(ledgerEntries.sessionId, ids), isNull(ledgerEntries.registrationId)));

/** All balances of each: more than one is not meant to be, and must not be hidden. */
async function heldBy(db: Reader, subject: 'registrationId' | 'sessionId', which: SQL | undefined) {
  const balances = balancesOf(db, which);
  const rows = await db.with(balances).select().from(balances);
  const byState = rows.sort((a, b) => (a.state < b.state ? -1 : 1));
  const grouped = Map.groupBy(byState, (row) => row[subject]!);
  return new Map([...grouped].map(([id, own]) => [id, own.map(toHeld)]));
}

const toHeld = ({ registrationId: _, ...held }: Held & { registrationId: string | null }): Held => held;
