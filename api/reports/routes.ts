import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../actor.ts';
import { json, refusals } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { quarterReport as report } from './queries.ts';
import { quarterReport } from './schema.ts';

/** For the municipality that pays and the parties that execute. */
export const reports = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const route = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/report',
    tags: ['Verslag'],
    summary: 'Attendance of one programme quarter',
    middleware: staffOnly(db),
    request: {
      params: z.object({
        id: z.string().max(120).describe('Id or slug'),
        ordinal: z.coerce.number().int().min(1).max(100),
      }),
    },
    responses: {
      200: json(quarterReport, 'The report'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });
  return create().openapi(route, async (c) => {
    const { id, ordinal } = c.req.valid('param');
    return c.json(await report(db, c.get('staff'), id, ordinal, c.get('now')), 200);
  });
};
