import type { decisions } from '../schema/registrations.ts';
import type { ledgerEntries } from '../schema/money.ts';
import type { budgetPhases } from '../schema/programmes.ts';
import { earliest, latest } from './calendar.ts';
import { phaseOf, programmeId } from './programme-rows.ts';
import { idOf } from './random.ts';
import type { SeedRegistration } from './registrations.ts';
import type { SeedSession } from './sessions.ts';

type Entry = typeof ledgerEntries.$inferInsert;
type State = Entry['toState'];
type Step = { to: State; at: Date };
type Decision = typeof decisions.$inferInsert;

/** Every move of the money of the invented places and sessions, in the order in which it happened. */
export function ledgerRows(
  sessions: SeedSession[],
  booked: SeedRegistration[],
  decided: Decision[],
): Entry[] {
  // The newest of a place comes last.
  const decisionOf = new Map(decided.map((one) => [one.registrationId, one]));
  const bookedIn = Map.groupBy(booked, ({ session }) => session);
  return sessions.flatMap((session) => {
    const mine = bookedIn.get(session) ?? [];
    if (session.plan.programme.funding === 'perSession') return ofSession(session, mine);
    return mine.flatMap((one) => ofPlace(one, decisionOf.get(one.row.id)!));
  });
}

function ofSession(session: SeedSession, booked: SeedRegistration[]): Entry[] {
  const { row, plan } = session;
  const isPlanned = phaseOf(plan.programme, plan.date)?.state === 'planned';
  const present = booked.flatMap((one) =>
    one.row.attendance === 'present' && one.row.attendanceMarkedAt ? one.row.attendanceMarkedAt : [],
  );
  const steps: Step[] = [{ to: isPlanned ? 'reserved' : 'committed', at: row.createdAt }];
  if (row.cancelledAt) steps.push({ to: 'free', at: row.cancelledAt });
  else if (present.length > 0 && !isPlanned) steps.push({ to: 'realised', at: earliest(...present) });
  const sum = { cents: row.contributionCents ?? 0, vatCents: row.contributionVatCents };
  return entriesOf(session, null, sum, steps);
}

function ofPlace({ row, session }: SeedRegistration, decision: Decision): Entry[] {
  const hadPlace = row.source === 'walkIn' || row.confirmedAt || !row.waitlistedAt;
  if (decision.payer !== 'municipality' || !hadPlace) return [];
  const { exVatCents, vatCents, ownContributionCents } = decision;
  const inclVatCents = exVatCents + vatCents;
  const ownExVatCents =
    inclVatCents === 0 ? 0 : Math.round((ownContributionCents * exVatCents) / inclVatCents);
  const cents = exVatCents - ownExVatCents;
  const sum = { cents, vatCents: inclVatCents - ownContributionCents - cents };
  const isCertain =
    decision.outcome === 'eligible' &&
    phaseOf(session.plan.programme, session.plan.date)?.state !== 'planned';

  const steps: Step[] = [];
  if (row.confirmedAt) {
    const wasCertain = isCertain && decision.decidedAt <= row.confirmedAt;
    steps.push({ to: wasCertain ? 'committed' : 'reserved', at: row.confirmedAt });
    if (isCertain && !wasCertain) steps.push({ to: 'committed', at: decision.decidedAt });
  }
  if (row.attendance === 'present' && isCertain) steps.push({ to: 'realised', at: row.attendanceMarkedAt! });
  if (row.attendance === 'absent' || row.attendance === 'excused') {
    steps.push({ to: 'free', at: row.attendanceMarkedAt! });
  }
  if (row.status === 'cancelled') steps.push({ to: 'free', at: row.cancelledAt! });
  if (row.status === 'expired') steps.push({ to: 'free', at: row.expiredAt! });
  return entriesOf(session, row.id, sum, steps);
}

function entriesOf(
  { row, plan }: SeedSession,
  registrationId: string | null,
  sum: { cents: number; vatCents: number },
  steps: Step[],
): Entry[] {
  if (sum.cents === 0) return [];
  let from: State = 'free';
  let before = new Date(0);
  return steps.flatMap(({ to, at: then }, n) => {
    if (to === from) return [];
    const at = latest(before, then);
    const entry = {
      id: idOf(`ledger/${registrationId ?? row.id}/${n}`),
      programmeId: programmeId(plan.programme.slug),
      phaseId: phaseOf(plan.programme, plan.date)?.id ?? null,
      sessionId: row.id,
      registrationId,
      fromState: from,
      toState: to,
      ...sum,
      at,
    };
    [from, before] = [to, at];
    return [entry];
  });
}

/** The counters of the phases, which say the same as the ledger. */
export function counted<Phase extends typeof budgetPhases.$inferInsert>(phases: Phase[], entries: Entry[]) {
  return phases.map((phase) => {
    const sum = { free: 0, reserved: 0, committed: 0, realised: 0 };
    for (const { phaseId, fromState, toState, cents } of entries) {
      if (phaseId !== phase.id) continue;
      sum[fromState] -= cents;
      sum[toState] += cents;
    }
    return {
      ...phase,
      reservedCents: sum.reserved,
      committedCents: sum.committed,
      realisedCents: sum.realised,
    };
  });
}
