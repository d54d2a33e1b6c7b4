import { z } from '@hono/zod-openapi';
import { MAX_CENTS } from '../../language/amounts.ts';
import { product } from '../../programmes/programmes/schema.ts';
import { period } from '../eligibility/schema.ts';

const MAX_HOURS = 10_000;

/** One product as it is given. What is wrong with the list is told all together, so it is read one by one. */
export const givenProduct = z.object({
  code: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid'),
  name: z.string().trim().min(1).max(120),
  hours: z.number().positive().max(MAX_HOURS).nullable(),
  priceCents: z.int().nonnegative().max(MAX_CENTS),
  priceBasis: z.enum(['ex', 'unknown']).optional().describe('As it was when left out, or ex'),
  inPackage: z.boolean(),
  cap: z.int().positive().max(MAX_CENTS).nullable(),
});
export type GivenProduct = z.output<typeof givenProduct>;

export const newCatalogue = z
  .object({
    items: z
      .array(z.unknown())
      .max(100)
      .openapi({ type: 'array', items: { $ref: '#/components/schemas/Product' } })
      .describe('The whole list, in its order. A product is the same one as long as its code is'),
  })
  .openapi('NewCatalogue');

export const catalogue = z.object({ items: z.array(product) });

const cap = z.int().nonnegative().nullable();
const isKept = z.boolean().describe('Whether a rule in force keeps this limit');
const used = z
  .int()
  .nonnegative()
  .describe('Places that are held, offered or certain, and paid by the municipality');
const reserved = z.int().nonnegative().describe('The part of it that is not certain yet');

export const capsUse = z
  .object({
    ruleSetVersion: z.int().nullable().describe('The version of the rules in force'),
    people: z
      .object({ used: used.describe('Different entrepreneurs'), reserved, cap, isKept })
      .describe('In the whole programme'),
    products: z.array(z.object({ code: z.string(), name: z.string(), used, reserved, cap, isKept })),
    perEntrepreneur: z
      .array(
        z.object({
          max: z.int(),
          unit: z.enum(['count', 'minutes', 'cents']),
          period,
          sentence: z.string().describe('In the language of the request'),
          entrepreneurs: z.int().describe('Who have something that counts'),
          reached: z.int().describe('Who have all they can have'),
          highest: z.int().describe('The most that one entrepreneur has, in the unit'),
        }),
      )
      .describe('For each rule on how much one entrepreneur can have; certain places count'),
  })
  .openapi('CapsUse');
