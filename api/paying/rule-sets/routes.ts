import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, date, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { previewRules } from './preview.ts';
import { listRuleSets } from './queries.ts';
import { saveRuleSet } from './save.ts';
import { newRuleSet, preview, previewedRules, ruleSet } from './schema.ts';

const tags = ['Regels'];
const params = z.object({ id: z.string().max(120).describe('Id or slug') });
const refused = [
  'invalid-input',
  'malformed-json',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'idempotency-key-reused',
] as const;

/** For the municipality that pays. */
export const ruleSets = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });

  const listRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/rule-sets',
    tags,
    summary: 'All versions of the rules on who pays, newest first',
    middleware,
    request: { params },
    responses: {
      200: json(z.object({ items: z.array(ruleSet) }), 'The versions'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const saveRoute = createRoute({
    method: 'post',
    path: '/programmes/{id}/rule-sets',
    tags,
    summary: 'Save the next version of the rules. What was decided stays as it is',
    middleware,
    request: { params, headers: keyHeader, body: body(newRuleSet) },
    responses: {
      201: json(z.object({ id, version: z.int(), validFrom: date }), 'Saved'),
      ...refusals(...refused, 'rules-changed'),
    },
  });

  const previewRoute = createRoute({
    method: 'post',
    path: '/programmes/{id}/rule-sets/preview',
    tags,
    summary: 'What other rules would have made of the last 500 decisions. Writes nothing and names nobody',
    middleware,
    request: { params, headers: keyHeader, body: body(previewedRules) },
    responses: { 200: json(preview, 'What stays and what flips'), ...refusals(...refused) },
  });

  return create()
    .openapi(listRoute, async (c) => {
      const items = await listRuleSets(
        db,
        c.get('staff'),
        c.req.valid('param').id,
        localeOf(c),
        c.get('now'),
      );
      return c.json({ items }, 200);
    })
    .openapi(saveRoute, (c) => {
      const input = c.req.valid('json');
      return c.get('once')(c.get('staff'), async (work) =>
        c.json(await saveRuleSet(work, c.req.valid('param').id, input, localeOf(c)), 201),
      );
    })
    .openapi(previewRoute, (c) => {
      const input = c.req.valid('json');
      return c.get('once')(c.get('staff'), async (work) =>
        c.json(await previewRules(work, c.req.valid('param').id, input, localeOf(c)), 200),
      );
    });
};
