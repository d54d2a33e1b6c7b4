import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { type Env, organisationsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { archiveVenue, changeVenue } from './change-venue.ts';
import { makeVenue } from './make-venue.ts';
import { ownVenue as readVenue, venuesOfOwn } from './queries.ts';
import { newVenue, ownVenue, venueChange } from './schema.ts';

/** For organisers: the places where their sessions are. */
export const venues = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const tags = ['Locaties'];
  const params = z.object({ id });
  const middleware = organisationsOnly(db, 'editor');
  const asked = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'] as const;
  const written = ['malformed-json', 'unsupported-media-type', ...asked] as const;

  const listRoute = createRoute({
    method: 'get',
    path: '/me/own-venues',
    tags,
    summary: 'The venues of the organisations one works for, archived ones last',
    middleware,
    responses: {
      200: json(z.object({ items: z.array(ownVenue) }), 'Venues'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const makeRoute = createRoute({
    method: 'post',
    path: '/organisations/{id}/venues',
    tags,
    summary: 'A new venue of an organisation',
    middleware,
    request: { params, headers: keyHeader, body: body(newVenue) },
    responses: { 201: json(ownVenue, 'The venue'), ...refusals('idempotency-key-reused', ...written) },
  });

  const changeRoute = createRoute({
    method: 'patch',
    path: '/venues/{id}',
    tags,
    summary: 'Change a venue. Its address stays as it is while sessions are to come there',
    middleware,
    request: { params, body: body(venueChange) },
    responses: { 200: json(ownVenue, 'The venue'), ...refusals(...written) },
  });

  const archiveRoute = createRoute({
    method: 'post',
    path: '/venues/{id}/archiving',
    tags,
    summary:
      'Take a venue out of what can be chosen. What is planned there goes on; twice is the same as once',
    middleware,
    request: { params, headers: keyHeader },
    responses: { 200: json(ownVenue, 'The venue'), ...refusals('idempotency-key-reused', ...asked) },
  });

  return create()
    .openapi(listRoute, async (c) =>
      c.json({ items: await venuesOfOwn(db, c.get('staff'), c.get('now')) }, 200),
    )
    .openapi(makeRoute, (c) => {
      const [staff, now, organisation] = [c.get('staff'), c.get('now'), c.req.valid('param').id];
      return c.get('once')(staff, async (work) => {
        const made = await makeVenue(work, organisation, c.req.valid('json'));
        return c.json(await readVenue(work.tx, staff, made, now), 201);
      });
    })
    .openapi(changeRoute, async (c) => {
      const [staff, now, venue] = [c.get('staff'), c.get('now'), c.req.valid('param').id];
      await c.get('write')(staff, (work) => changeVenue(work, venue, c.req.valid('json')));
      return c.json(await readVenue(db, staff, venue, now), 200);
    })
    .openapi(archiveRoute, (c) => {
      const [staff, now, venue] = [c.get('staff'), c.get('now'), c.req.valid('param').id];
      return c.get('once')(staff, async (work) => {
        await archiveVenue(work, venue);
        return c.json(await readVenue(work.tx, staff, venue, now), 200);
      });
    });
};
