import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, json, refusals } from '../../http/contract.ts';
import { localeOf } from '../../http/locale.ts';
import type { Deps } from '../../deps.ts';
import { quarterParams } from '../../programmes/programmes/schema.ts';
import { phasePlanOf } from './queries.ts';
import { removePhase } from './remove-phase.ts';
import { newPhase, phasePlan } from './schema.ts';
import { setPhase } from './set-phase.ts';

const tags = ['Fasen en maatregelen'];
const path = '/programmes/{id}/quarters/{ordinal}/phase';
const refused = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'] as const;

/** For the municipality whose money it is. */
export const budgetPhases = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'administrator', municipality: 'money' });

  const planRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/phases',
    tags,
    summary: 'How the money of a programme is divided over its quarters, and what of it can be changed',
    middleware,
    request: { params: z.object({ id: z.string().max(120).describe('Id or slug') }) },
    responses: { 200: json(phasePlan, 'The phases'), ...refusals(...refused) },
  });

  const setRoute = createRoute({
    method: 'put',
    path,
    tags,
    summary: 'Set money apart for a quarter, or another amount while that is only planned',
    middleware,
    request: { params: quarterParams, body: body(newPhase) },
    responses: {
      200: json(newPhase.extend({ ordinal: z.int() }), 'The phase'),
      ...refusals(...refused, 'malformed-json', 'phase-not-changeable'),
    },
  });

  const removeRoute = createRoute({
    method: 'delete',
    path,
    tags,
    summary: 'Take the money of a quarter away, while nothing was decided or promised',
    middleware,
    request: { params: quarterParams },
    responses: {
      204: { description: 'Gone' },
      ...refusals(...refused, 'no-phase', 'phase-not-changeable'),
    },
  });

  return create()
    .openapi(planRoute, async (c) =>
      c.json(await phasePlanOf(db, c.get('staff'), c.req.valid('param').id), 200),
    )
    .openapi(setRoute, async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const input = c.req.valid('json');
      const saved = await c.get('write')(c.get('staff'), (work) =>
        setPhase(work, id, ordinal, input, localeOf(c)),
      );
      return c.json(saved, 200);
    })
    .openapi(removeRoute, async (c) => {
      const { id, ordinal } = c.req.valid('param');
      await c.get('write')(c.get('staff'), (work) => removePhase(work, id, ordinal));
      return c.body(null, 204);
    });
};
