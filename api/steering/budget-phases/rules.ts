/**
 * A phase with what was promised in it, and how often something was decided about it. `moves` is all that was ever written
 * down of it.
 */
export type PlannedPhase = { ceilingCents: number; promisedCents: number; decisions: number; moves: number };

type Around = { authorisedCents: number | null; othersCents: number; phase: PlannedPhase | null };
export type PhaseFault =
  | { code: 'not-authorised' }
  | { code: 'above-authorised'; roomCents: number }
  | { code: 'below-promised'; promisedCents: number };

/**
 * Why a phase cannot hold this much, all together: the phases of a programme may not pass what was authorised, and none can
 * be less than what was promised in it.
 */
export function faultsOfPhase(
  wantedCents: number,
  { authorisedCents, othersCents, phase }: Around,
): PhaseFault[] {
  const promisedCents = phase?.promisedCents ?? 0;
  const isBelow = wantedCents < promisedCents;
  return [
    ...aboveAuthorised(wantedCents, authorisedCents, othersCents),
    ...(isBelow ? [{ code: 'below-promised' as const, promisedCents }] : []),
  ];
}

function aboveAuthorised(
  wantedCents: number,
  authorisedCents: number | null,
  othersCents: number,
): PhaseFault[] {
  if (authorisedCents === null) return [{ code: 'not-authorised' }];
  const roomCents = Math.max(0, authorisedCents - othersCents);
  return wantedCents > roomCents ? [{ code: 'above-authorised', roomCents }] : [];
}

/** Only a plan can be changed: once something was decided about it, `phase_changes` says what it is. */
export const canChange = (phase: PlannedPhase | null) => phase === null || phase.decisions === 0;

/** What was ever promised in a phase or decided about it stays written down, also when all of it was taken back. */
export const canRemove = (phase: PlannedPhase) => canChange(phase) && phase.moves === 0;
