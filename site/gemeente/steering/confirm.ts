import { phaseOn } from '../../../api/programmes/phases/rules.ts';
import type { Client } from '../../client.ts';
import type { Programme } from '../../show/programme/programme.ts';
import { phaseOf } from '../../show/programme/steering.ts';
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
async function toConfirm(api: Client, values: Values, programme: Programme): Promise<ToConfirm | null> {
  const kind = KINDS.find((one) => one === values.kind);
  const ordinal = wholeNumber(values.ordinal ?? values.quarter);
  const phase = programme.quarters.find((quarter) => quarter.ordinal === ordinal)?.phase;
  if (!kind || !phase) return null;
  const isMeasure = kind === 'reduceContribution' || kind === 'pause';
  const isWhole = [values.trigger, values.motivation, values.effectiveOn].every((value) => value?.trim());
  if (isMeasure && !isWhole) return null;
  const cents: unknown =
    kind === 'reduceContribution'
      ? amount(values.ceilingCents)
      : kind === 'pause'
        ? await ceilingOn(api, programme, ordinal, values.effectiveOn!)
        : phase.ceilingCents;
  return typeof cents === 'number' ? { kind, ordinal, cents } : null;
}

/** The ceiling in force on a day that may be still to come, with what was decided to hold by then. */
async function ceilingOn(api: Client, { slug }: Programme, ordinal: number, day: string) {
  const history = await phaseOf(api, slug, ordinal);
  if (!history?.phase) return null;
  const base = { state: 'approved' as const, ceilingCents: history.phase.initialCents, pausedFrom: null };
  const standing = history.items.filter(({ undone }) => undone === null);
  return phaseOn(base, standing, day).ceilingCents;
}

/** What was refused of a form in which the amount is not asked yet: the rest comes first. */
export const withoutAmount = (refused: Refused): Refused => ({
  ...refused,
  fields: refused.fields.filter(({ name }) => name !== 'repeatedCents'),
});

/** What has to be asked now: at first, and again as long as the amount was not repeated. */
export async function asksAgain(
  api: Client,
  values: Values,
  refused: Refused | null,
  programme: Programme,
): Promise<ToConfirm | null> {
  const isAnswered = values.repeatedCents !== undefined;
  const isWrong = refused?.fields.some(({ name }) => name === 'repeatedCents') ?? false;
  return isAnswered && !isWrong ? null : toConfirm(api, values, programme);
}
