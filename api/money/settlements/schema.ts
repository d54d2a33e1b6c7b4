import { z } from '@hono/zod-openapi';
import { cents, date, id, moment, organisation } from '../../http/contract.ts';

const vatRate = z.enum(['21', '9', '0', 'exempt', 'unknown']);
const totals = z.object({
  exVatCents: cents,
  vat: z.array(z.object({ rate: vatRate, exVatCents: cents, vatCents: cents })).describe('By rate'),
  vatCents: cents,
  inclVatCents: cents,
});
const expected = cents.describe('Promised and not realised yet, ex VAT: the settlement can still grow by it');

const settlementLine = z
  .object({
    sessionId: id,
    title: z.string(),
    startsAt: moment,
    withOthers: z
      .array(z.string())
      .describe('Who gave the session too; all of it is owed to the first organiser'),
    unit: z.enum(['place', 'session']),
    quantity: z.int().describe('Below zero: taken back'),
    unitCents: cents.describe('Ex VAT'),
    unitVatCents: cents,
    vatRate,
    exVatCents: cents,
    vatCents: cents,
  })
  .openapi('SettlementLine');

const missing = z.array(z.enum(['kvkNumber', 'vatNumber', 'iban', 'street', 'postcode', 'city']));

export const settlement = totals
  .extend({
    programme: z.object({ id, slug: z.string(), name: z.string(), municipality: z.string() }),
    quarter: z.object({ ordinal: z.int(), startsOn: date, endsOn: date }),
    asOf: moment.describe('Peildatum of what is owed now'),
    isOver: z.boolean().describe('Only a quarter that is over can be made final'),
    seesAll: z.boolean().describe('false: only what is owed to one’s own organisations'),
    isFinal: z.boolean().describe('Everything that is owed now was made final'),
    expected,
    open: totals.describe('Owed now and not made final yet; below zero when too much was'),
    organisations: z.array(
      totals.extend({
        organisation,
        missing: missing.describe('What an invoice cannot be made without'),
        lines: z.array(settlementLine),
        expected,
        open: totals,
      }),
    ),
    settlements: z.array(
      totals.extend({
        number: z.int(),
        code: z.string(),
        asOf: moment,
        closedBy: z.string().nullable(),
        organisations: z.array(
          totals.extend({ id, slug: z.string(), name: z.string(), lines: z.array(settlementLine) }),
        ),
      }),
    ),
  })
  .openapi('Settlement');

export const ownSettlement = totals
  .extend({
    programme: z.object({ id, slug: z.string(), name: z.string() }),
    quarter: z.object({ ordinal: z.int(), startsOn: date, endsOn: date }),
    expected,
  })
  .openapi('OwnSettlement');
