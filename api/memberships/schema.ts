import { z } from '@hono/zod-openapi';
import { email, kvkNumber } from '../contract.ts';

export const roster = z
  .object({
    emails: z.array(email).max(10_000).default([]),
    kvkNumbers: z.array(kvkNumber).max(10_000).default([]),
  })
  .openapi('Roster');
export type Roster = z.output<typeof roster>;
