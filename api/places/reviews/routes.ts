import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { findBusinessOf } from '../registrations/queries.ts';
import { judgeAgain } from './judge-again.ts';
import { ofOwnMunicipality } from './own-municipality.ts';
import { getCase, listCases } from './queue.ts';
import { review } from './review.ts';
import { newReview, queueQuery, reviewCase, reviewQueue } from './schema.ts';
import { toSeen } from './shapes.ts';

const tags = ['Beoordelingen'];
const params = z.object({ id });
/** What people told of themselves is for who judges it, and not for everyone who may read figures. */
const looking = { organisation: 'administrator', municipality: 'programme' } as const;

/** For the municipality that pays. */
export const reviews = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
  const middleware = staffOnly(db, looking, { toRead: looking });
  const others = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'] as const;

  const queueRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/reviews',
    tags,
    summary:
      'What a person has to look at: what is open first, the oldest first; then what was done, the newest first',
    middleware,
    request: { params: z.object({ id: z.string().max(120).describe('Id or slug') }), query: queueQuery },
    responses: { 200: json(reviewQueue, 'The queue'), ...refusals(...others) },
  });

  const caseRoute = createRoute({
    method: 'get',
    path: '/registrations/{id}/review',
    tags,
    summary: 'One case: who asks, what the rules saw, and what was found',
    middleware,
    request: { params },
    responses: { 200: json(reviewCase, 'The case'), ...refusals(...others) },
  });

  const reviewRoute = createRoute({
    method: 'post',
    path: '/registrations/{id}/review',
    tags,
    summary: 'Decide as a person whether the municipality pays, with the reason. The entrepreneur is mailed',
    middleware,
    request: { params, headers: keyHeader, body: body(newReview) },
    responses: {
      200: json(reviewCase, 'The case'),
      ...refusals(
        ...others,
        'malformed-json',
        'registration-ended',
        'registration-changed',
        'nothing-to-review',
        'decision-changed',
        'budget-full',
        'aid-ceiling',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  const againRoute = createRoute({
    method: 'post',
    path: '/registrations/{id}/decisions',
    tags,
    summary: 'Ask the business register and judge by the rules again. An eligible decision stays as it is',
    middleware,
    request: { params, headers: keyHeader },
    responses: {
      200: json(reviewCase.pick({ registrationId: true, decision: true }), 'The newest decision'),
      ...refusals(
        ...others,
        'registration-ended',
        'registration-changed',
        'budget-full',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(queueRoute, async (c) =>
      c.json(
        await listCases(
          db,
          c.get('staff'),
          c.req.valid('param').id,
          { ...c.req.valid('query'), now: c.get('now') },
          localeOf(c),
        ),
        200,
      ),
    )
    .openapi(caseRoute, async (c) =>
      c.json(await getCase(db, c.get('staff'), c.req.valid('param').id, localeOf(c), c.get('now')), 200),
    )
    .openapi(reviewRoute, (c) => {
      const { id: registrationId } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await review(work, registrationId, c.req.valid('json'));
        return c.json(await getCase(work.tx, c.get('staff'), registrationId, localeOf(c), c.get('now')), 200);
      });
    })
    .openapi(againRoute, async (c) => {
      const { id: registrationId } = c.req.valid('param');
      await ofOwnMunicipality(db, c.get('staff'), registrationId);
      await findBusinessOf(deps, registrationId, c.get('now'));
      return c.get('once')(c.get('staff'), async (work) => {
        await judgeAgain(work, registrationId);
        const { decision } = (await newestDecision(work.tx, registrationId))!;
        return c.json({ registrationId, decision: toSeen(decision, localeOf(c)) }, 200);
      });
    });
};
