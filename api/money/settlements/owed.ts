import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { budgetPhases, programmeQuarters } from '../../../db/schema/programmes.ts';
import { settlementLines, settlements } from '../../../db/schema/settlements.ts';
import { owedTo, quarterOf } from '../budget/balances.ts';
import { balancesOf } from '../ledger/queries.ts';
import type { MoneyState } from '../ledger/rules.ts';
import { type Line, rateOf } from './rules.ts';

export type Owed = Line & { state: MoneyState; quarterId: string };

/** Where the money of sessions is by the ledger, as numbers times prices, of every quarter that `which` entries are in. */
export async function owedBy(db: Reader, which: SQL, quarterId?: string): Promise<Owed[]> {
  const balances = balancesOf(db, which);
  const organisationId = sql<string>`coalesce(${owedTo}, ${modules.organisationId})`;
  const rows = await db
    .with(balances)
    .select({
      quarterId: programmeQuarters.id,
      organisationId: organisationId.as('owed_to'),
      sessionId: sessions.id,
      phaseId: balances.phaseId,
      isPlace: sql<boolean>`${balances.registrationId} is not null`.as('is_place'),
      state: balances.state,
      cents: balances.cents,
      vatCents: balances.vatCents,
      ofModule: modules.vatRate,
      quantity: sql<number>`count(*)::int`,
    })
    .from(balances)
    .innerJoin(sessions, eq(sessions.id, balances.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(budgetPhases, eq(budgetPhases.id, balances.phaseId))
    .innerJoin(
      programmeQuarters,
      and(
        eq(programmeQuarters.programmeId, balances.programmeId),
        quarterOf(budgetPhases.quarterId),
        quarterId === undefined ? undefined : eq(programmeQuarters.id, quarterId),
      ),
    )
    .groupBy(
      programmeQuarters.id,
      sql`owed_to`,
      sessions.id,
      balances.phaseId,
      sql`is_place`,
      balances.state,
      balances.cents,
      balances.vatCents,
      modules.vatRate,
    )
    .orderBy(sessions.startsAt, sessions.id, balances.cents, balances.vatCents);
  return rows.map(({ isPlace, ofModule, cents, vatCents, ...row }) => ({
    ...row,
    unit: isPlace ? 'place' : 'session',
    unitCents: cents,
    unitVatCents: vatCents,
    vatRate: rateOf({ cents, vatCents }, ofModule),
  }));
}

/** The settlements of a quarter, oldest first, with their lines. */
export async function settledIn(db: Reader, quarterId: string) {
  const heads = await db
    .select()
    .from(settlements)
    .where(eq(settlements.quarterId, quarterId))
    .orderBy(settlements.number);
  const lines = await db
    .select({ line: settlementLines })
    .from(settlementLines)
    .innerJoin(settlements, eq(settlements.id, settlementLines.settlementId))
    .innerJoin(sessions, eq(sessions.id, settlementLines.sessionId))
    .where(eq(settlements.quarterId, quarterId))
    .orderBy(sessions.startsAt, sessions.id, settlementLines.unitCents, settlementLines.id);
  const byHead = Map.groupBy(
    lines.map(({ line }) => line),
    ({ settlementId }) => settlementId,
  );
  return heads.map((head) => ({
    ...head,
    lines: (byHead.get(head.id) ?? []).map(({ id: _, settlementId: __, ...line }): Line => line),
  }));
}
