import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import { localeOf } from '../../http/locale.ts';
import type { Deps } from '../../deps.ts';
import { readMissing } from './queries.ts';
import { opening as schema } from './schema.ts';

/** For the municipality that prepares a programme. */
export const opening = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const route = createRoute({
    method: 'get',
    path: '/programmes/{id}/opening',
    tags: ["Programma's"],
    summary: 'What a programme still lacks before it can open',
    middleware: staffOnly(db),
    request: { params: z.object({ id: z.string().max(120).describe('Id or slug') }) },
    responses: {
      200: json(schema, 'What is missing, what blocks first'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });
  return create().openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await readMissing(db, c.get('staff'), id, c.get('now'), localeOf(c)), 200);
  });
};
