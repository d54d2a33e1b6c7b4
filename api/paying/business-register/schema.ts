import { z } from '@hono/zod-openapi';
import { kvkNumber, moment } from '../../http/contract.ts';

/**
 * A date as far as the register knows it: `2015-06-12`, `2015-06`, `2015`, or `unknown` for a day that came but of which
 * nothing is known. Never a moment; compare it as text.
 */
const partialDate = z.union([z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/), z.literal('unknown')]);
export type PartialDate = z.infer<typeof partialDate>;

/** `city` of a foreign address may hold its postcode, and `street` its house number: the register has them in one. */
const address = z.object({
  street: z.string().nullable(),
  houseNumber: z.string().nullable(),
  houseLetter: z.string().nullable(),
  houseNumberAddition: z.string().nullable(),
  postcode: z.string().nullable().describe('`1182JR`, without a space'),
  city: z.string(),
  country: z.string().describe('Its Dutch name'),
});
export type Address = z.infer<typeof address>;

const establishment = z.object({
  establishmentNumber: z.string().regex(/^\d{12}$/),
  main: z.boolean(),
  active: z.boolean(),
  visitingAddress: z
    .union([address, z.literal('shielded')])
    .nullable()
    .describe('null: not known'),
});
export type Establishment = z.infer<typeof establishment>;

/** A business as the register knows it, in our words. Kept as it is here: a row that no longer fits is asked for again. */
export const businessProfile = z.object({
  kvkNumber: z.string().regex(/^\d{8}$/),
  name: z.string(),
  tradeNames: z.array(z.string()),
  legalForm: z
    .string()
    .nullable()
    .describe('As the register writes it: `Eenmanszaak`, `BeslotenVennootschap`'),
  startedOn: partialDate,
  endedOn: partialDate.nullable(),
  nonMailing: z.boolean().describe('Wants no unasked mail or visits'),
  sbi: z.array(
    z.object({
      code: z.string(),
      description: z.string(),
      main: z.boolean(),
      version: z.enum(['2008', '2025']),
    }),
  ),
  establishments: z.array(establishment),
  ownerAddress: z
    .union([address, z.literal('shielded')])
    .nullable()
    .default(null)
    .describe('Where a legal person without any establishment is'),
});
export type BusinessProfile = z.infer<typeof businessProfile>;

export const businessParams = z.object({
  kvkNumber: kvkNumber.describe('Eight digits; spaces and dots between them are taken out'),
});

/** What anyone may hear of a business. An address is not among it: that of a sole trader is often a home. */
export const business = z
  .object({
    kvkNumber: z.string(),
    status: z
      .enum(['found', 'not-found', 'unavailable'])
      .describe('`unavailable`: the register gives no answer now; nobody is refused for that'),
    name: z.string().nullable(),
    city: z.string().nullable().describe('Of the main establishment; null when its address is shielded'),
    active: z.boolean().nullable().describe('Whether the registration has not ended'),
    checkedAt: moment.nullable().describe('When the register said so'),
  })
  .openapi('Business');
