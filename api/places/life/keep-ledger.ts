import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { insertRows } from '../../../db/insert.ts';
import type { Tx } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { deMinimisGrants } from '../../../db/schema/de-minimis.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { budgetPhases, programmes } from '../../../db/schema/programmes.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import { keepGrants } from './keep-grants.ts';
import { type Paying, payingFor } from '../../paying/eligibility/queries.ts';
import { fromStored } from '../../paying/eligibility/shapes.ts';
import { Problem } from '../../http/problem.ts';
import { localDate } from '../../language/time.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { moneyOfRegistrations, moneyOfSessions } from '../../money/ledger/queries.ts';
import {
  changesOfPhases,
  type Held,
  type Money,
  type Move,
  moneyOfPlace,
  moneyOfSession,
  movesBetween,
  withoutNew,
} from '../../money/ledger/rules.ts';

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
 * phase has no room. What does not fit of the session's own money is only refused where that is asked (`mustFit`), to the
 * organiser who plans it: an entrepreneur's place never depends on it. `paying` may be given by who read it under the lock of
 * the programme's money and moved none since.
 */
export async function keepLedger(
  work: Work,
  session: Session,
  registrationIds: string[],
  { mustFit = false, paying: known = null }: { mustFit?: boolean; paying?: Paying | null } = {},
) {
  const { tx, now } = work;
  const concerned = await programmesOf(tx, session, registrationIds);
  if (concerned.length === 0) return;
  await lockMoney(tx, ...concerned);
  const paying = known ?? (await payingFor(tx, session, now));
  const { held, should } = await moneyOfWhole(work, session, paying);
  const places = await movesOfPlaces(tx, session, paying, registrationIds);
  const attempts = [should, ...(mustFit ? [] : [withoutNew(held, should)])];
  if (
    !(await writeFirst(
      work,
      paying.phase,
      attempts.map((to) => [...wholeMoves(held, to), ...places]),
    ))
  ) {
    throw new Problem('budget-full');
  }
  if (registrationIds.length > 0) await keepGrants(work, paying.programme, registrationIds);
}

const wholeMoves = (held: Held[], to: Held | null): MoveOf[] =>
  movesBetween(held, to).map((move) => ({ ...move, registrationId: null }));

/**
 * The programmes whose money this may move. Not only by what things cost now: what was decided, held or granted before
 * counts too, or it would stay behind when a price or contribution goes. None, for what never had to do with money.
 */
