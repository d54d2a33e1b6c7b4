import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { listMeasures } from './queries.ts';
import { measure, newMeasure } from './schema.ts';
import { takeMeasure } from './take-measure.ts';

const tags = ['Fasen en maatregelen'];
const path = '/programmes/{id}/measures';
const params = z.object({ id: z.string().max(120).describe('Id or slug') });

/** Taken by the municipality, read by the parties too. */
export const measures = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(deps.db, { organisation: 'editor', municipality: 'programme' });

  const listRoute = createRoute({
    method: 'get',
    path,
    tags,
    summary: 'How the municipality steered in a programme',
    middleware,
    request: { params },
    responses: {
      200: json(z.object({ items: z.array(measure) }), 'Measures, newest first'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const takeRoute = createRoute({
    method: 'post',
    path,
    tags,
    summary: 'Take a measure: it works on the money from its date on, and the executors are told',
    middleware,
    request: { params, headers: keyHeader, body: body(newMeasure) },
    responses: {
      201: json(z.object({ id }), 'Written down'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'no-phase',
        'programme-stopped',
        'phase-not-changeable',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(listRoute, async (c) =>
      c.json({ items: await listMeasures(deps.db, c.get('staff'), c.req.valid('param').id) }, 200),
    )
    .openapi(takeRoute, (c) => {
      const input = c.req.valid('json');
      return c.get('once')(c.get('staff'), async (work) => {
        const made = await takeMeasure(work, c.req.valid('param').id, input);
        return c.json({ id: made }, 201);
      });
    });
};
