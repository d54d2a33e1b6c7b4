import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { type Env, staffOnly } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import { localeOf } from '../../http/locale.ts';
import { quarterAccess } from '../../publishing/access/schema.ts';
import { atOneMoment } from '../../unit-of-work/one-moment.ts';
import { quarterAccess as ofQuarter } from './queries.ts';

const tags = ['Openstelling'];

/** Whether the sessions of a quarter were open to everyone, for who made the agreement. */
export const openness = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const quarterRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/access-checks',
    tags,
    summary: 'The same for all sessions of a programme quarter, for the municipality and the parties alike',
    middleware: staffOnly(db, { organisation: 'editor', municipality: 'programme' }),
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

  return create().openapi(quarterRoute, async (c) => {
    const asker = { actor: c.get('staff'), locale: localeOf(c), now: c.get('now') };
    return c.json(await atOneMoment(db, (tx) => ofQuarter(tx, asker, c.req.valid('param'))), 200);
  });
};
