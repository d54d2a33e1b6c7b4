import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { insertRows } from '../../db/insert.ts';
import type { Tx } from '../../db/open.ts';
import { ledgerEntries } from '../../db/schema/money.ts';
import { budgetPhases } from '../../db/schema/programmes.ts';
import { decisions, registrations } from '../../db/schema/registrations.ts';
import { keepGrants } from '../de-minimis/keep-grants.ts';
import { type Paying, payingFor } from '../eligibility/queries.ts';
import { fromStored } from '../eligibility/shapes.ts';
import { Problem } from '../problem.ts';
import { lockMoney } from './lock.ts';
import { moneyOfRegistrations, moneyOfSessions } from './queries.ts';
import { changesOfPhases, type Move, moneyOfPlace, moneyOfSession, movesBetween } from './rules.ts';

type Session = {
  id: string;
  status: 'draft' | 'scheduled' | 'cancelled';
  startsAt: Date;
  contributionCents: number | null;
  contributionVatCents: number;
};

/**
 * Makes the ledger say what is true of these registrations of a session, and of the session itself where that is paid as a
 * whole. Called after every change of either, in its transaction; twice is the same as once. Throws `budget-full` when a
 * phase has no room.
 */
export async function settle(tx: Tx, session: Session, registrationIds: string[], now: Date) {
  const { programme, module } = await payingFor(tx, session, now);
  const perSession = programme.funding === 'perSession';
  if (perSession ? session.contributionCents === null : module.priceExVatCents === 0) return;
  if (!perSession && registrationIds.length === 0) return;
  await lockMoney(tx, programme.id);
  const paying = await payingFor(tx, session, now);
  const moves = perSession
    ? await movesOfSession(tx, session, paying)
    : await movesOfPlaces(tx, paying, registrationIds);
  await write(tx, paying, session.id, moves, now);
  if (!perSession) await keepGrants(tx, paying.programme, registrationIds, now);
}

type MoveOf = Move & { registrationId: string | null };

async function movesOfSession(tx: Tx, session: Session, { phase, paused }: Paying): Promise<MoveOf[]> {
  const [counted] = await tx
    .select({ present: sql<number>`count(*)::int` })
    .from(registrations)
    .where(and(eq(registrations.sessionId, session.id), eq(registrations.attendance, 'present')));
  const { present } = counted!;
  const contribution = { cents: session.contributionCents!, vatCents: session.contributionVatCents };
  const before = (await moneyOfSessions(tx, [session.id])).get(session.id) ?? null;
  // While the contribution is paused a session is held all the same: nothing new is promised for it.
  if (paused && before === null) return [];
  const after = moneyOfSession({ status: session.status, present }, contribution, phase);
  return movesBetween(before, after).map((move) => ({ ...move, registrationId: null }));
}

async function movesOfPlaces(tx: Tx, { phase, programme }: Paying, ids: string[]): Promise<MoveOf[]> {
  const rows = await tx
    .selectDistinctOn([registrations.id], { registration: registrations, decision: decisions })
    .from(registrations)
    .leftJoin(decisions, eq(decisions.registrationId, registrations.id))
    .where(inArray(registrations.id, ids))
    .orderBy(registrations.id, desc(decisions.decidedAt), desc(decisions.id));
  const before = await moneyOfRegistrations(tx, ids);
  return rows.flatMap(({ registration, decision }) => {
    const after = moneyOfPlace(registration, decision && decided(decision), phase, programme);
    return movesBetween(before.get(registration.id) ?? null, after).map((move) => ({
      ...move,
      registrationId: registration.id,
    }));
  });
}

function decided(row: typeof decisions.$inferSelect) {
  const { outcome, borneExVatCents: cents, cost } = fromStored(row);
  const borneInclVatCents = cost.payer === 'municipality' ? cost.inclVatCents - cost.ownContributionCents : 0;
  return { outcome, cents, vatCents: Math.max(0, borneInclVatCents - cents) };
}

async function write(tx: Tx, { programme, phase, paused }: Paying, sessionId: string, moves: MoveOf[], now: Date) {
  // New money is always of this phase: what it may hold is the ceiling in force, and nothing new while it is paused.
  const ceilingCents = paused ? -1 : (phase?.ceilingCents ?? 0);
  for (const [phaseId, { reserved, committed, realised }] of changesOfPhases(moves)) {
    const [fits] = await tx
      .update(budgetPhases)
      .set({
        reservedCents: sql`${budgetPhases.reservedCents} + ${reserved}`,
        committedCents: sql`${budgetPhases.committedCents} + ${committed}`,
        realisedCents: sql`${budgetPhases.realisedCents} + ${realised}`,
      })
      .where(
        and(
          eq(budgetPhases.id, phaseId),
          // Giving back is always possible, also above a ceiling that was lowered.
          sql`(${reserved + committed + realised} <= 0 or ${budgetPhases.reservedCents} + ${budgetPhases.committedCents}
            + ${budgetPhases.realisedCents} + ${reserved + committed + realised} <= ${ceilingCents}::int)`,
        ),
      )
      .returning({ id: budgetPhases.id });
    if (!fits) throw new Problem('budget-full');
  }
  await insertRows(
    tx,
    ledgerEntries,
    moves.map((move) => ({ programmeId: programme.id, sessionId, ...move, at: now })),
  );
}
