import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { provedRegistration } from '../registrations/proof.ts';
import { linkHeader } from '../registrations/schema.ts';
import { getReviewState } from './queries.ts';
import { requestReview } from './request-review.ts';
import { newRequest, reviewState } from './schema.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const stateRoute = createRoute({
  method: 'get',
  path: '/registrations/{id}/review-request',
  tags,
  summary: 'Whether a person of the municipality looks at who pays, and what was found',
  request: { params, headers: linkHeader },
  responses: { 200: json(reviewState, 'How it stands'), ...refusals('invalid-input', 'not-found') },
});

const askRoute = createRoute({
  method: 'post',
  path: '/registrations/{id}/review-request',
  tags,
  summary: 'Ask a person of the municipality to look at who pays. One request is open at a time',
  request: { params, headers: linkHeader.extend(keyHeader.shape), body: body(newRequest) },
  responses: {
    201: json(reviewState, 'How it stands'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'registration-ended',
      'registration-changed',
      'review-requested',
      'nothing-to-review',
      'idempotency-key-reused',
      'unsupported-media-type',
    ),
  },
});

/** For the owner of a registration, and for who holds its link. */
export const reviewRequests = (deps: Deps, create: () => OpenAPIHono<Env>) =>
  create()
    .openapi(stateRoute, async (c) => {
      const token = c.req.valid('header')['registration-token'];
      const row = await provedRegistration(deps, c.get('actor'), c.req.valid('param').id, token);
      return c.json(await getReviewState(deps.db, row), 200);
    })
    .openapi(askRoute, async (c) => {
      const token = c.req.valid('header')['registration-token'];
      const row = await provedRegistration(deps, c.get('actor'), c.req.valid('param').id, token);
      const { explanation } = c.req.valid('json');
      return c.get('once')(c.get('actor'), async (work) => {
        await requestReview(work, row.id, explanation);
        return c.json(await getReviewState(work.tx, row), 201);
      });
    });
