import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { balancesOf } from '../../money/ledger/queries.ts';
import { keepLedger } from '../../places/life/keep-ledger.ts';

/**
 * After a release: settles everything that the ledger has in reserve in this phase, session by session. It needs no lock on
 * sessions: under the lock of the money it sees every change that was settled, and what is changing now settles after it,
 * in the released phase.
 */
export async function commitReserved(work: Work, programmeId: string, phaseId: string) {
  const { tx } = work;
  const ofPhase = and(eq(ledgerEntries.programmeId, programmeId), eq(ledgerEntries.phaseId, phaseId));
  const balances = balancesOf(tx, ofPhase);
  const reserved = await tx
    .with(balances)
    .select({
      sessionId: sql<string>`coalesce(${registrations.sessionId}, ${balances.sessionId})`,
      registrationId: balances.registrationId,
    })
    .from(balances)
    .leftJoin(registrations, eq(registrations.id, balances.registrationId))
    .where(and(eq(balances.state, 'reserved'), gt(balances.cents, 0)));
  const bySession = Map.groupBy(reserved, ({ sessionId }) => sessionId);
  if (bySession.size === 0) return;
  const rows = await tx
    .select()
    .from(sessions)
    .where(inArray(sessions.id, [...bySession.keys()]))
    .orderBy(sessions.id);
  for (const session of rows) {
    const ids = bySession.get(session.id)!.flatMap(({ registrationId }) => registrationId ?? []);
    await keepLedger(work, session, ids);
  }
}
