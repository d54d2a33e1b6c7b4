import { z } from '@hono/zod-openapi';

const name = z.string().trim().min(1).max(120);
/** Zero is taken here, so that saving can say in words why it makes no sense. */
const cap = z.int().nonnegative();
export const period = z.discriminatedUnion('per', [
  z.object({ per: z.literal('programme') }),
  z.object({ per: z.literal('calendarYear').describe('The year of the session') }),
  z.object({ per: z.literal('rollingMonths'), months: z.int().min(1).max(120) }),
]);

/** The closed set of rule kinds a programme's rule set is made of. */
export const rule = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('programmeRunning') }),
    z.object({ kind: z.literal('kvkNumber'), required: z.boolean() }),
    z.object({ kind: z.literal('businessActive') }),
    z.object({
      kind: z.literal('establishedInArea'),
      basis: z
        .enum(['business', 'residence', 'either'])
        .default('business')
        .describe('Where the business has an establishment, where the entrepreneur lives, or one of the two'),
      places: z.array(name).max(100).describe('Names of places (woonplaatsen)'),
      postcodes: z
        .array(z.object({ from: z.int().min(1000).max(9999), to: z.int().min(1000).max(9999) }))
        .max(100)
        .describe('Ranges of the four digits of a postcode, both ends included'),
      outside: z
        .enum(['review'])
        .optional()
        .describe('Of who is outside a person looks. Left out, they may come at the full price'),
    }),
    z.object({
      kind: z.literal('productCap'),
      product: name
        .optional()
        .describe('Code of a product; without it every product has the cap of the catalogue'),
      max: cap
        .optional()
        .describe('How often the product can be used; without it the cap of the catalogue counts'),
    }),
    z.object({
      kind: z.literal('peopleCap'),
      max: cap,
      scope: z
        .literal('programme')
        .describe('Different entrepreneurs in the whole programme: who is already in does not count again'),
    }),
    z.object({
      kind: z.literal('capPerEntrepreneur'),
      max: cap,
      unit: z.enum(['count', 'minutes', 'cents']).describe('Cents are what the municipality bears, ex VAT'),
      period,
    }),
    z.object({ kind: z.literal('notPaidForModule') }),
    z.object({
      kind: z.literal('declarations'),
      items: z
        .array(z.object({ code: name, nl: z.string().trim().max(300), en: z.string().trim().max(300) }))
        .max(20)
        .describe('Sentences that the entrepreneur declares to be true'),
    }),
    z.object({ kind: z.literal('deMinimisRoom'), ceilingCents: cap, years: z.int().min(1).max(10) }),
    z.object({ kind: z.literal('budgetRoom') }),
    z.object({ kind: z.literal('manualReview') }),
  ])
  .openapi('Rule');
export type Rule = z.infer<typeof rule>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
export const ruleKind = z.enum(rule.options.map((option) => option.shape.kind.value));
export const rules = z.array(rule).min(1).max(50);

export const cost = z
  .object({
    payer: z.enum(['municipality', 'entrepreneur']),
    exVatCents: z.int().nonnegative(),
    vatCents: z.int().nonnegative().describe('Rounded to the cent per offer, half a cent upwards'),
    inclVatCents: z.int().nonnegative().describe('The full price, whoever pays it'),
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
    ruleSetVersion: z.int().positive().describe('The version of the rules of the programme that was used'),
    decidedOn: z.iso.date(),
    rules: z.array(
      z.object({
        rule: ruleKind,
        outcome: z.enum(['passed', 'failed', 'unknown']),
        reason: z.string().describe('One sentence in the language of the request'),
        nextStep: z
          .string()
          .nullable()
          .describe('What the entrepreneur can do now; null when there is nothing'),
      }),
    ),
    cost,
    askReview: z.string().describe('How to have a member of staff look at it again'),
  })
  .openapi('Decision');
