import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { ledgerEntries } from '../../db/schema/money.ts';
import type { Money, MoneyState } from './rules.ts';

export type Held = NonNullable<Money>;

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

async function balances(
  db: Reader,
  subject: typeof ledgerEntries.registrationId | typeof ledgerEntries.sessionId,
  which: ReturnType<typeof and>,
) {
  const rows = await db
    .select({
      subject: sql<string>`${subject}`,
      phaseId: ledgerEntries.phaseId,
      state: sql<MoneyState>`side.state`,
      cents: sql<number>`sum(side.sign * ${ledgerEntries.cents})::int`,
      vatCents: sql<number>`sum(side.sign * ${ledgerEntries.vatCents})::int`,
    })
    .from(ledgerEntries)
    .crossJoin(
      sql`lateral (values (${ledgerEntries.toState}, 1), (${ledgerEntries.fromState}, -1)) as side (state, sign)`,
    )
    .where(and(which, sql`side.state <> 'free'`))
    .groupBy(subject, ledgerEntries.phaseId, sql`side.state`)
    .having(sql`sum(side.sign * ${ledgerEntries.cents}) <> 0`);
  return new Map<string, Held>(rows.map(({ subject: id, ...money }) => [id, money]));
}
