import { z } from '@hono/zod-openapi';
import { id, moment } from '../../http/contract.ts';

export const failedMail = z
  .object({
    id,
    kind: z.string().describe('What the mail is about, for example confirmed'),
    queuedAt: moment,
    failedAt: moment,
    tries: z.int(),
    reason: z.string().describe('What the provider said, without names or addresses'),
  })
  .openapi('FailedMail', { description: 'A mail that was given up. Whom it is for stays in the queue' });
export type FailedMail = z.output<typeof failedMail>;
