import type { z } from '@hono/zod-openapi';
import type { decisions } from '../../db/schema/registrations.ts';
import type { Decision, RuleOutcome } from './rules.ts';
import type { decision as schema } from './schema.ts';

type Shape = z.input<typeof schema>;

/** A decision in one language. */
export const toDecision = (decision: Decision, locale: 'nl' | 'en'): Shape => ({
  outcome: decision.outcome,
  rules: decision.rules.map((rule) => ({ ...rule, reason: rule.reason[locale] })),
  cost: decision.cost,
});

/** A decision as it was stored. */
export const fromStored = (row: typeof decisions.$inferSelect): Decision => ({
  outcome: row.outcome,
  rules: row.rules as RuleOutcome[],
  cost: {
    payer: row.payer,
    exVatCents: row.exVatCents,
    vatCents: row.vatCents,
    ownContributionCents: row.ownContributionCents,
  },
});
