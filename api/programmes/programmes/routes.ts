import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';
import { composeLogos } from '../../people/pictures/compose.ts';
import { bytesOf } from '../../people/pictures/queries.ts';
import { getProgramme, listProducts, listProgrammes, logosOfSenders } from './queries.ts';
import { product, programme } from './schema.ts';

const tags = ["Programma's"];
const params = z.object({ id: z.string().max(120).describe('Id or slug') });

const listRoute = createRoute({
  method: 'get',
  path: '/programmes',
  tags,
  summary: 'Programmes with their parties, quarters, targets and money',
  responses: { 200: json(z.object({ items: z.array(programme) }), 'Programmes') },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/programmes/{id}',
  tags,
  summary: 'One programme',
  request: { params },
  responses: { 200: json(programme, 'The programme'), ...refusals('invalid-input', 'not-found') },
});

const productsRoute = createRoute({
  method: 'get',
  path: '/programmes/{id}/products',
  tags,
  summary: 'The product catalogue of a programme',
  request: { params },
  responses: {
    200: json(z.object({ items: z.array(product) }), 'Products'),
    ...refusals('invalid-input', 'not-found'),
  },
});

const shareImageRoute = createRoute({
  method: 'get',
  path: '/programmes/{id}/share-image',
  tags,
  summary: 'The logos of the senders together, to show beside a link; 404 when none has a logo',
  request: { params },
  responses: {
    200: {
      description: 'A PNG of 1200 by 630',
      headers: z.object({ 'API-Version': z.string() }),
      content: { 'image/png': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refusals('invalid-input', 'not-found'),
  },
});

/** Public: decisions of the college on these programmes are public documents. */
export const programmes = ({ db }: Deps, create: () => OpenAPIHono<Env>) =>
  create()
    .openapi(listRoute, async (c) =>
      c.json({ items: await listProgrammes(db, c.get('now'), c.get('actor')) }, 200),
    )
    .openapi(oneRoute, async (c) =>
      c.json(await getProgramme(db, c.req.valid('param').id, c.get('now'), c.get('actor')), 200),
    )
    .openapi(shareImageRoute, async (c) => {
      const logos = await logosOfSenders(db, c.req.valid('param').id);
      if (logos.length === 0) throw new Problem('not-found');
      const image = await composeLogos(logos.join(), () =>
        Promise.all(logos.map((name) => bytesOf(db, name))),
      );
      return c.body(new Uint8Array(image), 200, {
        'content-type': 'image/png',
        'cache-control': 'public, max-age=3600',
      });
    })
    .openapi(productsRoute, async (c) =>
      c.json({ items: await listProducts(db, c.req.valid('param').id, c.get('actor')) }, 200),
    );
