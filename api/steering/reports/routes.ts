import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { quarterReport as report } from './queries.ts';
import { quarterReport, referenceDistribution } from './schema.ts';
import { setReference } from './set-reference.ts';

export const tags = ['Verslag'];
const programme = z.string().max(120).describe('Id or slug');
export const ofProgramme = z.object({
  id: programme,
  ordinal: z.coerce.number().int().min(1).max(100),
});
export const ofCalendar = z.object({
  id: programme,
  quarter: z
    .string()
    .regex(/^(19|2\d)\d{2}-q[1-4]$/, 'invalid')
    .describe('`2026-q4`'),
});
export const reading = refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found');
const query = z.object({
  organisation: id
    .optional()
    .describe('Only the sessions of this organiser; for its own staff, with the membership of every visit'),
});

/** For the municipality that pays and the parties that execute. */
export const reports = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });

  const quarterRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/report',
    tags,
    summary: 'The report of one quarter of a programme',
    middleware,
    request: { params: ofProgramme, query },
    responses: { 200: json(quarterReport, 'The report'), ...reading },
  });

  const calendarRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/calendar-quarters/{quarter}/report',
    tags,
    summary: 'The report of a programme over one quarter of the calendar',
    middleware,
    request: { params: ofCalendar, query },
    responses: { 200: json(quarterReport, 'The report'), ...reading },
  });

  const referenceRoute = createRoute({
    method: 'put',
    path: '/programmes/{id}/reference-distributions/{dimension}',
    tags,
    summary: 'The population to compare with, by district, industry or age',
    middleware,
    request: {
      params: z.object({ id: programme, dimension: z.enum(['district', 'industry', 'age']) }),
      body: body(referenceDistribution),
    },
    responses: {
      200: json(referenceDistribution, 'Kept'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  return create()
    .openapi(quarterRoute, async (c) => {
      const { id: idOrSlug, ordinal } = c.req.valid('param');
      const asked = {
        programme: idOrSlug,
        which: { ordinal },
        organisationId: c.req.valid('query').organisation,
      };
      return c.json(await report(db, c.get('staff'), asked, c.get('now')), 200);
    })
    .openapi(calendarRoute, async (c) => {
      const { id: idOrSlug, quarter } = c.req.valid('param');
      const asked = {
        programme: idOrSlug,
        which: { calendarQuarter: quarter },
        organisationId: c.req.valid('query').organisation,
      };
      return c.json(await report(db, c.get('staff'), asked, c.get('now')), 200);
    })
    .openapi(referenceRoute, async (c) => {
      const { id: idOrSlug, dimension } = c.req.valid('param');
      const given = c.req.valid('json');
      await c.get('write')(c.get('staff'), (work) =>
        setReference(work, { programme: idOrSlug, dimension, ...given }),
      );
      return c.json(given, 200);
    });
};
