import type { RuleOutcome } from '../../paying/eligibility/judge.rules.ts';
import { isLive, type Status } from '../life/rules.ts';

type Outcome = 'eligible' | 'not-eligible' | 'needs-review';
type Place = { status: Status; outcome: Outcome; kvkNumber: string | null };

/**
 * What becomes of a number that is given later: nothing new, a reason why not, or null when it counts. What was promised was
 * promised without it, so there it changes nothing any more.
 */
export function judgeNumber({ status, outcome, kvkNumber }: Place, given: string) {
  if (!isLive(status)) return 'registration-ended' as const;
  if (kvkNumber === given) return 'same' as const;
  return outcome === 'eligible' ? ('kvk-number-settled' as const) : null;
}

const LOOK_IT_UP: ReadonlySet<string> = new Set(['kvkNumber', 'businessActive', 'establishedInArea']);

/** Whether a number, or another one, could change who pays. */
export function asksNumber(
  place: Place,
  rules: readonly Pick<RuleOutcome, 'rule' | 'outcome' | 'saw'>[],
): 'number' | 'correction' | null {
  const open = rules.some(
    ({ rule, outcome, saw }) => LOOK_IT_UP.has(rule) && outcome !== 'passed' && saw.basis !== 'residence',
  );
  if (!open || !isLive(place.status) || place.outcome === 'eligible') return null;
  return place.kvkNumber === null ? 'number' : 'correction';
}
