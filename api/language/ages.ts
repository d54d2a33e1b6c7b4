/** The age bands of the Amsterdam dashboard (Tussenevaluatie Actieplan Veerkracht, 2021); the last is wider. */
export const ageBands = ['18-25', '26-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-67'] as const;

/** `unknown` without an age; ages outside the bands are kept apart. */
export function ageBand(age: number | null): string {
  if (age === null) return 'unknown';
  if (age < 18) return 'under-18';
  return ageBands.find((band) => age <= Number(band.slice(3))) ?? 'over-67';
}

/** What someone can tell of an age. */
export const toldAgeBands = [...ageBands, 'over-67'] as const;
export type ToldAgeBand = (typeof toldAgeBands)[number];

/** The youngest of a band stands for all in it. */
export const youngestIn = (band: ToldAgeBand): number => (band === 'over-67' ? 68 : Number(band.slice(0, 2)));
