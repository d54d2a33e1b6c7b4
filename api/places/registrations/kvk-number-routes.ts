import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import type { Env } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { findBusiness } from '../../paying/business-register/lookup.ts';
import { giveKvkNumber } from './give-kvk-number.ts';
import { provedRegistration } from './proof.ts';
import { getKvkNumber } from './queries.ts';
import { givenKvkNumber, kvkNumberState, linkHeader } from './schema.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const stateRoute = createRoute({
  method: 'get',
  path: '/registrations/{id}/kvk-number',
  tags,
  summary: 'The KVK number that was given with a registration, and whether one is asked',
  request: { params, headers: linkHeader },
  responses: { 200: json(kvkNumberState, 'How it stands'), ...refusals('invalid-input', 'not-found') },
});

const giveRoute = createRoute({
  method: 'put',
  path: '/registrations/{id}/kvk-number',
  tags,
  summary:
    'Give the KVK number after booking, or correct it. Who pays is decided again. Twice is the same as once',
  request: { params, headers: linkHeader, body: body(givenKvkNumber) },
  responses: {
    200: json(kvkNumberState, 'How it stands'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'registration-ended',
      'registration-changed',
      'kvk-number-settled',
      'business-has-place',
      'budget-full',
      'unsupported-media-type',
    ),
  },
});

/** For the owner of a registration, and for who holds its link. */
export const kvkNumbers = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const proved = (actor: Env['Variables']['actor'], of: string, header: z.output<typeof linkHeader>) =>
    provedRegistration(deps, actor, of, header['registration-token']);
  return create()
    .openapi(stateRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      return c.json(await getKvkNumber(deps.db, row.id), 200);
    })
    .openapi(giveRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      const { kvkNumber } = c.req.valid('json');
      // Each place may ask for a few numbers: who tries many at one booking leaves the others their lookups.
      await findBusiness(deps, kvkNumber, { purpose: 'proved', client: row.id }, c.get('now'));
      await c.get('write')(c.get('actor'), (work) => giveKvkNumber(work, row.id, kvkNumber));
      return c.json(await getKvkNumber(deps.db, row.id), 200);
    });
};
