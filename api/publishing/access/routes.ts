import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { localeOf } from '../../http/locale.ts';
import { getAccessCheck } from './queries.ts';
import { accessCheck } from './schema.ts';

const tags = ['Openstelling'];

/** Whether a session was open to everyone, for anyone. */
export const access = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const oneRoute = createRoute({
    method: 'get',
    path: '/sessions/{id}/access-check',
    tags,
    summary: 'Whether a session was open to everyone, member or not, all the time, and how that was found',
    request: { params: z.object({ id }) },
    responses: { 200: json(accessCheck, 'The last check, and the history'), ...refusals('not-found') },
  });

  return create().openapi(oneRoute, async (c) =>
    c.json(await getAccessCheck(db, c.req.valid('param').id, localeOf(c)), 200),
  );
};
