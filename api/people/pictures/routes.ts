import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import type { Env } from '../../http/actor.ts';
import { refusals } from '../../http/contract.ts';
import { bytesOf } from './queries.ts';
import { pictureName } from './schema.ts';

const types = { png: 'image/png', jpg: 'image/jpeg' };
const file = z.string().openapi({ format: 'binary' });

/** Logos and photos, for everyone and for mails. */
export const pictures = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const readRoute = createRoute({
    method: 'get',
    path: '/pictures/{name}',
    tags: ['Plaatjes'],
    summary: 'A logo or photo. Under the same name there is always the same picture',
    request: { params: z.object({ name: pictureName }) },
    responses: {
      200: {
        description: 'The picture',
        headers: z.object({ 'API-Version': z.string() }),
        content: { 'image/png': { schema: file }, 'image/jpeg': { schema: file } },
      },
      ...refusals('not-found'),
    },
  });

  return create().openapi(readRoute, async (c) => {
    const { name } = c.req.valid('param');
    const bytes = await bytesOf(db, name);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': types[name.endsWith('.png') ? 'png' : 'jpg'],
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
};
