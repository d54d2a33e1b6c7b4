import type { inForce } from './in-force.ts';

/** The figures of a phase as they leave the API. */
export const toPhase = (phase: ReturnType<typeof inForce>) => ({
  initialCents: phase.initialCents,
  ceilingCents: phase.ceilingCents,
  reservedCents: phase.reservedCents,
  committedCents: phase.committedCents,
  realisedCents: phase.realisedCents,
  state: phase.state,
});
