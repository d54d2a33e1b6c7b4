import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import type { Env } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { provedRegistration } from '../registrations/proof.ts';
import { linkHeader } from '../registrations/schema.ts';
import { backgroundOf } from './queries.ts';
import { background as schema } from './schema.ts';
import { tellBackground } from './tell.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const readRoute = createRoute({
  method: 'get',
  path: '/registrations/{id}/background',
  tags,
  summary: 'The age band and the postcode at home that the entrepreneur told, if any',
  request: { params, headers: linkHeader },
  responses: { 200: json(schema, 'What was told'), ...refusals('invalid-input', 'not-found') },
});

const tellRoute = createRoute({
  method: 'put',
  path: '/registrations/{id}/background',
  tags,
  summary: 'Tell an age band and a postcode at home, after the place is given. Nothing depends on it',
  request: { params, headers: linkHeader, body: body(schema) },
  responses: {
    200: json(schema, 'What was told'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'place-not-certain',
      'registration-changed',
      'unsupported-media-type',
    ),
  },
});

/** For who has a place: the owner of a registration, or who holds its link. */
export const background = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const proved = (
    actor: Env['Variables']['actor'],
    registrationId: string,
    header: z.output<typeof linkHeader>,
  ) => provedRegistration(deps, actor, registrationId, header['registration-token']);
  return create()
    .openapi(readRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      return c.json(await backgroundOf(deps.db, row.entrepreneurId), 200);
    })
    .openapi(tellRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      const told = c.req.valid('json');
      await c.get('write')(c.get('actor'), (work) => tellBackground(work, row.id, told));
      return c.json(told, 200);
    });
};
