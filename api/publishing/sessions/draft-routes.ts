import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { checkSoon } from '../access/check.ts';
import { type Env, organisationsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { copySession } from './copy-session.ts';
import { createSession } from './create.ts';
import { deleteDraft } from './delete-draft.ts';
import { ownModules } from './own-modules.ts';
import { publish } from './publish.ts';
import { getOwnSession } from './queries.ts';
import { copyTo, newSession, ownModule, ownSession } from './schema.ts';

/** For the organisers of a session: from a draft to what everyone sees. */
export const drafts = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
  const tags = ['Sessies'];
  const params = z.object({ id });
  const middleware = organisationsOnly(db, 'editor');
  const made = [
    'invalid-input',
    'malformed-json',
    'not-signed-in',
    'not-allowed',
    'not-found',
    'idempotency-key-reused',
    'unsupported-media-type',
  ] as const;

  const modulesRoute = createRoute({
    method: 'get',
    path: '/me/modules',
    tags,
    summary: 'The modules that one can make sessions from',
    middleware,
    responses: {
      200: json(z.object({ items: z.array(ownModule) }), 'Modules'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const createSessionRoute = createRoute({
    method: 'post',
    path: '/me/sessions',
    tags,
    summary: 'Make a session as a draft. Only its organisers see it until it is published',
    middleware,
    request: { headers: keyHeader, body: body(newSession) },
    responses: { 201: json(ownSession, 'The draft'), ...refusals(...made) },
  });

  const copyRoute = createRoute({
    method: 'post',
    path: '/sessions/{id}/copies',
    tags,
    summary: 'Make a draft of the same session on another date',
    middleware,
    request: { params, headers: keyHeader, body: body(copyTo) },
    responses: {
      201: json(ownSession, 'The draft'),
      ...refusals(...made, 'module-not-published', 'organisation-not-approved'),
    },
  });

  const publishRoute = createRoute({
    method: 'post',
    path: '/me/sessions/{id}/publication',
    tags,
    summary:
      'Show a draft to everyone. Where the programme asks for open access, a session that is not open is refused with all reasons',
    middleware,
    request: { params, headers: keyHeader },
    responses: {
      200: json(ownSession, 'The session'),
      ...refusals(
        'invalid-input',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'session-not-changeable',
        'module-not-published',
        'not-open-to-all',
        'organisation-not-approved',
        'budget-full',
        'idempotency-key-reused',
      ),
    },
  });

  const deleteRoute = createRoute({
    method: 'delete',
    path: '/me/sessions/{id}',
    tags,
    summary: 'Throw a draft away',
    middleware,
    request: { params },
    responses: {
      204: { description: 'Gone' },
      ...refusals('not-signed-in', 'not-allowed', 'not-found', 'session-not-draft'),
    },
  });

  return create()
    .openapi(modulesRoute, async (c) => c.json({ items: await ownModules(db, c.get('staff')) }, 200))
    .openapi(createSessionRoute, (c) => {
      const [staff, now, input] = [c.get('staff'), c.get('now'), c.req.valid('json')];
      return c.get('once')(staff, async (work) => {
        const sessionId = await createSession(work, input);
        return c.json(await getOwnSession(work.tx, staff, sessionId, now), 201);
      });
    })
    .openapi(copyRoute, (c) => {
      const [staff, now, input] = [c.get('staff'), c.get('now'), c.req.valid('json')];
      return c.get('once')(staff, async (work) => {
        const sessionId = await copySession(work, c.req.valid('param').id, input);
        return c.json(await getOwnSession(work.tx, staff, sessionId, now), 201);
      });
    })
    .openapi(publishRoute, async (c) => {
      const [staff, now, { id: sessionId }] = [c.get('staff'), c.get('now'), c.req.valid('param')];
      const answer = await c.get('once')(staff, async (work) => {
        await publish(work, sessionId);
        return c.json(await getOwnSession(work.tx, staff, sessionId, now), 200);
      });
      await checkSoon(deps, sessionId, now);
      return answer;
    })
    .openapi(deleteRoute, async (c) => {
      await c.get('write')(c.get('staff'), (work) => deleteDraft(work, c.req.valid('param').id));
      return c.body(null, 204);
    });
};
