import type { Work } from '../../unit-of-work/work.ts';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { webhookReceipts } from '../../../db/schema/deliveries.ts';
import { type MailEvent, readResendEvent } from '../../../emails/transports/resend-events.ts';
import type { Env } from '../../http/actor.ts';
import { refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';
import { plusMinutes } from '../../language/time.ts';
import { recordNews } from './record.ts';

/** News may come before we wrote down that the mail left; older news of a mail we do not know is of another portal. */
const SETTLED_MINUTES = 10;

const resendRoute = createRoute({
  method: 'post',
  path: '/webhooks/resend',
  tags: ['Beheer'],
  summary: 'What became of a mail, told by Resend and signed by it',
  request: {
    headers: z.object({
      'svix-id': z.string().max(255).optional(),
      'svix-timestamp': z.string().max(20).optional(),
      'svix-signature': z.string().max(2000).optional(),
    }),
  },
  responses: {
    204: { description: 'Heard, now or before' },
    ...refusals('invalid-input', 'not-allowed', 'not-found', 'unavailable'),
  },
});

export const webhooks = ({ config }: Deps, create: () => OpenAPIHono<Env>) =>
  create().openapi(resendRoute, async (c) => {
    const secret = config.mail.resendWebhookSecret;
    if (!secret) throw new Problem('not-found');
    const given = c.req.valid('header');
    const id = given['svix-id'] ?? '';
    const signed = {
      id,
      timestamp: given['svix-timestamp'] ?? '',
      signature: given['svix-signature'] ?? '',
    };
    const event = readResendEvent(secret, signed, await c.req.text());
    if (event === 'forged') throw new Problem('not-allowed');
    if (event) await c.get('write')(c.get('actor'), (work) => hear(work, id, event));
    return c.body(null, 204);
  });

/** Each message counts once, however often it comes. */
async function hear({ tx, now }: Work, id: string, { providerId, ...news }: MailEvent) {
  const first = await tx
    .insert(webhookReceipts)
    .values({ id, receivedAt: now })
    .onConflictDoNothing()
    .returning();
  if (first.length === 0) return;
  const known = await recordNews(tx, providerId, news);
  if (!known && news.at > plusMinutes(now, -SETTLED_MINUTES)) {
    throw new Problem('unavailable', { headers: { 'retry-after': '60' } });
  }
}
