import type { z } from 'zod';
import type { evaluation } from '../../../api/steering/evaluations/schema.ts';
import type { measure } from '../../../api/steering/measures/schema.ts';
import type { phaseChanges } from '../../../api/steering/phase-changes/schema.ts';
import type { Client } from '../../client.ts';
import { mayHave } from '../../answers.ts';

export type PhaseHistory = z.output<typeof phaseChanges>;
export type Measure = z.output<typeof measure>;
export type Evaluation = z.output<typeof evaluation>;

/** The phase of a quarter with its decisions; null for who may not see it. */
export async function phaseOf(api: Client, id: string, ordinal: number): Promise<PhaseHistory | null> {
  const param = { id, ordinal: String(ordinal) };
  return mayHave(api.programmes[':id'].quarters[':ordinal']['phase-changes'].$get({ param }));
}

export async function measuresOf(api: Client, id: string): Promise<Measure[]> {
  return (await mayHave(api.programmes[':id'].measures.$get({ param: { id } })))?.items ?? [];
}

export async function evaluationsOf(api: Client, id: string, ordinal: number): Promise<Evaluation[]> {
  const param = { id, ordinal: String(ordinal) };
  const found = await mayHave(api.programmes[':id'].quarters[':ordinal'].evaluations.$get({ param }));
  return found?.items ?? [];
}
