import { z } from '@hono/zod-openapi';
import { lacks } from './rules.ts';

export const opening = z
  .object({
    canOpen: z.boolean().describe('Nothing that blocks is missing'),
    items: z.array(
      z.object({
        what: z.enum(lacks),
        weight: z.enum(['blocking', 'advice']),
        quarters: z.array(z.int()).describe('Of which quarters; empty when it is about the whole'),
        sentence: z.string().describe('In the language of the request'),
      }),
    ),
  })
  .openapi('ProgrammeOpening');
