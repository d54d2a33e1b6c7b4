import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../actor.ts';
import { id, json, refusals } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { localeOf } from '../locale.ts';
import { getAccessCheck, quarterAccess as ofQuarter } from './queries.ts';
import { accessCheck, quarterAccess } from './schema.ts';

const tags = ['Openstelling'];

/** Whether sessions were open to everyone: per session for anyone, per quarter for who made the agreement. */
export const access = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const oneRoute = createRoute({
    method: 'get',
    path: '/sessions/{id}/access-check',
    tags,
    summary: 'Whether a session was open to everyone, member or not, all the time, and how that was found',
    request: { params: z.object({ id }) },
    responses: { 200: json(accessCheck, 'The last check, and the history'), ...refusals('not-found') },
  });

  const quarterRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/access-checks',
    tags,
    summary: 'The same for all sessions of a programme quarter, for the municipality and the parties alike',
    middleware: staffOnly(db),
    request: {
      params: z.object({
        id: z.string().max(120).describe('Id or slug'),
        ordinal: z.coerce.number().int().min(1).max(100),
      }),
    },
    responses: {
      200: json(quarterAccess, 'The sessions with their checks'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  return create()
    .openapi(oneRoute, async (c) =>
      c.json(await getAccessCheck(db, c.req.valid('param').id, localeOf(c)), 200),
    )
    .openapi(quarterRoute, async (c) => {
      const { id: idOrSlug, ordinal } = c.req.valid('param');
      return c.json(await ofQuarter(db, c.get('staff'), idOrSlug, ordinal, localeOf(c), c.get('now')), 200);
    });
};
