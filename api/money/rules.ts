export type MoneyState = 'reserved' | 'committed' | 'realised';
/** Where the money of one registration or session is, in cents ex VAT and the VAT on it; null when it has none. */
export type Money = { phaseId: string | null; state: MoneyState; cents: number; vatCents: number } | null;

type Registration = {
  status: 'held' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';
  attendance: 'present' | 'absent' | 'excused' | null;
};
type Decided = { outcome: 'eligible' | 'not-eligible' | 'needs-review'; cents: number; vatCents: number };
/** A phase that is not released yet holds money only in reserve. */
type Phase = {
  id: string;
  state: 'planned' | 'approved' | 'paid' | 'reduced' | 'paused';
  released?: boolean;
} | null;

/** A phase can be paused before it is released: then the state alone does not tell. */
const isReleased = (phase: Phase) => phase === null || (phase.released ?? phase.state !== 'planned');

function of(
  phase: Phase,
  state: MoneyState,
  { cents, vatCents }: { cents: number; vatCents: number },
): Money {
  return cents > 0 ? { phaseId: phase?.id ?? null, state, cents, vatCents } : null;
}

/**
 * The money of a place, where the municipality pays per participant: in reserve while the place or the decision is not
 * certain, committed when both are, realised by who came. Whether a no-show is paid is a setting of the programme.
 */
export function moneyOfPlace(
  { status, attendance }: Registration,
  decided: Decided | null,
  phase: Phase,
  { paysNoShow }: { paysNoShow: boolean },
): Money {
  if (!decided || decided.outcome === 'not-eligible') return null;
  if (status === 'held' || status === 'offered') return of(phase, 'reserved', decided);
  if (status !== 'confirmed') return null;
  if (attendance === 'excused' || (attendance === 'absent' && !paysNoShow)) return null;
  if (decided.outcome === 'needs-review' || !isReleased(phase)) return of(phase, 'reserved', decided);
  return of(phase, attendance === null ? 'committed' : 'realised', decided);
}

/** The money of a session, where the municipality pays per session: committed when it is planned, realised when it is held. */
export function moneyOfSession(
  session: { status: 'draft' | 'scheduled' | 'cancelled'; present: number },
  contribution: { cents: number; vatCents: number },
  phase: Phase,
): Money {
  if (session.status !== 'scheduled') return null;
  if (!isReleased(phase)) return of(phase, 'reserved', contribution);
  return of(phase, session.present > 0 ? 'realised' : 'committed', contribution);
}

export type Move = {
  phaseId: string | null;
  fromState: MoneyState | 'free';
  toState: MoneyState | 'free';
  cents: number;
  vatCents: number;
};

/** What must be written down to get from one to the other: one move, or a release and a new one. */
export function movesBetween(from: Money, to: Money): Move[] {
  const sameSum =
    from && to && from.phaseId === to.phaseId && from.cents === to.cents && from.vatCents === to.vatCents;
  if (sameSum) {
    if (from.state === to.state) return [];
    const { phaseId, cents, vatCents } = to;
    return [{ phaseId, fromState: from.state, toState: to.state, cents, vatCents }];
  }
  const moves: Move[] = [];
  if (from) {
    const { phaseId, state, cents, vatCents } = from;
    moves.push({ phaseId, fromState: state, toState: 'free', cents, vatCents });
  }
  if (to) {
    const { phaseId, state, cents, vatCents } = to;
    moves.push({ phaseId, fromState: 'free', toState: state, cents, vatCents });
  }
  return moves;
}

/** What moves do to each phase, in cents by state. */
export function changesOfPhases(moves: Move[]) {
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
