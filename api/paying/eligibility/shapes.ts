import type { z } from '@hono/zod-openapi';
import type { Locale } from '../../language/locale.ts';
import type { decisions } from '../../../db/schema/registrations.ts';
import { borneExVatCents } from '../../money/cost/rules.ts';
import type { Facts } from './facts.ts';
import type { RuleOutcome } from './judge.rules.ts';
import { askReview } from './reason-words.ts';
import type { Decision } from './rules.ts';
import type { decision as schema } from './schema.ts';

type Shape = z.input<typeof schema>;

/** A decision in one language. What the rules saw stays inside: it may say more of a business than its owner asked. */
export const toDecision = (decision: Decision, locale: Locale): Shape => ({
  outcome: decision.outcome,
  ruleSetVersion: decision.ruleSetVersion,
  decidedOn: decision.decidedOn,
  rules: decision.rules.map(({ rule, outcome, reason, nextStep }) => ({
    rule,
    outcome,
    reason: reason[locale],
    nextStep: nextStep?.[locale] ?? null,
  })),
  cost: decision.cost,
  askReview: askReview[locale],
});

/** A decision as it was stored. */
export function fromStored(row: typeof decisions.$inferSelect): Decision {
  const cost = {
    payer: row.payer,
    exVatCents: row.exVatCents,
    vatCents: row.vatCents,
    inclVatCents: row.exVatCents + row.vatCents,
    ownContributionCents: row.ownContributionCents,
  };
  return {
    outcome: row.outcome,
    ruleSetVersion: (row.facts as Facts).ruleSetVersion,
    decidedOn: row.decidedOn,
    rules: row.rules as RuleOutcome[],
    cost,
    borneExVatCents: borneExVatCents(cost),
  };
}
