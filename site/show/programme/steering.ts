import type { z } from 'zod';
import type { evaluation } from '../../../api/steering/evaluations/schema.ts';
import type { measure } from '../../../api/steering/measures/schema.ts';
import type { phaseChanges } from '../../../api/steering/phase-changes/schema.ts';
import type { Client } from '../../client.ts';

export type PhaseHistory = z.output<typeof phaseChanges>;
export type Measure = z.output<typeof measure>;
export type Evaluation = z.output<typeof evaluation>;

/** The phase of a quarter with its decisions; null for who may not see it. */
export async function phaseOf(api: Client, id: string, ordinal: number): Promise<PhaseHistory | null> {
  const param = { id, ordinal: String(ordinal) };
  const answer = await api.programmes[':id'].quarters[':ordinal']['phase-changes'].$get({ param });
  return answer.ok ? answer.json() : null;
}

export async function measuresOf(api: Client, id: string): Promise<Measure[]> {
  const answer = await api.programmes[':id'].measures.$get({ param: { id } });
  return answer.ok ? (await answer.json()).items : [];
}

export async function evaluationsOf(api: Client, id: string, ordinal: number): Promise<Evaluation[]> {
  const param = { id, ordinal: String(ordinal) };
  const answer = await api.programmes[':id'].quarters[':ordinal'].evaluations.$get({ param });
  return answer.ok ? (await answer.json()).items : [];
}
