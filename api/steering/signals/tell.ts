import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { accountRoles } from '../../../db/schema/accounts.ts';
import { programmeParties, programmes } from '../../../db/schema/programmes.ts';
import { signalNotices, signals } from '../../../db/schema/signals.ts';
import { isTimeToTell } from './life.rules.ts';

/** Mails everyone who works for an association that executes a programme about each signal that is open in one that runs: once. */
export async function tellSignals({ tx, now, mail }: Work) {
  if (!isTimeToTell(now)) return;
  const told = tx
    .select({ one: sql`1` })
    .from(signalNotices)
    .where(and(eq(signalNotices.signalId, signals.id), eq(signalNotices.accountId, accountRoles.accountId)));
  const due = await tx
    .selectDistinct({ signalId: signals.id, accountId: accountRoles.accountId })
    .from(signals)
    .innerJoin(
      programmeParties,
      and(eq(programmeParties.programmeId, signals.programmeId), eq(programmeParties.role, 'executor')),
    )
    .innerJoin(accountRoles, eq(accountRoles.organisationId, programmeParties.organisationId))
    .innerJoin(programmes, and(eq(programmes.id, signals.programmeId), eq(programmes.status, 'running')))
    .where(and(isNull(signals.closedAt), notExists(told)));
  if (due.length === 0) return;
  const first = await tx
    .insert(signalNotices)
    .values(due.map((one) => ({ ...one, at: now })))
    .onConflictDoNothing()
    .returning();
  for (const { signalId, accountId } of first) {
    await mail({ kind: 'signal', signalId, accountId });
  }
}
