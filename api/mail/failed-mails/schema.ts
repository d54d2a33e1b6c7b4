import { z } from '@hono/zod-openapi';
import { id, moment } from '../../http/contract.ts';

const failedMail = z
  .object({
    id,
    kind: z.string().describe('What the mail is about, for example confirmed'),
    queuedAt: moment,
    failedAt: moment,
    tries: z.int(),
    reason: z.string().describe('What the provider said, without names or addresses'),
  })
  .openapi('FailedMail', { description: 'A mail that was given up. Whom it is for stays in the queue' });
export const failedMails = z.object({
  items: z.array(failedMail),
  more: z.boolean().describe('There are more, which come into the list when these are gone'),
});
export type FailedMails = z.output<typeof failedMails>;
