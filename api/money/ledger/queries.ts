import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import type { Held, MoneyState } from './rules.ts';

/** Where the money of each registration is, by what the ledger says; those without any are not in the map. */
export const moneyOfRegistrations = (db: Reader, ids: string[]) =>
  balances(db, ledgerEntries.registrationId, inArray(ledgerEntries.registrationId, ids));

/** The same for what is paid for sessions as a whole. */
export const moneyOfSessions = (db: Reader, ids: string[]) =>
  balances(
    db,
    ledgerEntries.sessionId,
    and(inArray(ledgerEntries.sessionId, ids), isNull(ledgerEntries.registrationId)),
  );

/** All balances of each: more than one is not meant to be, and must not be hidden. */
async function balances(
  db: Reader,
  subject: typeof ledgerEntries.registrationId | typeof ledgerEntries.sessionId,
  which: ReturnType<typeof and>,
): Promise<Map<string, Held[]>> {
  const { programmeId, sessionId, phaseId } = ledgerEntries;
  const cents = sql<number>`sum(side.sign * ${ledgerEntries.cents})::float8`;
  const vatCents = sql<number>`sum(side.sign * ${ledgerEntries.vatCents})::float8`;
  const rows = await db
    .select({
      subject: sql<string>`${subject}`,
      programmeId,
      sessionId,
      phaseId,
      state: sql<MoneyState>`side.state`,
      cents,
      vatCents,
    })
    .from(ledgerEntries)
    .crossJoin(
      sql`lateral (values (${ledgerEntries.toState}, 1), (${ledgerEntries.fromState}, -1)) as side (state, sign)`,
    )
    .where(and(which, sql`side.state <> 'free'`))
    .groupBy(subject, programmeId, sessionId, phaseId, sql`side.state`)
    .having(sql`sum(side.sign * ${ledgerEntries.cents}) <> 0`);
  const byState = rows.sort((a, b) => (a.state < b.state ? -1 : 1));
  const grouped = Map.groupBy(byState, (row) => row.subject);
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ subject: _, ...held }) => held)]));
}
