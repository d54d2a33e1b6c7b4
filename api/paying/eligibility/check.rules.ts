import { CEILING_CENTS, CEILING_YEARS } from '../de-minimis/rules.ts';
import { checkAlone, type RuleFault, fault } from './check-rule.rules.ts';
import type { Rule, RuleKind, RuleOf } from './schema.ts';
import { money } from '../../language/amounts.ts';

/** What of a programme its rules must fit. */
export type CheckedProgramme = {
  startsOn: string;
  endsOn: string;
  deMinimis: 'applicable' | 'not' | 'under-investigation';
  /** Whether it has a budget to be kept within. */
  hasBudget: boolean;
  maxEntrepreneurs: number | null;
  products: readonly { code: string; cap: number | null }[];
};

/**
 * What is wrong with a rule set before it is saved: rules that contradict each other or the programme, and rules that
 * nobody can meet. Empty when it can be saved. `validFrom` is the local date from which it would hold,
 * left out by who only looks.
 */
export function checkRules(
  rules: readonly Rule[],
  programme: CheckedProgramme,
  validFrom?: string,
): RuleFault[] {
  return [
    ...rules.flatMap((rule, at) => checkAlone(rule, at)),
    ...checkTogether(rules),
    ...rules.flatMap((rule, at) => checkAgainst(rule, at, programme)),
    ...checkProgramme(rules, programme, validFrom),
  ];
}

/** Two rules with the same key say the same thing, or contradict each other. */
function keyOf(rule: Rule): string {
  switch (rule.kind) {
    case 'productCap':
      return JSON.stringify([rule.kind, rule.product]);
    case 'capPerEntrepreneur':
      return JSON.stringify([rule.kind, rule.unit, rule.period]);
    case 'establishedInArea':
      return JSON.stringify([rule.kind, rule.basis]);
    default:
      return rule.kind;
  }
}

function checkTogether(rules: readonly Rule[]): RuleFault[] {
  const first = new Map<string, Rule>();
  const found = rules.flatMap((rule, at) => {
    const key = keyOf(rule);
    const earlier = first.get(key);
    first.set(key, earlier ?? rule);
    if (!earlier) return [];
    const [a, b] = [maxOf(earlier), maxOf(rule)];
    return a !== b ? [fault('caps-contradict', at, a, b)] : [fault('duplicate', at)];
  });
  const optional = rules.findIndex((rule) => rule.kind === 'kvkNumber' && !rule.required);
  const needsBusiness = rules.some(
    (rule) =>
      rule.kind === 'businessActive' || (rule.kind === 'establishedInArea' && rule.basis === 'business'),
  );
  return optional >= 0 && needsBusiness ? [...found, fault('kvk-number-needed', optional)] : found;
}

const maxOf = (rule: Rule) => ('max' in rule ? rule.max : undefined);

function checkAgainst(rule: Rule, at: number, programme: CheckedProgramme): RuleFault[] {
  switch (rule.kind) {
    case 'productCap':
      return checkProduct(rule, at, programme);
    case 'peopleCap': {
      const max = programme.maxEntrepreneurs;
      return max !== null && max !== rule.max ? [fault('programme-differs', at, rule.max, max)] : [];
    }
    case 'deMinimisRoom': {
      if (programme.deMinimis === 'not') return [fault('de-minimis-not-applicable', at)];
      const lawful = rule.ceilingCents <= CEILING_CENTS && rule.years >= CEILING_YEARS;
      const limit = [money(CEILING_CENTS, 'nl'), money(CEILING_CENTS, 'en'), CEILING_YEARS] as const;
      return lawful ? [] : [fault('de-minimis-above-law', at, ...limit)];
    }
    case 'budgetRoom':
      return programme.hasBudget ? [] : [fault('no-budget', at)];
    default:
      return [];
  }
}

function checkProduct(
  { product, max }: RuleOf<'productCap'>,
  at: number,
  programme: CheckedProgramme,
): RuleFault[] {
  if (product === undefined) {
    if (max !== undefined) return [fault('product-missing', at)];
    return programme.products.some(({ cap }) => cap !== null) ? [] : [fault('no-product-cap', at)];
  }
  const found = programme.products.find(({ code }) => code === product);
  if (!found) return [fault('product-unknown', at, product)];
  if (max === undefined) return found.cap === null ? [fault('no-product-cap', at)] : [];
  return found.cap !== null && found.cap !== max ? [fault('catalogue-differs', at, max, found.cap)] : [];
}

function checkProgramme(
  rules: readonly Rule[],
  programme: CheckedProgramme,
  validFrom?: string,
): RuleFault[] {
  const has = (kind: RuleKind) => rules.some((rule) => rule.kind === kind);
  return [
    ...(validFrom !== undefined && validFrom > programme.endsOn
      ? [fault('after-the-programme', null, validFrom, programme.endsOn)]
      : []),
    ...(programme.deMinimis === 'applicable' && !has('deMinimisRoom')
      ? [fault('de-minimis-missing', null)]
      : []),
  ];
}
