import type { z } from 'zod';
import type { NewPhase, phasePlan } from '../../../api/steering/budget-phases/schema.ts';
import type { Client } from '../../client.ts';
import type { FieldError } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { amount } from '../../typed.ts';

export type PhasePlan = z.output<typeof phasePlan>;
type Values = Record<string, string>;

/** Each quarter has such a field on the page. */
export const amountField = (ordinal: number | string) => `amount-${ordinal}`;

/** Sets or removes the phase of a quarter, by what was filled in. */
export function savePhase(api: Client, id: string, values: Values) {
  const { ordinal = '', intent } = values;
  const { phase } = api.programmes[':id'].quarters[':ordinal'];
  const param = { id, ordinal };
  if (intent === 'remove') return phase.$delete({ param });
  const ceilingCents = amount(values[amountField(ordinal)]);
  return phase.$put({ param, json: { ceilingCents } as NewPhase });
}

/** What is wrong with the amount, at the field of its quarter. */
export function phaseErrors(fields: FieldError[], { ordinal = '' }: Values, locale: Locale) {
  const { budgetPhases, problems } = texts(locale);
  return fields.map((field) => ({
    field: amountField(ordinal),
    message: field.code === 'explained' ? problems.field(field) : budgetPhases.notAnAmount,
  }));
}
