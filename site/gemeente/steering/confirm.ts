import type { Programme } from '../../show/programme/programme.ts';
import type { Refused } from '../../forms.ts';
import { amount, wholeNumber } from '../../typed.ts';

type Values = Record<string, string>;
const KINDS = ['release', 'pay', 'reduceContribution', 'pause'] as const;
/** A decision about money, with the amount that it is about, that has to be repeated. */
export type ToConfirm = { kind: (typeof KINDS)[number]; ordinal: number; cents: number };

/**
 * What has to be confirmed before it is done; null for what is not about the amount of a phase, and for a form in which so
 * much is missing that the API will refuse it.
 */
function toConfirm(values: Values, programme: Programme): ToConfirm | null {
  const kind = KINDS.find((one) => one === values.kind);
  const ordinal = wholeNumber(values.ordinal ?? values.quarter);
  const phase = programme.quarters.find((quarter) => quarter.ordinal === ordinal)?.phase;
  if (!kind || !phase) return null;
  const isMeasure = kind === 'reduceContribution' || kind === 'pause';
  const isWhole = [values.trigger, values.motivation, values.effectiveOn].every((value) => value?.trim());
  const cents: unknown = kind === 'reduceContribution' ? amount(values.ceilingCents) : phase.ceilingCents;
  return (isMeasure && !isWhole) || typeof cents !== 'number' ? null : { kind, ordinal, cents };
}

/** What was refused of a form in which the amount is not asked yet: the rest comes first. */
export const withoutAmount = (refused: Refused): Refused => ({
  ...refused,
  fields: refused.fields.filter(({ name }) => name !== 'repeatedCents'),
});

/** What has to be asked now: at first, and again as long as the amount was not repeated. */
export function asksAgain(values: Values, refused: Refused | null, programme: Programme): ToConfirm | null {
  const isAnswered = values.repeatedCents !== undefined;
  const isWrong = refused?.fields.some(({ name }) => name === 'repeatedCents') ?? false;
  return isAnswered && !isWrong ? null : toConfirm(values, programme);
}
