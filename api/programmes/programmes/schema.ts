import { z } from '@hono/zod-openapi';
import { cents, date, id, organisation } from '../../http/contract.ts';
import { targetGroups } from '../../language/vocabularies.ts';

export const quarterParams = z.object({
  id: z.string().max(120).describe('Id or slug'),
  ordinal: z.coerce.number().int().min(1).max(100),
});

const basis = z.enum(['ex', 'incl', 'unknown']).describe('VAT basis');
const amount = z.object({ cents, basis }).nullable();

const quarter = z
  .object({
    ordinal: z.int(),
    startsOn: date,
    endsOn: date.describe('Included'),
    targets: z.array(
      z.object({
        group: z.enum(targetGroups),
        min: z.int(),
        max: z.int(),
      }),
    ),
    phase: z
      .object({
        initialCents: cents.describe('With what the phase began'),
        ceilingCents: cents.describe('What is in force today'),
        reservedCents: cents,
        committedCents: cents,
        realisedCents: cents,
        basis,
        state: z.enum(['planned', 'approved', 'paid', 'reduced', 'paused']),
      })
      .nullable(),
  })
  .openapi('ProgrammeQuarter');

export const programme = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    municipality: z.object({ id, slug: z.string(), name: z.string(), phone: z.string().nullable() }),
    status: z.enum(['draft', 'running', 'archived']).describe('A draft is seen by staff of its municipality'),
    startsOn: date,
    endsOn: date,
    creditLine: z.string(),
    requiresOpenAccess: z.boolean(),
    funding: z.enum(['perParticipant', 'perSession']),
    authorised: z
      .object({ cents, basis, provisional: z.boolean().describe('The decision calls it so') })
      .nullable()
      .describe('Most that may be spent by the decision'),
    reserved: amount.describe('Set aside; may differ from what is authorised and from the sum of the phases'),
    vatCompensable: z.enum(['yes', 'no', 'unknown']),
    maxEntrepreneurs: z.int().nullable(),
    source: z.string().nullable(),
    parties: z.array(organisation.extend({ role: z.enum(['funder', 'executor', 'partner']) })),
    quarters: z.array(quarter),
  })
  .openapi('Programme');

export const product = z
  .object({
    code: z.string(),
    name: z.string(),
    hours: z.number().nullable(),
    priceCents: cents.describe('Fixed price; not hours times a rate'),
    priceBasis: z.enum(['ex', 'unknown']).describe('unknown: nobody says whether VAT is in the price'),
    inPackage: z.boolean(),
    cap: z.int().nullable(),
  })
  .openapi('Product');
