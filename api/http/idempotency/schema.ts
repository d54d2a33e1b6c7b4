import { z } from '@hono/zod-openapi';

const PRINTABLE = /^[\x20-\x7e]*$/;
const idempotencyKey = z.string().min(1).max(255).regex(PRINTABLE, 'invalid');

/** For every POST. */
export const keyHeader = z.object({
  'Idempotency-Key': idempotencyKey
    .optional()
    .describe(
      'A random value, for example a UUID. For 24 hours the same request with the same key has no second effect and gets the first answer again',
    ),
});
