import { z } from '@hono/zod-openapi';

/** The closed set of rule kinds a programme's rule set is made of. */
export const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('programmeRunning') }),
  z.object({ kind: z.literal('kvkNumber'), required: z.boolean() }),
  z.object({ kind: z.literal('notPaidForModule') }),
  z.object({ kind: z.literal('capPerEntrepreneur'), max: z.int().positive() }),
]);
export type Rule = z.infer<typeof rule>;
export const rules = z.array(rule).min(1);

export const cost = z
  .object({
    payer: z.enum(['municipality', 'entrepreneur']),
    exVatCents: z.int().nonnegative(),
    vatCents: z.int().nonnegative(),
    ownContributionCents: z
      .int()
      .nonnegative()
      .describe(
        'What the entrepreneur pays, in cents including VAT: the full price when the payer is the entrepreneur',
      ),
  })
  .openapi('Cost');

export const decision = z
  .object({
    outcome: z.enum(['eligible', 'not-eligible', 'needs-review']),
    rules: z.array(
      z.object({
        rule: z.enum(['programmeRunning', 'kvkNumber', 'notPaidForModule', 'capPerEntrepreneur']),
        outcome: z.enum(['passed', 'failed', 'unknown']),
        reason: z.string().describe('One sentence in the language of the request'),
      }),
    ),
    cost,
  })
  .openapi('Decision');
