export type MoneyState = 'reserved' | 'committed' | 'realised';
/** What a registration or session holds, in cents ex VAT and the VAT on it; null when nothing. */
export type Money = { phaseId: string | null; state: MoneyState; cents: number; vatCents: number } | null;
/** The same with where the ledger has it: given back from there, wherever the place is by then. */
export type Held = NonNullable<Money> & { programmeId: string; sessionId: string };

type Registration = {
  status: 'held' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';
  attendance: 'present' | 'absent' | 'excused' | null;
};
type Decided = { outcome: 'eligible' | 'not-eligible' | 'needs-review'; cents: number; vatCents: number };
/** A phase that is not released yet holds money only in reserve. */
export type Phase = {
  id: string;
  state: 'planned' | 'approved' | 'paid' | 'reduced' | 'paused';
  /** Local date. */
  pausedFrom: string | null;
  /** Left out where the state tells: a phase can be paused before it is released. */
  released?: boolean;
} | null;

const isReleased = (phase: Phase) => phase === null || (phase.released ?? phase.state !== 'planned');

/** Whether nothing new is promised on this local date. What was promised before stays. */
export const isPaused = (phase: Pick<NonNullable<Phase>, 'state' | 'pausedFrom'> | null, today: string) =>
  phase !== null && (phase.state === 'paused' || (phase.pausedFrom !== null && phase.pausedFrom <= today));

function of(
  phase: Phase,
  state: MoneyState,
  { cents, vatCents }: { cents: number; vatCents: number },
): Money {
  return cents > 0 ? { phaseId: phase?.id ?? null, state, cents, vatCents } : null;
}

/**
 * The money of a place, where the municipality pays per participant: in reserve while the place is only offered or the
 * decision is not certain, committed when both are, realised by who came. A place that is only held was asked for with an address
 * that anyone could type, and keeps no money from anyone. Whether a no-show is paid is a setting of the programme. Whether
 * anything new may be promised was judged with the decision.
 */
export function moneyOfPlace(
  { status, attendance }: Registration,
  decided: Decided | null,
  phase: Phase,
  { paysNoShow }: { paysNoShow: boolean },
): Money {
  if (!decided || decided.outcome === 'not-eligible') return null;
  if (status === 'offered') return of(phase, 'reserved', decided);
  if (status !== 'confirmed') return null;
  if (attendance === 'excused' || (attendance === 'absent' && !paysNoShow)) return null;
  if (decided.outcome === 'needs-review' || !isReleased(phase)) return of(phase, 'reserved', decided);
  return of(phase, attendance === null ? 'committed' : 'realised', decided);
}

/**
 * The money of a session, where the municipality pays per session: committed when it is planned, realised when it is held.
 * Nobody decides on a session, so a pause and a quarter without a phase are looked at here: it keeps what it has there, and
 * gets nothing new.
 */
export function moneyOfSession(
  session: { status: 'draft' | 'scheduled' | 'cancelled'; present: number },
  contribution: { cents: number; vatCents: number },
  phase: Phase,
  { held, today }: { held: readonly Pick<Held, 'phaseId'>[]; today: string },
): Money {
  if (session.status !== 'scheduled') return null;
  const isPromised = held.some(({ phaseId }) => phaseId === (phase?.id ?? null));
  if ((phase === null || isPaused(phase, today)) && !isPromised) return null;
  if (!isReleased(phase)) return of(phase, 'reserved', contribution);
  return of(phase, session.present > 0 ? 'realised' : 'committed', contribution);
}

export type Move = {
  programmeId: string;
  sessionId: string;
  phaseId: string | null;
  fromState: MoneyState | 'free';
  toState: MoneyState | 'free';
  cents: number;
  vatCents: number;
};

const isSameSum = (a: Held, b: Held) =>
  a.programmeId === b.programmeId &&
  a.sessionId === b.sessionId &&
  a.phaseId === b.phaseId &&
  a.cents === b.cents &&
  a.vatCents === b.vatCents;

const move = (one: Held, fromState: Move['fromState'], toState: Move['toState']): Move => {
  const { state: _, ...sum } = one;
  return { ...sum, fromState, toState };
};

/** A balance below nothing can only come from outside; it is brought to nothing like the others. */
const release = (one: Held) =>
  one.cents > 0
    ? move(one, one.state, 'free')
    : move({ ...one, cents: -one.cents, vatCents: -one.vatCents }, 'free', one.state);

/** What must be written down to get from all that is held to what should be: one move, or releases and a new one. */
export function movesBetween(held: readonly Held[], to: Held | null): Move[] {
  const kept =
    to &&
    (held.find((one) => isSameSum(one, to) && one.state === to.state) ??
      held.find((one) => isSameSum(one, to)));
  const moves = held.filter((one) => one !== kept).map(release);
  if (kept && kept.state !== to.state) moves.push(move(to, kept.state, to.state));
  if (to && !kept) moves.push(move(to, 'free', to.state));
  return moves;
}

/** What should be held when there is no room for anything new: as much as is held in that phase already. */
export function withoutNew(held: readonly Held[], to: Held | null): Held | null {
  if (!to) return null;
  const same = held.find(
    (one) =>
      one.programmeId === to.programmeId &&
      one.sessionId === to.sessionId &&
      one.phaseId === to.phaseId &&
      one.cents > 0,
  );
  return same ? { ...same, state: to.state } : null;
}

/** What moves do to each phase, in cents by state. */
export function changesOfPhases(moves: readonly Move[]) {
  const byPhase = new Map<string, Record<MoneyState, number>>();
  for (const { phaseId, fromState, toState, cents } of moves) {
    if (phaseId === null) continue;
    const change = byPhase.get(phaseId) ?? { reserved: 0, committed: 0, realised: 0 };
    if (fromState !== 'free') change[fromState] -= cents;
    if (toState !== 'free') change[toState] += cents;
    byPhase.set(phaseId, change);
  }
  return byPhase;
}