async function programmesOf(tx: Tx, session: Session, ids: string[]): Promise<string[]> {
  const ofPlaces = (id: PgColumn) => inArray(id, ids);
  const entries = or(
    ofPlaces(ledgerEntries.registrationId),
    and(eq(ledgerEntries.sessionId, session.id), isNull(ledgerEntries.registrationId)),
  );
  const [found] = await tx
    .select({
      programmeId: programmes.id,
      isPaid: sql<boolean>`case ${programmes.funding} when 'perSession' then ${(session.contributionCents ?? 0) > 0}
        else ${modules.priceExVatCents} > 0 and ${ids.length > 0} end`,
      isDecided: sql<boolean>`exists (select from ${decisions} where ${ofPlaces(decisions.registrationId)}
        and ${decisions.payer} = 'municipality' and ${decisions.exVatCents} > 0)`,
      isGranted: sql<boolean>`exists (select from ${deMinimisGrants}
        where ${ofPlaces(deMinimisGrants.registrationId)} and ${isNull(deMinimisGrants.withdrawnOn)})`,
      heldIn: sql<string[] | null>`(select jsonb_agg(distinct ${ledgerEntries.programmeId})
        from ${ledgerEntries} where ${entries})`,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .where(eq(sessions.id, session.id));
  const { programmeId, isPaid, isDecided, isGranted, heldIn } = found!;
  return isPaid || isDecided || isGranted || heldIn ? [...new Set([programmeId, ...(heldIn ?? [])])] : [];
}

type MoveOf = Move & { registrationId: string | null };

const at = (session: Session, { programme }: Paying, money: Money): Held | null =>
  money && { ...money, programmeId: programme.id, sessionId: session.id };

/** What a session that is paid as a whole holds and should hold. */
async function moneyOfWhole({ tx, now }: Work, session: Session, paying: Paying) {
  const [[counted], balances] = await Promise.all([
    tx
      .select({ present: sql<number>`count(*)::int` })
      .from(registrations)
      .where(and(eq(registrations.sessionId, session.id), eq(registrations.attendance, 'present'))),
    moneyOfSessions(tx, [session.id]),
  ]);
  const held = balances.get(session.id) ?? [];
  // A programme that was stopped is held all the same: nothing new is promised for it.
  if (paying.paused && held.length === 0) return { held, should: null };
  const isPaid = paying.programme.funding === 'perSession';
  const cents = isPaid ? (session.contributionCents ?? 0) : 0;
  const contribution = { cents, vatCents: session.contributionVatCents };
  const known = { status: session.status, present: counted!.present };
  const should = moneyOfSession(known, contribution, paying.phase, { held, today: localDate(now) });
  return { held, should: at(session, paying, should) };
}

async function movesOfPlaces(tx: Tx, session: Session, paying: Paying, ids: string[]): Promise<MoveOf[]> {
  if (ids.length === 0) return [];
  const [rows, balances] = await Promise.all([
    tx
      .select({ registration: registrations, decision: decisions })
      .from(registrations)
      .leftJoin(decisions, eq(decisions.id, registrations.decisionId))
      .where(inArray(registrations.id, ids)),
    moneyOfRegistrations(tx, ids),
  ]);
  const isPaid = paying.programme.funding === 'perParticipant';
  return rows.flatMap(({ registration, decision }) => {
    const known = isPaid && decision ? decided(decision) : null;
    const should = moneyOfPlace(registration, known, paying.phase, paying.programme);
    return movesBetween(balances.get(registration.id) ?? [], at(session, paying, should)).map((move) => ({
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

/** Writes the first of these that fits, and tells whether one did. */
async function writeFirst({ tx, now }: Work, phase: Paying['phase'], attempts: MoveOf[][]) {
  for (const moves of attempts) {
    if (!(await moveCounters(tx, phase, moves))) continue;
    await insertRows(
      tx,
      ledgerEntries,
      moves.map((one) => ({ ...one, at: now })),
    );
    return true;
  }
  return false;
}

/**
 * `phase` is the one that new money comes from, as it is in force: nothing grows while it is paused. Money goes back to
 * whichever it came from. Tells whether there was room; without it nothing was changed.
 */
async function moveCounters(tx: Tx, phase: Paying['phase'], moves: MoveOf[]) {
  const changes = [...changesOfPhases(moves)];
  const grownFirst = changes.sort(([a], [b]) => Number(b === phase?.id) - Number(a === phase?.id));
  for (const [phaseId, { reserved, committed, realised }] of grownFirst) {
    const grows = reserved + committed + realised > 0;
    const { reservedCents, committedCents, realisedCents } = budgetPhases;
    const hasRoom = sql`${phase?.state !== 'paused'} and ${reservedCents}::bigint + ${committedCents} + ${realisedCents}
      + ${reserved + committed + realised}::int <= ${phase?.ceilingCents ?? 0}::int`;
    const [fits] = await tx
      .update(budgetPhases)
      .set({
        reservedCents: sql`${reservedCents} + ${reserved}`,
        committedCents: sql`${committedCents} + ${committed}`,
        realisedCents: sql`${realisedCents} + ${realised}`,
      })
      // Giving back is always possible, also above a ceiling that was lowered.
      .where(and(eq(budgetPhases.id, phaseId), grows && phaseId === phase?.id ? hasRoom : undefined))
      .returning({ id: budgetPhases.id });
    if (!fits) return false;
  }
  return true;
}
