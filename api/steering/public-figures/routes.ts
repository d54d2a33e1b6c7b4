import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { Env } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { readPublicFigures } from './queries.ts';
import { publicFigures as schema } from './schema.ts';

const route = createRoute({
  method: 'get',
  path: '/programmes/{id}/public-figures',
  tags: ['Open data'],
  summary:
    'The figures of a programme that are open data: of each quarter that is over, without small numbers',
  // Also for pages of others: there is nothing in it that depends on who asks.
  middleware: cors({ origin: '*', allowMethods: ['GET'] }),
  request: { params: z.object({ id: z.string().max(120).describe('Id or slug') }) },
  responses: { 200: json(schema, 'The figures'), ...refusals('invalid-input', 'not-found') },
});

/** For everyone. */
export const publicFigures = ({ db }: Deps, create: () => OpenAPIHono<Env>) =>
  create().openapi(route, async (c) =>
    c.json(await readPublicFigures(db, c.req.valid('param').id, c.get('now')), 200),
  );
