import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { enter } from './enter.ts';
import { listGrants } from './queries.ts';
import { grantList, registrationOfGrant } from './schema.ts';

const tags = ['De-minimis'];

/** For the municipality that pays. */
export const deMinimis = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'administrator', municipality: 'money' });

  const listRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/de-minimis',
    tags,
    summary: 'State aid that was granted with places, and what must be registered; what is late first',
    middleware,
    request: { params: z.object({ id: z.string().max(120).describe('Id or slug') }) },
    responses: {
      200: json(grantList, 'The register'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const enterRoute = createRoute({
    method: 'post',
    path: '/de-minimis-grants/{id}/registration',
    tags,
    summary: 'Write down that a grant was entered in the central register',
    middleware,
    request: { params: z.object({ id }), headers: keyHeader, body: body(registrationOfGrant) },
    responses: {
      200: json(z.object({ id }), 'Written down'),
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
    .openapi(listRoute, async (c) =>
      c.json(await listGrants(db, c.get('staff'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(enterRoute, (c) => {
      const { id: grantId } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await enter(work, grantId, c.req.valid('json'));
        return c.json({ id: grantId }, 200);
      });
    });
};
