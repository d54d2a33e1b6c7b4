import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, organisationsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { rosterOf } from './queries.ts';
import { replaceRoster } from './replace-roster.ts';
import { roster, rosterState } from './schema.ts';

/** For the staff of an association. */
export const memberships = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
  const rosterRoute = createRoute({
    method: 'put',
    path: '/organisations/{id}/roster',
    tags: ['Leden'],
    summary: 'Replace the list of members. Only keyed hashes are kept; the list cannot be read back',
    middleware: organisationsOnly(db, 'editor'),
    request: { params: z.object({ id }), body: body(roster) },
    responses: {
      200: json(z.object({ entries: z.int() }), 'How many entries are kept'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });
  const stateRoute = createRoute({
    method: 'get',
    path: '/organisations/{id}/roster',
    tags: ['Leden'],
    summary: 'How many entries the list of members has and since when. Never who',
    middleware: organisationsOnly(db, 'editor'),
    request: { params: z.object({ id }) },
    responses: {
      200: json(rosterState, 'The state of the list'),
      ...refusals('not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  return create()
    .openapi(rosterRoute, async (c) => {
      const { id: organisationId } = c.req.valid('param');
      const kept = await c.get('write')(c.get('staff'), (work) =>
        replaceRoster(work, organisationId, c.req.valid('json')),
      );
      return c.json(kept, 200);
    })
    .openapi(stateRoute, async (c) =>
      c.json(await rosterOf(db, c.get('staff'), c.req.valid('param').id), 200),
    );
};
