import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { bringIn } from './bring-in.ts';
import { readHistory } from './queries.ts';
import { figureFile, history as historyAnswer, withdrawal } from './schema.ts';
import { withdraw } from './withdraw.ts';

const tags = ['Geschiedenis'];
const params = z.object({ id: z.string().max(120).describe('Id or slug') });

/** Figures from before the portal, beside its own. */
export const history = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });

  const readRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/history',
    tags,
    summary: 'Earlier figures, each with its unit, peildatum and source, and what does not add up in them',
    middleware,
    request: { params },
    responses: {
      200: json(historyAnswer, 'The figures'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const bringInRoute = createRoute({
    method: 'post',
    path: '/programmes/{id}/history',
    tags,
    summary: 'Bring in earlier figures. With a fault in any row nothing is kept',
    middleware,
    request: { params, headers: keyHeader, body: body(figureFile) },
    responses: {
      200: json(
        z.object({
          id: id.nullable().describe('The batch; null when it was a dry run'),
          figures: z.int(),
          checks: z.int().describe('How often something in these rows does not add up'),
        }),
        'Read, and kept unless it was a dry run',
      ),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'too-large',
        'idempotency-key-reused',
      ),
    },
  });

  const withdrawRoute = createRoute({
    method: 'post',
    path: '/figure-batches/{id}/withdrawal',
    tags,
    summary: 'Withdraw a batch of earlier figures; it stays to be seen, with the reason',
    middleware,
    request: { params: z.object({ id }), headers: keyHeader, body: body(withdrawal) },
    responses: {
      200: json(z.object({ id }), 'Withdrawn'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(readRoute, async (c) =>
      c.json(await readHistory(db, c.get('staff'), c.req.valid('param').id), 200),
    )
    .openapi(bringInRoute, (c) => {
      const { id: programme } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) =>
        c.json(await bringIn(work, programme, c.req.valid('json')), 200),
      );
    })
    .openapi(withdrawRoute, (c) => {
      const { id: batchId } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await withdraw(work, batchId, c.req.valid('json'));
        return c.json({ id: batchId }, 200);
      });
    });
};
