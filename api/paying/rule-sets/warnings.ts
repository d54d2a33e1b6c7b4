import { whereIs } from '../eligibility/area.rules.ts';
import { lowest } from '../eligibility/caps.rules.ts';
import type { Facts } from '../eligibility/facts.ts';
import type { RuleOutcome } from '../eligibility/judge.rules.ts';
import type { Reason } from '../eligibility/reason-words.ts';
import type { Rule, RuleKind } from '../eligibility/schema.ts';
import * as words from './warning-words.ts';

type Stored = { facts: Facts; rules: readonly Pick<RuleOutcome, 'rule'>[] };
type Uses = { people: number; products: ReadonlyMap<string, { used: number; cap: number | null }> };
type Version = { version: number; validFrom: string; state: 'planned' | 'in-force' | 'past' };
export type Warning = {
  code: 'nothing-to-replay' | 'not-recorded' | 'not-looked-up' | 'already-full' | 'later-version';
  rule: RuleKind | null;
  text: Reason;
};

/** What the replay cannot show, and what these rules would do from the first day. `from` is when they would hold. */
export function warningsOf(
  rules: readonly Rule[],
  stored: readonly Stored[],
  uses: Uses,
  versions: readonly Version[],
  from: string,
): Warning[] {
  return [
    ...(stored.length === 0 ? [nothing] : rules.flatMap((rule) => unseen(rule, stored))),
    ...rules.flatMap((rule) => full(rule, uses)),
    ...versions.filter((one) => one.state === 'planned' && one.validFrom > from).map(later),
  ];
}

const nothing: Warning = {
  code: 'nothing-to-replay',
  rule: null,
  text: words.nothingToReplay,
};

const later = ({ version, validFrom }: Version): Warning => ({
  code: 'later-version',
  rule: null,
  text: words.laterVersion(version, validFrom),
});

/** Rules that look at something that was not written down with the older decisions. Only of a business it can be looked up. */
function unseen(rule: Rule, stored: readonly Stored[]): Warning[] {
  const { kind } = rule;
  const count = stored.filter((one) => isUnseen(rule, one)).length;
  if (count === 0) return [];
  if (kind === 'businessActive' || (kind === 'establishedInArea' && rule.basis === 'business'))
    return [
      {
        code: 'not-looked-up',
        rule: kind,
        text: words.notLookedUp(count),
      },
    ];
  return [
    {
      code: 'not-recorded',
      rule: kind,
      text: words.notRecorded(count),
    },
  ];
}

function isUnseen(rule: Rule, { facts, rules }: Stored): boolean {
  const had = (...kinds: RuleKind[]) => rules.some((one) => kinds.includes(one.rule));
  switch (rule.kind) {
    case 'businessActive':
      return facts.business.status === 'unavailable';
    case 'establishedInArea':
      if (rule.basis === 'business') return facts.business.status === 'unavailable';
      return whereIs(rule, facts).where === 'unknown';
    case 'productCap':
    case 'peopleCap':
      return !had('productCap', 'peopleCap');
    case 'deMinimisRoom':
      return !had('deMinimisRoom');
    case 'declarations':
      return rule.items.some(({ code }) => !Object.hasOwn(facts.declarations, code));
    case 'budgetRoom':
      return facts.budgetRoomCents === null;
    default:
      return false;
  }
}

/** Limits that are reached already: nobody new would be paid for. */
function full(rule: Rule, { people, products }: Uses): Warning[] {
  if (rule.kind === 'peopleCap' && people >= rule.max)
    return [
      {
        code: 'already-full',
        rule: rule.kind,
        text: words.enoughPeople(people, rule.max),
      },
    ];
  if (rule.kind !== 'productCap') return [];
  return [...products]
    .filter(([code]) => rule.product === undefined || rule.product === code)
    .flatMap(([code, { used, cap }]): Warning[] => {
      const max = lowest(rule.max, cap);
      if (max === null || used < max) return [];
      return [
        {
          code: 'already-full',
          rule: rule.kind,
          text: words.enoughUses(code, used, max),
        },
      ];
    });
}
