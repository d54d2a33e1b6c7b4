import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { closeQuarter } from './close.ts';
import { ownSettlements, settlementOf } from './queries.ts';
import { ownSettlement, settlement } from './schema.ts';

const tags = ['Afrekening'];
const ordinal = z.coerce.number().int().min(1).max(100);
const params = z.object({ id: z.string().max(120).describe('Id or slug'), ordinal });

/** For the municipality that pays, and for who is owed. */
export const settlements = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'administrator', municipality: 'money' });

  const oneRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/settlement',
    tags,
    summary: 'What the municipality owes over a quarter; organisations see only their own part',
    middleware,
    request: { params },
    responses: {
      200: json(settlement, 'What is owed now, and what was made final'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const closeRoute = createRoute({
    method: 'post',
    path: '/programmes/{id}/quarters/{ordinal}/settlement',
    tags,
    summary: 'Make final what is owed over a quarter; the second time only what changed',
    middleware,
    request: { params, headers: keyHeader },
    responses: {
      201: json(settlement, 'The settlement'),
      ...refusals(
        'invalid-input',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'quarter-not-over',
        'nothing-to-settle',
        'idempotency-key-reused',
      ),
    },
  });

  const ownRoute = createRoute({
    method: 'get',
    path: '/me/settlements',
    tags,
    summary: 'The quarters in which the organisations one works for are owed money',
    middleware,
    responses: {
      200: json(z.object({ items: z.array(ownSettlement) }), 'Quarters, newest first'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  return create()
    .openapi(oneRoute, async (c) => {
      const { id, ordinal: of } = c.req.valid('param');
      return c.json(await settlementOf(db, c.get('staff'), id, of, c.get('now')), 200);
    })
    .openapi(closeRoute, (c) => {
      const { id, ordinal: of } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await closeQuarter(work, id, of);
        return c.json(await settlementOf(work.tx, c.get('staff'), id, of, c.get('now')), 201);
      });
    })
    .openapi(ownRoute, async (c) => c.json({ items: await ownSettlements(db, c.get('staff')) }, 200));
};
