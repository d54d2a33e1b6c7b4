import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, organisationsOnly, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { listSignals } from './queries.ts';
import { respond } from './respond.ts';
import { signalList, signalResponse } from './schema.ts';

const tags = ['Signalen'];

/** For the associations that execute a programme, and after them for the municipality. */
export const signals = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const listRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/signals',
    tags,
    summary: 'What the figures of a programme ask attention for; the associations see it first',
    middleware: staffOnly(db, { organisation: 'editor', municipality: 'programme' }),
    request: {
      params: z.object({ id: z.string().max(120).describe('Id or slug') }),
      query: z.object({ quarter: z.coerce.number().int().min(1).max(100).optional() }),
    },
    responses: {
      200: json(signalList, 'The signals'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const respondRoute = createRoute({
    method: 'post',
    path: '/signals/{id}/responses',
    tags,
    summary: 'What an association does about a signal; from then on the municipality sees it',
    middleware: organisationsOnly(db, 'editor'),
    request: { params: z.object({ id }), headers: keyHeader, body: body(signalResponse) },
    responses: {
      201: json(z.object({ id }), 'Written down'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(listRoute, async (c) => {
      const { id: programme } = c.req.valid('param');
      const asked = { quarter: c.req.valid('query').quarter, locale: localeOf(c) };
      return c.json(await listSignals(db, c.get('staff'), programme, asked, c.get('now')), 200);
    })
    .openapi(respondRoute, (c) => {
      const { id: signalId } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) =>
        c.json(await respond(work, signalId, c.req.valid('json')), 201),
      );
    });
};
