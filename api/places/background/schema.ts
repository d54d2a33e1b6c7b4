import { z } from '@hono/zod-openapi';
import { toldAgeBands } from '../../language/ages.ts';

const homePostcode = z
  .string()
  .trim()
  .regex(/^[1-9]\d{3}$/, 'invalid')
  .describe('The four digits of the postcode at home');

/** What an entrepreneur tells, or not. Nothing depends on it: it counts in reports of groups, and nowhere else. */
export const background = z
  .object({
    ageBand: z.enum(toldAgeBands).nullable(),
    homePostcode: homePostcode.nullable(),
  })
  .openapi('Background');
export type Background = z.output<typeof background>;
