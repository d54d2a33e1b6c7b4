import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, organisationsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { findBusiness } from '../../paying/business-register/lookup.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { markAttendance } from './mark.ts';
import { attendanceList, ownSessions } from './queries.ts';
import {
  attendanceList as listSchema,
  marks,
  ownSessions as ownSessionsPage,
  ownSessionsQuery,
  walkIn,
} from './schema.ts';
import { addWalkIn } from './walk-in.ts';

/** For the organisers of a session. */
export const attendance = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
  const tags = ['Aanwezigheid'];
  const params = z.object({ id });
  const middleware = organisationsOnly(db, 'door');

  const ownRoute = createRoute({
    method: 'get',
    path: '/me/sessions',
    tags,
    summary: 'The sessions of the organisations one works for; `unmarked` are those that lack attendance',
    middleware,
    request: { query: ownSessionsQuery },
    responses: {
      200: json(ownSessionsPage, 'Sessions'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed'),
    },
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/sessions/{id}/attendance',
    tags,
    summary: 'The presentielijst: who has a place, and who came',
    middleware,
    request: { params },
    responses: {
      200: json(listSchema, 'The list'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const markRoute = createRoute({
    method: 'put',
    path: '/sessions/{id}/attendance',
    tags,
    summary: 'Mark who came. Marks that are not given stay as they are',
    middleware,
    request: { params, body: body(marks) },
    responses: {
      200: json(listSchema, 'The list'),
      ...refusals(
        'invalid-input',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'attendance-too-early',
        'budget-full',
        'attendance-not-confirmed',
      ),
    },
  });

  const walkInRoute = createRoute({
    method: 'post',
    path: '/sessions/{id}/walk-ins',
    tags,
    summary: 'Write down someone who came without booking',
    middleware,
    request: { params, headers: keyHeader, body: body(walkIn) },
    responses: {
      201: json(z.object({ registrationId: id }), 'Written down as present'),
      ...refusals(
        'invalid-input',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'attendance-too-early',
        'already-registered',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(ownRoute, async (c) =>
      c.json(await ownSessions(db, c.get('staff'), c.req.valid('query'), c.get('now')), 200),
    )
    .openapi(listRoute, async (c) =>
      c.json(await attendanceList(db, c.get('staff'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(markRoute, async (c) => {
      const { id: sessionId } = c.req.valid('param');
      await c.get('write')(c.get('staff'), (work) =>
        markAttendance(work, sessionId, c.req.valid('json').marks),
      );
      return c.json(await attendanceList(db, c.get('staff'), sessionId, c.get('now')), 200);
    })
    .openapi(walkInRoute, async (c) => {
      const input = c.req.valid('json');
      if (input.kvkNumber) {
        await findBusiness(deps, input.kvkNumber, { purpose: 'proved' }, c.get('now'));
      }
      return c.get('once')(c.get('staff'), async (work) =>
        c.json(await addWalkIn(work, c.req.valid('param').id, input), 201),
      );
    });
};
