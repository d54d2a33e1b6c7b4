import { z } from '@hono/zod-openapi';
import { kvkNumber, orUnknown } from '../../http/contract.ts';
import { isIban, isVatNumber } from './rules.ts';

const readable = z
  .string()
  .trim()
  .max(120)
  .regex(/^[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/u, 'invalid');
const bare = z
  .string()
  .max(60)
  .transform((value) => value.replace(/[\s.]/g, '').toUpperCase());

export const billing = z
  .object({
    kvkNumber: z.string().nullable(),
    vatNumber: z.string().nullable(),
    iban: z.string().nullable(),
    street: z.string().nullable().describe('Street and house number'),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
  })
  .openapi('Billing');

export const billingInput = z
  .object({
    kvkNumber: orUnknown(kvkNumber),
    vatNumber: orUnknown(bare.refine(isVatNumber, 'invalid')),
    iban: orUnknown(bare.refine(isIban, 'invalid')),
    street: orUnknown(readable),
    postcode: orUnknown(
      bare
        .refine((value) => /^[1-9]\d{3}[A-Z]{2}$/.test(value), 'invalid')
        .transform((value) => `${value.slice(0, 4)} ${value.slice(4)}`),
    ),
    city: orUnknown(readable),
  })
  .openapi('BillingInput', { description: 'All of it at once; what is left out or empty becomes unknown' });
