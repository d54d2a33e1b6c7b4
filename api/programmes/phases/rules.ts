type PhaseState = 'planned' | 'approved' | 'paid' | 'reduced' | 'paused';
export type PhaseChangeKind = 'release' | 'pay' | 'reduce' | 'pause' | 'resume';

/** How a phase began. */
export type PhaseBase = { state: PhaseState; ceilingCents: number; pausedFrom: string | null };
export type PhaseChange = {
  id: string;
  kind: PhaseChangeKind;
  /** The new ceiling, of a `reduce` only. */
  ceilingCents: number | null;
  /** Local date. */
  effectiveOn: string;
  decidedAt: string;
};

/** What holds for a phase on a date. `released`: what was only reserved may be committed. */
export type PhaseInForce = {
  state: PhaseState;
  ceilingCents: number;
  released: boolean;
  paid: boolean;
  paused: boolean;
};

const before = (a: PhaseChange, b: PhaseChange) =>
  a.effectiveOn.localeCompare(b.effectiveOn) ||
  a.decidedAt.localeCompare(b.decidedAt) ||
  a.id.localeCompare(b.id);

/**
 * What is in force on a local date: how the phase began, with every change that has taken effect by then in the order of
 * their dates. A change of a later date never alters the answer for an earlier one.
 */
export function phaseOn(base: PhaseBase, changes: readonly PhaseChange[], date: string): PhaseInForce {
  let released = base.state !== 'planned';
  let paid = base.state === 'paid';
  let paused = base.state === 'paused' || (base.pausedFrom !== null && base.pausedFrom <= date);
  let reducedLast = base.state === 'reduced';
  let { ceilingCents } = base;
  for (const change of changes.filter(({ effectiveOn }) => effectiveOn <= date).sort(before)) {
    if (change.kind === 'release') released = true;
    if (change.kind === 'pay') [paid, reducedLast] = [true, false];
    if (change.kind === 'pause') paused = true;
    if (change.kind === 'resume') paused = false;
    if (change.kind === 'reduce') [ceilingCents, reducedLast] = [change.ceilingCents!, true];
  }
  const lowered = ceilingCents < base.ceilingCents || base.state === 'reduced';
  const going = lowered && reducedLast ? 'reduced' : paid ? 'paid' : 'approved';
  const state = paused ? 'paused' : released ? going : 'planned';
  return { state, ceilingCents, released, paid, paused };
}

export type Wanted = { kind: PhaseChangeKind; ceilingCents: number | null };

/**
 * Whether a change makes sense on top of what is in force on its date. A lowered ceiling may be set again, also higher, up
 * to that with which the phase began: that is how a mistake is put right.
 */
export function fits(wanted: Wanted, base: PhaseBase, inForce: PhaseInForce): boolean {
  switch (wanted.kind) {
    case 'release':
      return !inForce.released;
    case 'pay':
      return inForce.released && !inForce.paid && !inForce.paused;
    case 'reduce':
      return wanted.ceilingCents! <= base.ceilingCents && wanted.ceilingCents !== inForce.ceilingCents;
    case 'pause':
      return !inForce.paused;
    case 'resume':
      return inForce.paused;
  }
}

type Evaluation = { decision: 'continue' | 'scaleDown' | 'stop' } | null;

/**
 * Why a phase cannot be released yet; null when it can. `previous` is the newest evaluation of the quarter before, and
 * undefined for the first quarter, which needs none.
 */
export function releaseRefusal(
  previous: Evaluation | undefined,
  stopped: boolean,
): 'evaluation-needed' | 'programme-stopped' | null {
  if (stopped) return 'programme-stopped';
  if (previous === undefined) return null;
  if (previous === null) return 'evaluation-needed';
  return previous.decision === 'stop' ? 'programme-stopped' : null;
}
