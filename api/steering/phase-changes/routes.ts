import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { quarterParams } from '../../programmes/programmes/schema.ts';
import { changePhase } from './change-phase.ts';
import { phaseHistory } from './queries.ts';
import { undoChange } from './undo-change.ts';
import { newPhaseChange, phaseChanges, undoing } from './schema.ts';

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

  const undoRoute = createRoute({
    method: 'post',
    path: `${path}/{change}/undoing`,
    tags,
    summary: 'Take a change of a phase back that has had no effect yet',
    description:
      'A release can be taken back until money was committed in the phase, a payment on the day itself, every other ' +
      'change until the day from which it holds. Not what a later decision rests on, nor a stop.',
    middleware,
    request: { params: quarterParams.extend({ change: id }), headers: keyHeader, body: body(undoing) },
    responses: {
      201: json(z.object({ id }), 'Written down that it was taken back'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'programme-stopped',
        'phase-not-changeable',
        'phase-change-in-effect',
        'phase-change-needed',
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
    })
    .openapi(undoRoute, (c) => {
      const { id: programme, ordinal, change: changeId } = c.req.valid('param');
      const { motivation } = c.req.valid('json');
      return c.get('once')(c.get('staff'), async (work) => {
        const undoId = await undoChange(work, { programme, ordinal, changeId }, motivation);
        return c.json({ id: undoId }, 201);
      });
    });
};
