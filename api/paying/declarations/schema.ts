import { z } from '@hono/zod-openapi';
import { MAX_CENTS } from '../../language/amounts.ts';

const MOST_SENTENCES = 20;

/** What someone declares, with a booking or later. What is left out is not answered. */
export const declarationFields = {
  declarations: z
    .record(z.string().max(120), z.boolean())
    .refine((given) => Object.keys(given).length <= MOST_SENTENCES, 'too-long')
    .optional()
    .describe('Whether each sentence is true for this business, by its code; what is not asked is not kept'),
  deMinimisCents: z
    .int()
    .nonnegative()
    .max(MAX_CENTS, 'invalid')
    .optional()
    .describe(
      'State aid (de-minimis) that the business got from others in the last three years, from day to day, in cents; 0 for none',
    ),
};
export const newDeclaration = z.object(declarationFields).openapi('NewDeclaration');
export type NewDeclaration = z.output<typeof newDeclaration>;

export const asked = z
  .object({
    items: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
    deMinimis: z
      .object({ ceilingCents: z.int(), years: z.int() })
      .nullable()
      .describe('Whether the sum of state aid is asked for, and what the law allows in so many years'),
  })
  .openapi('AskedDeclarations');

export const declaration = z
  .object({
    asked,
    declarations: z.record(z.string(), z.boolean()),
    deMinimisCents: z.int().nullable(),
    declaredAt: z.iso.datetime().nullable(),
    complete: z.boolean().describe('Whether everything that is asked was answered'),
    changeable: z.boolean(),
  })
  .openapi('Declaration');
