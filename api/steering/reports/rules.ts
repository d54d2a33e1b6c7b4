export type SessionState = 'held' | 'planned' | 'cancelled';

export const stateOf = (session: { status: string; endsAt: Date }, asOf: Date): SessionState =>
  session.status === 'cancelled' ? 'cancelled' : session.endsAt <= asOf ? 'held' : 'planned';

export const countStates = (states: SessionState[]) => ({
  held: states.filter((state) => state === 'held').length,
  planned: states.filter((state) => state === 'planned').length,
  cancelled: states.filter((state) => state === 'cancelled').length,
});

/** The age bands of the Amsterdam dashboard (Tussenevaluatie Actieplan Veerkracht, 2021); the last is wider. */
export const ageBands = ['18-25', '26-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-67'] as const;

/** `unknown` without an age; ages outside the bands are kept apart. */
export function ageBand(age: number | null): string {
  if (age === null) return 'unknown';
  if (age < 18) return 'under-18';
  return ageBands.find((band) => age <= Number(band.slice(3))) ?? 'over-67';
}
