import { parseEuros } from '../../../api/language/money.ts';
import type { NewEvaluation } from '../../../api/steering/evaluations/schema.ts';
import type { NewMeasure } from '../../../api/steering/measures/schema.ts';
import type { NewPhaseChange } from '../../../api/steering/phase-changes/schema.ts';
import type { Client } from '../../client.ts';
import { keyOf } from '../../forms.ts';

type Values = Record<string, string>;

/** Releases, pays or resumes the phase of a quarter, by what was filled in. */
export function changePhase(api: Client, id: string, values: Values) {
  const { kind = '', ordinal = '', motivation = '', effectiveOn = '' } = values;
  const json = kind === 'resume' ? { kind, motivation, effectiveOn } : { kind };
  return api.programmes[':id'].quarters[':ordinal']['phase-changes'].$post({
    param: { id, ordinal },
    header: keyOf(values),
    json: json as NewPhaseChange,
  });
}

export function evaluateQuarter(api: Client, id: string, ordinal: string, values: Values) {
  const { decision, text = '' } = values;
  return api.programmes[':id'].quarters[':ordinal'].evaluations.$post({
    param: { id, ordinal },
    header: keyOf(values),
    json: { decision, text } as NewEvaluation,
  });
}

export function takeMeasure(api: Client, id: string, values: Values) {
  const { kind, trigger, motivation = '', effectiveOn = '', quarter, ceilingCents = '' } = values;
  const amount = kind === 'reduceContribution' ? { ceilingCents: parseEuros(ceilingCents) } : {};
  return api.programmes[':id'].measures.$post({
    param: { id },
    header: keyOf(values),
    json: { kind, trigger, motivation, effectiveOn, quarter: Number(quarter), ...amount } as NewMeasure,
  });
}
