import { z } from '@hono/zod-openapi';
import { MAX_CENTS } from '../../language/amounts.ts';
import { cents, date } from '../../http/contract.ts';

export const newPhase = z
  .object({ ceilingCents: cents.positive().max(MAX_CENTS).describe('What the quarter may cost, ex VAT') })
  .openapi('NewPhase');
export type NewPhase = z.output<typeof newPhase>;

export const phasePlan = z
  .object({
    authorised: z
      .object({ cents, basis: z.enum(['ex', 'incl', 'unknown']) })
      .nullable()
      .describe('Most that the phases may be together; without it there can be none'),
    phasesCents: cents.describe('All phases together, as they began'),
    freeCents: cents.nullable().describe('What can still be set apart'),
    quarters: z.array(
      z.object({
        ordinal: z.int(),
        startsOn: date,
        endsOn: date.describe('Included'),
        ceilingCents: cents.nullable().describe('Null when no money is set apart'),
        promisedCents: cents.describe('Reserved, committed and realised: the least that the phase can be'),
        canChange: z.boolean().describe('Nothing was decided about it yet'),
        canRemove: z.boolean().describe('Nor was anything ever promised in it'),
      }),
    ),
  })
  .openapi('PhasePlan');
