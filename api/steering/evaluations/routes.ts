import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { quarterParams } from '../../programmes/programmes/schema.ts';
import { evaluate } from './evaluate.ts';
import { listEvaluations } from './queries.ts';
import { evaluation, newEvaluation } from './schema.ts';

const tags = ['Fasen en maatregelen'];
const path = '/programmes/{id}/quarters/{ordinal}/evaluations';

/** Written by the municipality, read by the parties too. */
export const evaluations = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });

  const listRoute = createRoute({
    method: 'get',
    path,
    tags,
    summary: 'The evaluations of a quarter; the first one counts',
    middleware,
    request: { params: quarterParams },
    responses: {
      200: json(z.object({ items: z.array(evaluation) }), 'Evaluations, newest first'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const evaluateRoute = createRoute({
    method: 'post',
    path,
    tags,
    summary: 'Evaluate a quarter; needed for the phase of the next one',
    middleware,
    request: { params: quarterParams, headers: keyHeader, body: body(newEvaluation) },
    responses: {
      201: json(z.object({ id }), 'Written down with the figures as they are now'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'quarter-not-over',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(listRoute, async (c) => {
      const { id: programme, ordinal } = c.req.valid('param');
      const items = await listEvaluations(db, c.get('staff'), programme, ordinal, c.get('now'));
      return c.json({ items }, 200);
    })
    .openapi(evaluateRoute, (c) => {
      const { id: programme, ordinal } = c.req.valid('param');
      const input = c.req.valid('json');
      return c.get('once')(c.get('staff'), async (work) => {
        const made = await evaluate(work, programme, ordinal, input);
        return c.json({ id: made }, 201);
      });
    });
};
