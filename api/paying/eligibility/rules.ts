import { type Cost, borneExVatCents, costOf } from '../../money/cost/rules.ts';
import type { Facts } from './facts.ts';
import { judge, type RuleOutcome } from './judge.rules.ts';
import type { Rule, RuleKind } from './schema.ts';

export type Decision = {
  outcome: 'eligible' | 'not-eligible' | 'needs-review';
  ruleSetVersion: number;
  /** Local date. */
  decidedOn: string;
  rules: RuleOutcome[];
  cost: Cost;
  /** What the municipality bears, in cents ex VAT: the amount to keep for this place. */
  borneExVatCents: number;
};

/** What nobody at the desk can give away: money that is not there, and aid above the ceiling of the law. */
const BEYOND_REVIEW: ReadonlySet<RuleKind> = new Set(['budgetRoom', 'deMinimisRoom']);

/**
 * Decides whether the municipality pays. One failed rule is enough for no; something unknown asks for a review, during
 * which the place is kept and nothing is asked of the entrepreneur. Membership of an association is no fact here: it is
 * never a condition (Back on Track, B&W 2-11-2021).
 */
export function decide(rules: readonly Rule[], facts: Facts): Decision {
  const paid = costOf(facts.price, 'municipality');
  const borneCents = borneExVatCents(paid);
  const all = [...rules, ...implied(rules, facts, borneCents)];
  const outcomes = all.map((rule) => judge(rule, facts, borneCents));
  const outcome = outcomeOf(outcomes, facts.review?.outcome);
  const pays = outcome !== 'not-eligible';
  return {
    outcome,
    ruleSetVersion: facts.ruleSetVersion,
    decidedOn: facts.today,
    rules: outcomes,
    cost: pays ? paid : costOf(facts.price, 'entrepreneur'),
    borneExVatCents: pays ? borneCents : 0,
  };
}

/**
 * What nobody can promise, also where the rules do not ask for it: money that is not there, or of a phase that is paused.
 * So the ledger never has to refuse what a decision gave.
 */
function implied(rules: readonly Rule[], { programme, budgetRoomCents }: Facts, borneCents: number): Rule[] {
  if (borneCents === 0) return [];
  const lacks = (wanted: RuleKind) => !rules.some(({ kind }) => kind === wanted);
  const isShort = budgetRoomCents !== null && budgetRoomCents < borneCents;
  return [
    ...(programme.paused && lacks('programmeRunning') ? [{ kind: 'programmeRunning' } as const] : []),
    ...(isShort && lacks('budgetRoom') ? [{ kind: 'budgetRoom' } as const] : []),
  ];
}

/** A review settles what the rules leave open and may lift what failed, but for what is beyond it. */
export function outcomeOf(
  outcomes: readonly Pick<RuleOutcome, 'rule' | 'outcome'>[],
  review?: 'approved' | 'refused',
): Decision['outcome'] {
  if (review === 'refused') return 'not-eligible';
  const lifted = (rule: RuleKind) => review === 'approved' && !BEYOND_REVIEW.has(rule);
  let unknown = false;
  for (const { rule, outcome } of outcomes) {
    if (outcome === 'failed' && !lifted(rule)) return 'not-eligible';
    unknown ||= outcome === 'unknown';
  }
  return unknown && review !== 'approved' ? 'needs-review' : 'eligible';
}
