import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { quarterParams } from '../../programmes/programmes/schema.ts';
import { changePhase } from './change-phase.ts';
import { phaseHistory } from './queries.ts';
import { newPhaseChange, phaseChanges } from './schema.ts';

const tags = ['Fasen en maatregelen'];
const path = '/programmes/{id}/quarters/{ordinal}/phase-changes';

/** Decided by the municipality, read by the parties too. */
export const phases = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'administrator', municipality: 'money' });

  const listRoute = createRoute({
    method: 'get',
    path,
    tags,
    summary: 'The phase of a quarter as it is in force, what can be done with it, and what was done',
    middleware,
    request: { params: quarterParams },
    responses: {
      200: json(phaseChanges, 'The phase'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const changeRoute = createRoute({
    method: 'post',
    path,
    tags,
    summary: 'Release, pay, lower, pause or resume the phase of a quarter; earlier promises stay',
    middleware,
    request: { params: quarterParams, headers: keyHeader, body: body(newPhaseChange) },
    responses: {
      201: json(z.object({ id }), 'Written down'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'no-phase',
        'evaluation-needed',
        'programme-stopped',
        'quarter-not-begun',
        'phase-not-changeable',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(listRoute, async (c) => {
      const { id: programme, ordinal } = c.req.valid('param');
      return c.json(await phaseHistory(db, c.get('staff'), programme, ordinal, c.get('now')), 200);
    })
    .openapi(changeRoute, (c) => {
      const { id: programme, ordinal } = c.req.valid('param');
      const input = c.req.valid('json');
      return c.get('once')(c.get('staff'), async (work) => {
        const changeId = await changePhase(work, programme, ordinal, input);
        return c.json({ id: changeId }, 201);
      });
    });
};
