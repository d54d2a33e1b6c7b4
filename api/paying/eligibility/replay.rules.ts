import type { Facts } from './facts.ts';
import type { RuleOutcome } from './judge.rules.ts';
import { decide, type Decision } from './rules.ts';
import type { Reason } from './reason-words.ts';
import type { Rule, RuleKind } from './schema.ts';

type Known = Pick<RuleOutcome, 'rule' | 'outcome'>;
type Stored = { id: string; facts: Facts; outcome: Decision['outcome']; rules: readonly Known[] };
/** A rule that makes the difference. `from` or `to` is null when it is only in the new, or only in the old rules. */
type Because = {
  rule: RuleKind;
  from: RuleOutcome['outcome'] | null;
  to: RuleOutcome['outcome'] | null;
  reason: Reason | null;
};
export type Flip = { id: string; from: Decision['outcome']; to: Decision['outcome']; because: Because[] };

/** The decision as it was made, from the facts and the rules that were kept with it. */
export const recompute = (stored: { facts: Facts; rules: readonly Rule[] }): Decision =>
  decide(stored.rules, stored.facts);

/** What a decision rests on, without its words: those may be improved, what was decided may not. */
export const substance = ({ rules, ...rest }: Decision) => ({
  ...rest,
  rules: rules.map(({ rule, outcome, saw }) => ({ rule, outcome, saw })),
});

/** Which decisions would be different under other rules, and which rules make the difference. Changes nothing. */
export function replay(
  decisions: readonly Stored[],
  rules: readonly Rule[],
): { same: number; flips: Flip[] } {
  const flips = decisions.flatMap((stored): Flip[] => {
    const now = decide(rules, stored.facts);
    if (now.outcome === stored.outcome) return [];
    return [{ id: stored.id, from: stored.outcome, to: now.outcome, because: because(stored, now) }];
  });
  return { same: decisions.length - flips.length, flips };
}

const weight = { passed: 0, unknown: 1, failed: 2 };
const heaviness = (outcome: RuleOutcome['outcome'] | null) => (outcome === null ? 0 : weight[outcome]);
const severity = { eligible: 0, 'needs-review': 1, 'not-eligible': 2 };

/** The rules that moved the way the decision moved. Rules of one kind are compared in their order. */
function because(stored: Stored, now: Decision): Because[] {
  const left = [...stored.rules];
  const pairs: Because[] = now.rules.map(({ rule, outcome: to, reason }) => {
    const at = left.findIndex((it) => it.rule === rule);
    return { rule, from: at < 0 ? null : left.splice(at, 1)[0]!.outcome, to, reason };
  });
  for (const { rule, outcome } of left) pairs.push({ rule, from: outcome, to: null, reason: null });
  const way = Math.sign(severity[now.outcome] - severity[stored.outcome]);
  return pairs.filter(({ from, to }) => Math.sign(heaviness(to) - heaviness(from)) === way);
}
