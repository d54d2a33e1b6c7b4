import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, operatorsOnly } from '../../http/actor.ts';
import { id, json, refusals } from '../../http/contract.ts';
import type { OperatorDeps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { resend } from './resend.ts';
import { failedMails as failedMailsList } from './schema.ts';

const tags = ['Beheer'];

/** For who keeps the portal running. */
export const failedMails = (deps: OperatorDeps, create: () => OpenAPIHono<Env>) => {
  const middleware = operatorsOnly(deps.db);

  const listRoute = createRoute({
    method: 'get',
    path: '/failed-mails',
    tags,
    summary: 'Mails that were given up, the oldest first',
    middleware,
    responses: {
      200: json(failedMailsList, 'Failed mails'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const resendRoute = createRoute({
    method: 'post',
    path: '/failed-mails/{id}/resend',
    tags,
    summary: 'Try a mail again. What is no longer true by then is left out',
    middleware,
    request: { params: z.object({ id }), headers: keyHeader },
    responses: {
      200: json(z.object({ id }), 'In the queue again'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'idempotency-key-reused'),
    },
  });

  return create()
    .openapi(listRoute, async (c) => c.json(await deps.failedMails.list(), 200))
    .openapi(resendRoute, (c) => {
      const { id: failedId } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await resend(work, deps, failedId);
        return c.json({ id: failedId }, 200);
      });
    });
};
