import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { getBilling } from './queries.ts';
import { billing as schema, billingInput } from './schema.ts';
import { setBilling } from './set.ts';

/** Bank accounts are for who handles the money. */
const duties = { organisation: 'administrator', municipality: 'money' } as const;
const tags = ['Afrekening'];
const params = z.object({ id });

/** For the staff of an organisation: what stands on its invoices. */
export const billing = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, duties, { toRead: duties });

  const getRoute = createRoute({
    method: 'get',
    path: '/organisations/{id}/billing',
    tags,
    summary: 'What stands on the invoices of an organisation',
    middleware,
    request: { params },
    responses: {
      200: json(schema, 'What was filled in'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const setRoute = createRoute({
    method: 'put',
    path: '/organisations/{id}/billing',
    tags,
    summary: 'Write down what stands on the invoices of an organisation',
    middleware,
    request: { params, body: body(billingInput) },
    responses: {
      200: json(schema, 'What was filled in'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'unsupported-media-type',
      ),
    },
  });

  return create()
    .openapi(getRoute, async (c) =>
      c.json(await getBilling(db, c.get('staff'), c.req.valid('param').id), 200),
    )
    .openapi(setRoute, async (c) => {
      const [organisationId, input] = [c.req.valid('param').id, c.req.valid('json')];
      return c.json(
        await c.get('write')(c.get('staff'), (work) => setBilling(work, organisationId, input)),
        200,
      );
    });
};
