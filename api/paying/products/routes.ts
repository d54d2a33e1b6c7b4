import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { localeOf } from '../../http/locale.ts';
import { capsOfProgramme } from './queries.ts';
import { replaceProducts } from './replace.ts';
import { capsUse, catalogue, newCatalogue } from './schema.ts';

const tags = ['Regels'];
const params = z.object({ id: z.string().max(120).describe('Id or slug') });

/** For the municipality that pays. Reading the catalogue is for everyone: api/programmes. */
export const products = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });

  const capsRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/caps',
    tags,
    summary: 'How full the caps of a programme are: people, products, and what one entrepreneur can have',
    middleware,
    request: { params },
    responses: {
      200: json(capsUse, 'The caps'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const replaceRoute = createRoute({
    method: 'put',
    path: '/programmes/{id}/products',
    tags,
    summary: 'Replace the product catalogue. A new price holds for new decisions only',
    middleware,
    request: { params, body: body(newCatalogue) },
    responses: {
      200: json(catalogue, 'The catalogue'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  return create()
    .openapi(capsRoute, async (c) =>
      c.json(
        await capsOfProgramme(db, c.get('staff'), c.req.valid('param').id, localeOf(c), c.get('now')),
        200,
      ),
    )
    .openapi(replaceRoute, async (c) => {
      const { items: given } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const items = await c.get('write')(c.get('staff'), (work) =>
        replaceProducts(work, id, given, localeOf(c)),
      );
      return c.json({ items }, 200);
    });
};
