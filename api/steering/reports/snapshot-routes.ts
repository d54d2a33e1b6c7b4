import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { id, json } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { ofCalendar, ofProgramme, reading, tags } from './routes.ts';
import { comparison, quarterReport, snapshot } from './schema.ts';
import { compareSnapshots, listSnapshots, readSnapshot } from './snapshots.ts';

/** Reports as they were. For whoever may read the report itself. */
export const snapshots = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });
  const listed = { 200: json(z.object({ items: z.array(snapshot) }), 'Snapshots, newest first'), ...reading };

  const quarterRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/report-snapshots',
    tags,
    summary: 'When the report of a quarter of a programme was kept',
    middleware,
    request: { params: ofProgramme },
    responses: listed,
  });

  const calendarRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/calendar-quarters/{quarter}/report-snapshots',
    tags,
    summary: 'When the report over a quarter of the calendar was kept',
    middleware,
    request: { params: ofCalendar },
    responses: listed,
  });

  const oneRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/report-snapshots/{snapshot}',
    tags,
    summary: 'A report as it was',
    middleware,
    request: { params: z.object({ id: ofProgramme.shape.id, snapshot: id }) },
    responses: { 200: json(quarterReport, 'The report'), ...reading },
  });

  const compareRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/report-comparison',
    tags,
    summary: 'Every figure of two snapshots, and the difference',
    middleware,
    request: { params: ofProgramme.pick({ id: true }), query: z.object({ from: id, to: id }) },
    responses: { 200: json(comparison, 'The figures'), ...reading },
  });

  return create()
    .openapi(quarterRoute, async (c) => {
      const { id: idOrSlug, ordinal } = c.req.valid('param');
      return c.json({ items: await listSnapshots(db, c.get('staff'), idOrSlug, { ordinal }) }, 200);
    })
    .openapi(calendarRoute, async (c) => {
      const { id: idOrSlug, quarter } = c.req.valid('param');
      const which = { calendarQuarter: quarter };
      return c.json({ items: await listSnapshots(db, c.get('staff'), idOrSlug, which) }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const { id: idOrSlug, snapshot: one } = c.req.valid('param');
      return c.json(await readSnapshot(db, c.get('staff'), idOrSlug, one), 200);
    })
    .openapi(compareRoute, async (c) => {
      const asked = c.req.valid('query');
      return c.json(await compareSnapshots(db, c.get('staff'), c.req.valid('param').id, asked), 200);
    });
};
