import type { NewEvaluation } from '../../../api/steering/evaluations/schema.ts';
import type { NewMeasure } from '../../../api/steering/measures/schema.ts';
import type { NewPhaseChange } from '../../../api/steering/phase-changes/schema.ts';
import type { Client } from '../../client.ts';
import { keyOf } from '../../forms.ts';
import { amount, wholeNumber } from '../../typed.ts';

type Values = Record<string, string>;

/** The amount that was typed once more. An empty field is no amount, and is refused as such. */
const repeatedIn = ({ repeatedCents }: Values) =>
  repeatedCents === undefined ? {} : { repeatedCents: amount(repeatedCents) ?? repeatedCents };

/** Releases, pays or resumes the phase of a quarter, by what was filled in. */
export function changePhase(api: Client, id: string, values: Values) {
  const { kind = '', ordinal = '', motivation = '', effectiveOn = '' } = values;
  const json = kind === 'resume' ? { kind, motivation, effectiveOn } : { kind, ...repeatedIn(values) };
  return api.programmes[':id'].quarters[':ordinal']['phase-changes'].$post({
    param: { id, ordinal },
    header: keyOf(values),
    json: json as NewPhaseChange,
  });
}

/** Takes a decision about a phase back. */
export const undoChange = (api: Client, id: string, values: Values) =>
  api.programmes[':id'].quarters[':ordinal']['phase-changes'][':change'].undoing.$post({
    param: { id, ordinal: values.ordinal ?? '', change: values.change ?? '' },
    header: keyOf(values),
    json: { motivation: values.motivation ?? '' },
  });

export function evaluateQuarter(api: Client, id: string, ordinal: string, values: Values) {
  const { decision, text = '' } = values;
  return api.programmes[':id'].quarters[':ordinal'].evaluations.$post({
    param: { id, ordinal },
    header: keyOf(values),
    json: { decision, text } as NewEvaluation,
  });
}

export function measureOf({ kind, trigger, motivation = '', effectiveOn = '', ...values }: Values) {
  const lowers = kind === 'reduceContribution' && { ceilingCents: amount(values.ceilingCents) };
  const quarter = wholeNumber(values.quarter);
  return { kind, trigger, motivation, effectiveOn, quarter, ...lowers, ...repeatedIn(values) } as NewMeasure;
}

export const takeMeasure = (api: Client, id: string, values: Values) =>
  api.programmes[':id'].measures.$post({
    param: { id },
    header: keyOf(values),
    json: measureOf(values),
  });
