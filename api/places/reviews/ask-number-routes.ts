import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { askNumbers } from './ask-number.ts';
import { askedNumbers, newNumberRequests } from './schema.ts';

const duties = { organisation: 'administrator', municipality: 'programme' } as const;

/** For the municipality that pays. */
export const kvkNumberRequests = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const askRoute = createRoute({
    method: 'post',
    path: '/programmes/{id}/kvk-number-requests',
    tags: ['Beoordelingen'],
    summary: 'Mail who gave no KVK number a link to give it. Nobody is asked twice within a week',
    middleware: staffOnly(deps.db, duties, { toRead: duties }),
    request: {
      params: z.object({ id: z.string().max(120).describe('Id or slug') }),
      headers: keyHeader,
      body: body(newNumberRequests),
    },
    responses: {
      200: json(askedNumbers, 'Who was asked, and who was not'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  return create().openapi(askRoute, (c) =>
    c.get('once')(c.get('staff'), async (work) => {
      const { registrationIds } = c.req.valid('json');
      return c.json({ items: await askNumbers(work, c.req.valid('param').id, registrationIds) }, 200);
    }),
  );
};
