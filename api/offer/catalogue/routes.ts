import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { getModule, listModules } from './modules.ts';
import { getFacets, getSession, listSessions } from './queries.ts';
import { facets, module, moduleDetail, page, session, sessionDetail, sessionFilters } from './schema.ts';

const tags = ['Aanbod'];
const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

const modulesRoute = createRoute({
  method: 'get',
  path: '/modules',
  tags,
  summary: 'Modules: what can be booked, without dates',
  request: { query: page },
  responses: { 200: json(list(module), 'Modules in order of slug'), ...refusals('invalid-input') },
});

const moduleRoute = createRoute({
  method: 'get',
  path: '/modules/{idOrSlug}',
  tags,
  summary: 'One module',
  request: { params: z.object({ idOrSlug: z.string().max(120) }) },
  responses: { 200: json(moduleDetail, 'The module'), ...refusals('invalid-input', 'not-found') },
});

const sessionsRoute = createRoute({
  method: 'get',
  path: '/sessions',
  tags,
  summary: 'Upcoming sessions in order of start',
  request: { query: page.extend(sessionFilters.shape) },
  responses: { 200: json(list(session), 'Sessions'), ...refusals('invalid-input') },
});

const facetsRoute = createRoute({
  method: 'get',
  path: '/session-facets',
  tags,
  summary: 'How many sessions each choice of a filter would show',
  request: { query: sessionFilters },
  responses: { 200: json(facets, 'Numbers'), ...refusals('invalid-input') },
});

const sessionRoute = createRoute({
  method: 'get',
  path: '/sessions/{id}',
  tags,
  summary: 'One session, past and cancelled ones included',
  request: { params: z.object({ id }) },
  responses: { 200: json(sessionDetail, 'The session'), ...refusals('invalid-input', 'not-found') },
});

/** Public: what there is. */
export const catalogue = ({ db }: Deps, create: () => OpenAPIHono<Env>) =>
  create()
    .openapi(modulesRoute, async (c) =>
      c.json(await listModules(db, c.req.valid('query'), c.get('now')), 200),
    )
    .openapi(moduleRoute, async (c) =>
      c.json(await getModule(db, c.req.valid('param').idOrSlug, c.get('now')), 200),
    )
    .openapi(sessionsRoute, async (c) => {
      const { limit, cursor, ...filters } = c.req.valid('query');
      return c.json(await listSessions(db, filters, { limit, cursor }, c.get('now')), 200);
    })
    .openapi(facetsRoute, async (c) => c.json(await getFacets(db, c.req.valid('query'), c.get('now')), 200))
    .openapi(sessionRoute, async (c) =>
      c.json(await getSession(db, c.req.valid('param').id, c.get('now')), 200),
    );
