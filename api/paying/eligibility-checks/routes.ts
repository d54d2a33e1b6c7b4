import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { questionOf, tooManyQuestions } from '../business-register/lookup-budget.ts';
import { findBusiness } from '../business-register/lookup.ts';
import { body, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { toDecision } from '../eligibility/shapes.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { check, newCheck } from './schema.ts';
import { whatIf } from './what-if.ts';

const checkRoute = createRoute({
  method: 'post',
  path: '/eligibility-checks',
  tags: ['Aanmeldingen'],
  summary: 'What a place would cost a business, and why. Needs no account and promises nothing',
  request: { headers: keyHeader, body: body(newCheck) },
  responses: {
    200: json(check, 'The decision that a new booking would get now'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'idempotency-key-reused',
      'unsupported-media-type',
      'too-many-questions',
    ),
  },
});

/** For anyone. Keeps nothing of the question; the register's answer is kept as for every lookup. */
export const eligibilityChecks = (deps: Deps, create: () => OpenAPIHono<Env>) =>
  create().openapi(checkRoute, async (c) => {
    const input = c.req.valid('json');
    const now = c.get('now');
    const asking = questionOf(c.get('actor'), c.get('client'));
    const lookup = await findBusiness(deps, input.kvkNumber, asking, now);
    if (lookup.status === 'unavailable' && lookup.tooMany) throw tooManyQuestions();
    return c.get('once')(c.get('actor'), async (work) =>
      c.json(toDecision(await whatIf(work.tx, input, now), localeOf(c)), 200),
    );
  });
