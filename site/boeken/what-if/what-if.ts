import type { Client } from '../../client.ts';
import { type FieldError, problemOf, type Refused } from '../../forms.ts';
import { declarationOf } from '../declaration/declarations.ts';
import type { Decision, SessionDetail } from '../../show/types.ts';
import { mayHave } from '../../answers.ts';

/** What a place would cost: the answer, or what is wrong with the question. */
export type WhatIf = { kvkNumber: string; decision: Decision | null; refused: Refused | null };

/** Whether who pays makes a difference: the programme pays per participant, and there is something to pay. */
export async function isPriced(api: Client, { cost, programme }: SessionDetail): Promise<boolean> {
  if (cost.exVatCents + cost.vatCents === 0) return false;
  const found = await mayHave(api.programmes[':id'].$get({ param: { id: programme.id } }));
  return found?.funding === 'perParticipant';
}

/**
 * Asks without a key, so that nothing of the question is kept. `wrong` says what is wrong with a number here, where it
 * cannot be left empty.
 */
export async function askCost(
  api: Client,
  sessionId: string,
  values: Record<string, string>,
  wrong: string,
): Promise<WhatIf> {
  const kvkNumber = values.kvkNumber ?? '';
  const { declarations } = declarationOf(values);
  const json = { sessionId, kvkNumber, ...(declarations && { declarations }) };
  const answer = await api['eligibility-checks'].$post({ header: {}, json });
  if (answer.ok) return { kvkNumber, decision: await answer.json(), refused: null };
  const { fields, ...problem } = await problemOf(answer);
  const told = fields.map((field): FieldError =>
    field.name === 'kvkNumber' ? { ...field, code: 'explained', reason: wrong } : field,
  );
  return { kvkNumber, decision: null, refused: { values, ...problem, fields: told } };
}
