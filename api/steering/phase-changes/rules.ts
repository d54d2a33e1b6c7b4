import { fits, type PhaseBase, type PhaseChange, phaseOn } from '../../programmes/phases/rules.ts';

/** What is known of a phase besides its changes. `hasCommitted`: money was ever committed in it. */
type Around = { base: PhaseBase; hasCommitted: boolean; today: string };

/**
 * Whether a change has had effect. A release has once money was committed in the phase, also when that came back since; a
 * payment at the end of the day on which it was written down; every other change on the first day that it holds.
 */
function hasEffect({ kind, effectiveOn }: PhaseChange, { hasCommitted, today }: Around): boolean {
  if (kind === 'release') return hasCommitted;
  if (kind === 'pay') return effectiveOn < today;
  return effectiveOn <= today;
}

const isEarlier = (a: PhaseChange, b: PhaseChange) =>
  a.decidedAt < b.decidedAt || (a.decidedAt === b.decidedAt && a.id < b.id);

/** The ids of the changes that make sense on top of what was decided before them. */
const fitting = (changes: readonly PhaseChange[], base: PhaseBase): string[] =>
  changes
    .filter((one) => {
      const earlier = changes.filter((other) => isEarlier(other, one));
      return fits(one, base, phaseOn(base, earlier, one.effectiveOn));
    })
    .map(({ id }) => id);

/** Why a change cannot be taken back; null when it can. `changes` are all that are in force or to come. */
export function undoRefusal(
  change: PhaseChange,
  changes: readonly PhaseChange[],
  around: Around,
): 'phase-change-in-effect' | 'phase-change-needed' | null {
  if (hasEffect(change, around)) return 'phase-change-in-effect';
  const without = fitting(
    changes.filter(({ id }) => id !== change.id),
    around.base,
  );
  const rests = fitting(changes, around.base).some((id) => id !== change.id && !without.includes(id));
  return rests ? 'phase-change-needed' : null;
}
