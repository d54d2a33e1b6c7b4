import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { checkSoon } from '../access/check.ts';
import { type Env, organisationsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { venuesToChoose } from '../venues/queries.ts';
import { cancelSession } from './cancel-session.ts';
import { changeSession } from './change.ts';
import { moveBack } from './move-back.ts';
import { moveOnline } from './move-online.ts';
import { getOwnSession, getOwnSessions } from './queries.ts';
import { back, ownSession, sessionChange, toOnline, venue } from './schema.ts';

/** For the organisers of a session: what they change of it. */
export const sessions = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
  const tags = ['Sessies'];
  const params = z.object({ id });
  const middleware = organisationsOnly(db, 'editor');
  const moved = z.object({ items: z.array(ownSession) });

  const venuesRoute = createRoute({
    method: 'get',
    path: '/me/venues',
    tags,
    summary: 'The places to choose from: one’s own, and those of nobody that are in use in one’s programmes',
    middleware,
    responses: {
      200: json(z.object({ items: z.array(venue) }), 'Places'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const oneRoute = createRoute({
    method: 'get',
    path: '/me/sessions/{id}',
    tags,
    summary: 'A session of the organisations one works for, with what can be changed of it',
    middleware,
    request: { params },
    responses: {
      200: json(ownSession, 'The session'),
      ...refusals('not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const changeRoute = createRoute({
    method: 'patch',
    path: '/sessions/{id}',
    tags,
    summary:
      'Change a session or draft: time, place, places, who may book. Everyone concerned is told once, calendars follow',
    middleware,
    request: { params, body: body(sessionChange) },
    responses: {
      200: json(ownSession, 'The session'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'session-not-changeable',
        'budget-full',
        'capacity-below-taken',
        'not-open-to-all',
        'unsupported-media-type',
      ),
    },
  });

  const cancelRoute = createRoute({
    method: 'post',
    path: '/sessions/{id}/cancellation',
    tags,
    summary: 'Take a session off the agenda. Every registration ends; twice is the same as once',
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
        'idempotency-key-reused',
      ),
    },
  });

  const onlineRoute = createRoute({
    method: 'post',
    path: '/me/sessions/online',
    tags,
    summary: 'Turn a set of sessions to online, all or none. Where they were is remembered',
    middleware,
    request: { headers: keyHeader, body: body(toOnline) },
    responses: {
      200: json(moved, 'The sessions'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'session-not-changeable',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  const backRoute = createRoute({
    method: 'post',
    path: '/me/sessions/back',
    tags,
    summary: 'Turn a set of sessions that went online back to where they were, all or none',
    middleware,
    request: { headers: keyHeader, body: body(back) },
    responses: {
      200: json(moved, 'The sessions'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'session-not-changeable',
        'no-original-place',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  return create()
    .openapi(venuesRoute, async (c) => c.json({ items: await venuesToChoose(db, c.get('staff')) }, 200))
    .openapi(oneRoute, async (c) =>
      c.json(await getOwnSession(db, c.get('staff'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(changeRoute, async (c) => {
      const [staff, now, { id: sessionId }] = [c.get('staff'), c.get('now'), c.req.valid('param')];
      await c.get('write')(staff, (work) => changeSession(work, sessionId, c.req.valid('json')));
      await checkSoon(deps, sessionId, now);
      return c.json(await getOwnSession(db, staff, sessionId, now), 200);
    })
    .openapi(cancelRoute, async (c) => {
      const [staff, now, { id: sessionId }] = [c.get('staff'), c.get('now'), c.req.valid('param')];
      return c.get('once')(staff, async (work) => {
        await cancelSession(work, sessionId);
        return c.json(await getOwnSession(work.tx, staff, sessionId, now), 200);
      });
    })
    .openapi(onlineRoute, async (c) => {
      const [staff, now, input] = [c.get('staff'), c.get('now'), c.req.valid('json')];
      return c.get('once')(staff, async (work) => {
        await moveOnline(work, input);
        return c.json({ items: await getOwnSessions(work.tx, staff, input.sessionIds, now) }, 200);
      });
    })
    .openapi(backRoute, async (c) => {
      const [staff, now, input] = [c.get('staff'), c.get('now'), c.req.valid('json')];
      return c.get('once')(staff, async (work) => {
        await moveBack(work, input);
        return c.json({ items: await getOwnSessions(work.tx, staff, input.sessionIds, now) }, 200);
      });
    });
};
