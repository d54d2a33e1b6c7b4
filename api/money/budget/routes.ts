import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { ledgerOf } from './ledger.ts';
import { budgetOf } from './queries.ts';
import { budget as schema, ledgerPage, ledgerQuery } from './schema.ts';

const tags = ['Geld'];
const params = z.object({ id: z.string().max(120).describe('Id or slug') });

/** For the municipality that pays. */
export const budget = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'administrator', municipality: 'money' });

  const budgetRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/budget',
    tags,
    summary: 'The money of a programme: decided, set aside, and where it is',
    middleware,
    request: { params },
    responses: {
      200: json(schema, 'The budget'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const ledgerRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/ledger',
    tags,
    summary: 'Every move of money of a programme, newest first. Without names',
    middleware,
    request: { params, query: ledgerQuery },
    responses: {
      200: json(ledgerPage, 'A page of the ledger'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  return create()
    .openapi(budgetRoute, async (c) =>
      c.json(await budgetOf(db, c.get('staff'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(ledgerRoute, async (c) =>
      c.json(await ledgerOf(db, c.get('staff'), c.req.valid('param').id, c.req.valid('query')), 200),
    );
};
