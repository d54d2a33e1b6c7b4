import { z } from '@hono/zod-openapi';
import { cents, date, id, moment } from '../../http/contract.ts';

const basis = z.enum(['ex', 'incl', 'unknown']);
const amount = z.object({ cents, basis }).nullable();
const sum = z.object({ exVatCents: cents, vatCents: cents });
const byState = z.object({ reserved: sum, committed: sum, realised: sum });
const warning = z.enum(['none', 'near', 'full']).describe('near: from 80% of the ceiling');
const state = z.enum(['free', 'reserved', 'committed', 'realised']);

const promised = z.object({ times: z.int(), unitCents: cents, cents });

const vatKnown = z
  .boolean()
  .describe('false: of some prices nobody says whether VAT is in them; amounts are then as they were priced');

export const budget = z
  .object({
    programme: z.object({ id, slug: z.string(), name: z.string() }),
    asOf: moment.describe('Peildatum'),
    authorised: z
      .object({ cents, basis, provisional: z.boolean().describe('The decision calls it so') })
      .nullable()
      .describe('Most that may be spent by the decision'),
    reserved: amount.describe('Set aside'),
    phases: amount.describe('Sum of the ceilings of the phases; null without phases'),
    gaps: z
      .array(
        z.object({
          from: z.enum(['authorised', 'reserved']),
          to: z.enum(['reserved', 'phases']),
          cents: cents.describe('The first minus the second'),
          sameBasis: z.boolean().describe('false: the gap may be VAT'),
        }),
      )
      .describe('Between each two of the three figures; none of them is worked out from another'),
    vatCompensable: z.enum(['yes', 'no', 'unknown']),
    burden: basis.describe(
      'Whether the municipality bears the amounts without VAT, with it, or nobody knows',
    ),
    vatKnown,
    planned: z
      .object({
        package: promised.nullable().describe('The whole package for everyone who may come'),
        capped: z.array(promised.extend({ code: z.string(), name: z.string() })),
        cents,
      })
      .nullable()
      .describe('What it would cost when everything that is promised is used, ex VAT where that is known'),
    money: byState.describe('Of the whole programme'),
    quarters: z.array(
      z.object({
        ordinal: z.int(),
        startsOn: date,
        endsOn: date,
        money: byState,
        phase: z
          .object({
            ceilingCents: cents,
            basis,
            state: z.enum(['planned', 'approved', 'paid', 'reduced', 'paused']),
            usedCents: cents,
            freeCents: cents,
            warning,
          })
          .nullable(),
      }),
    ),
    outside: byState.describe('Money of sessions that lie in no quarter'),
  })
  .openapi('Budget');

export const ledgerEntry = z
  .object({
    id,
    at: moment,
    session: z.object({ id, title: z.string(), startsAt: moment }),
    organisation: z.object({ id, name: z.string() }).describe('Who the money is owed to'),
    registrationId: id.nullable().describe('Null when the session is paid as a whole'),
    quarter: z.int().nullable(),
    from: state,
    to: state,
    cents: cents.describe('Ex VAT'),
    vatCents: cents,
  })
  .openapi('LedgerEntry');

export const ledgerPage = z.object({ vatKnown, items: z.array(ledgerEntry), next: z.string().nullable() });

export const ledgerQuery = z.object({
  quarter: z.coerce.number().int().min(1).max(100).optional().describe('Ordinal'),
  state: z
    .enum(['reserved', 'committed', 'realised'])
    .optional()
    .describe('Only moves to or from this state'),
  session: id.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(200).optional(),
});
