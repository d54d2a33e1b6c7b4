import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { type InboundMail, readAnyMail } from '../../../emails/inbound/read-mail.ts';
import { resendInbound } from '../../../emails/inbound/resend.ts';
import type { Env } from '../../http/actor.ts';
import { body, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';
import { receiveReply } from './receive-reply.ts';
import { isSigned } from './signature.ts';

const event = z.looseObject({
  type: z.string().max(100),
  data: z.looseObject({
    email_id: z
      .string()
      .regex(/^[\w-]{1,200}$/)
      .optional(),
  }),
});

/** Lets through what Resend signed. The body is read as it came: the signature is over every byte of it. */
const signedOnly = (secret: string | undefined) =>
  createMiddleware<Env>(async (c, next) => {
    if (!secret) throw new Problem('not-found');
    const signed = {
      id: c.req.header('svix-id'),
      timestamp: c.req.header('svix-timestamp'),
      signature: c.req.header('svix-signature'),
      body: await c.req.text(),
    };
    if (!isSigned(secret, signed, c.get('now'))) throw new Problem('not-allowed');
    await next();
  });

/** Where Resend reports the mails it took in for our sending address. */
export const inbound = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const settings = deps.config.inbound;
  const fetchMail = settings && resendInbound(settings);
  const route = createRoute({
    method: 'post',
    path: '/webhooks/resend-inbound',
    tags: ['Agenda'],
    summary: 'For Resend: a mail came in. One that declines an appointment cancels it',
    middleware: signedOnly(settings?.secret),
    request: { body: body(event) },
    responses: {
      204: { description: 'Taken in' },
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-allowed',
        'not-found',
        'registration-changed',
        'unavailable',
      ),
    },
  });

  return create().openapi(route, async (c) => {
    const { type, data } = c.req.valid('json');
    if (type !== 'email.received' || !data.email_id) return c.body(null, 204);
    const mail = await fetchOrLater(fetchMail!, data.email_id);
    await c.get('write')(c.get('actor'), (work) =>
      receiveReply(work, { mail, publicUrl: deps.config.publicUrl }),
    );
    return c.body(null, 204);
  });
};

/** What cannot be fetched now is tried again by Resend; what cannot be read is kept as such. */
async function fetchOrLater(
  fetchMail: ReturnType<typeof resendInbound>,
  emailId: string,
): Promise<InboundMail> {
  const raw = await fetchMail(emailId).catch(() => {
    throw new Problem('unavailable', { headers: { 'retry-after': '60' } });
  });
  return readAnyMail(raw, emailId);
}
