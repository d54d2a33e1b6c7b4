import { within } from '../time.ts';
import { type Reason, reasons } from './reasons.ts';
import type { Rule } from './schema.ts';

/** What is known when the decision is made. Kept with the decision, so that it can be recomputed. */
export type Facts = {
  programme: { status: 'draft' | 'running' | 'archived'; startsOn: string; endsOn: string };
  /** Local date of the session. */
  sessionOn: string;
  kvkNumber: string | null;
  /** Places the municipality already pays for this entrepreneur in this programme, this module excluded. */
  paidInProgramme: number;
  /** Whether the municipality already pays another place of this entrepreneur in the same module. */
  paidForModule: boolean;
};

/** Price per participant in cents, ex VAT; the own contribution includes VAT. */
export type Price = {
  exVatCents: number;
  vatRate: '21' | '9' | '0' | 'exempt';
  ownContributionCents: number;
};

export type Cost = {
  payer: 'municipality' | 'entrepreneur';
  exVatCents: number;
  vatCents: number;
  ownContributionCents: number;
};
export type RuleOutcome = { rule: Rule['kind']; outcome: 'passed' | 'failed' | 'unknown'; reason: Reason };
export type Decision = {
  outcome: 'eligible' | 'not-eligible' | 'needs-review';
  rules: RuleOutcome[];
  cost: Cost;
};

/**
 * Decides whether the municipality pays. One failed rule is enough for no; something unknown asks for a review, during
 * which the place is kept and nothing is asked of the entrepreneur. Membership of an association is no fact here: it is
 * never a condition (Back on Track, B&W 2-11-2021).
 */
export function decide(rules: Rule[], facts: Facts, price: Price): Decision {
  const outcomes = rules.map((rule) => judge(rule, facts));
  const outcome = outcomes.some((o) => o.outcome === 'failed')
    ? 'not-eligible'
    : outcomes.some((o) => o.outcome === 'unknown')
      ? 'needs-review'
      : 'eligible';
  return {
    outcome,
    rules: outcomes,
    cost: costOf(price, outcome === 'not-eligible' ? 'entrepreneur' : 'municipality'),
  };
}

function judge(rule: Rule, facts: Facts): RuleOutcome {
  switch (rule.kind) {
    case 'programmeRunning': {
      const running = facts.programme.status === 'running' && within(facts.sessionOn, facts.programme);
      return {
        rule: rule.kind,
        outcome: running ? 'passed' : 'failed',
        reason: reasons.programmeRunning(running),
      };
    }
    case 'kvkNumber': {
      const known = facts.kvkNumber !== null;
      return {
        rule: rule.kind,
        outcome: known || !rule.required ? 'passed' : 'unknown',
        reason: reasons.kvkNumber(known, rule.required),
      };
    }
    case 'notPaidForModule':
      return {
        rule: rule.kind,
        outcome: facts.paidForModule ? 'failed' : 'passed',
        reason: reasons.notPaidForModule(!facts.paidForModule),
      };
    case 'capPerEntrepreneur': {
      const room = facts.paidInProgramme < rule.max;
      return {
        rule: rule.kind,
        outcome: room ? 'passed' : 'failed',
        reason: reasons.capPerEntrepreneur(room, rule.max),
      };
    }
  }
}

export function costOf(price: Price, payer: Cost['payer']): Cost {
  const exVatCents = price.exVatCents;
  const vatCents = price.vatRate === 'exempt' ? 0 : Math.round((exVatCents * Number(price.vatRate)) / 100);
  const full = exVatCents + vatCents;
  return {
    payer,
    exVatCents,
    vatCents,
    ownContributionCents: payer === 'entrepreneur' ? full : Math.min(price.ownContributionCents, full),
  };
}
