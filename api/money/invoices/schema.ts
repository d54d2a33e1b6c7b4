import { z } from '@hono/zod-openapi';
import { cents, date, id, moment } from '../../http/contract.ts';

const category = z.enum(['S', 'Z', 'E']).describe('EN 16931: standard rate, zero rate, exempt');
const percent = z.int();
const address = { name: z.string(), street: z.string(), postcode: z.string(), city: z.string() };
const kvkNumber = z.string();

export const invoice = z
  .object({
    kind: z.enum(['invoice', 'credit-note']).describe('In a credit note the amounts are what is given back'),
    number: z.string(),
    issuedOn: date,
    payBefore: date,
    period: z.object({ startsOn: date, endsOn: date }),
    programme: z.string(),
    quarter: z.int(),
    earlier: z.array(z.string()).describe('Numbers of settlements of the same quarter that came before'),
    seller: z.object({ ...address, kvkNumber, vatNumber: z.string(), iban: z.string() }),
    buyer: z.object({ ...address, kvkNumber }),
    lines: z.array(
      z.object({
        sessionId: id,
        title: z.string(),
        startsAt: moment,
        unit: z.enum(['place', 'session']),
        quantity: z.int(),
        unitCents: cents,
        netCents: cents,
        category,
        percent,
      }),
    ),
    tax: z.array(z.object({ category, percent, taxableCents: cents, vatCents: cents })),
    exVatCents: cents,
    vatCents: cents,
    inclVatCents: cents,
    roundingCents: cents.describe('Between VAT per place, as paid, and VAT over the sum, as invoiced'),
    payableCents: cents,
  })
  .openapi('Invoice');
