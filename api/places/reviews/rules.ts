import type { Status } from '../life/rules.ts';
import { isLive } from '../life/rules.ts';

type Outcome = 'eligible' | 'not-eligible' | 'needs-review';
type Case = { status: Status; outcome: Outcome; requested: boolean };

/**
 * Whether a person has to look. A certain place for which nobody knows who pays comes by itself; a place that is not certain
 * only when its owner asks, because anyone can type any address.
 */
export const needsLooking = ({ status, outcome, requested }: Case) =>
  isLive(status) && (requested || (status === 'confirmed' && outcome === 'needs-review'));

/** Why a review cannot be asked for now; null when it can. */
export function refusesRequest({ status, outcome, requested }: Case) {
  if (!isLive(status)) return 'registration-ended' as const;
  if (requested) return 'review-requested' as const;
  return outcome === 'eligible' ? ('nothing-to-review' as const) : null;
}

type Looked = {
  /** The decision that the reviewer saw; undefined when that was not told. */
  seen: string | undefined;
  newest: string;
  reviewed: boolean;
};

/**
 * Why a case cannot be reviewed now; null when it can. What was reviewed can be put right by who saw that outcome, so that
 * of two reviewers at once one is told that the other was first.
 */
export function refusesReview(one: Case, { seen, newest, reviewed }: Looked) {
  if (!isLive(one.status)) return 'registration-ended' as const;
  if (seen !== undefined && seen !== newest) return 'decision-changed' as const;
  if (needsLooking(one) || (reviewed && seen !== undefined)) return null;
  return 'nothing-to-review' as const;
}

/** What no review can give away, if that is why an approval does not make a place paid. */
export function beyondReview(rules: readonly { rule: string; outcome: string }[]) {
  const failed = (kind: string) => rules.some(({ rule, outcome }) => rule === kind && outcome === 'failed');
  if (failed('budgetRoom')) return 'budget-full' as const;
  return failed('deMinimisRoom') ? ('aid-ceiling' as const) : null;
}
