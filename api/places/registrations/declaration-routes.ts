import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { provedRegistration } from './proof.ts';
import { findBusinessOf } from './queries.ts';
import { linkHeader } from './schema.ts';
import { getDeclaration } from './declaration.ts';
import { declare } from './declare.ts';
import { declaration, newDeclaration } from '../../paying/declarations/schema.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const oneRoute = createRoute({
  method: 'get',
  path: '/registrations/{id}/declarations',
  tags,
  summary: 'What the rules ask the entrepreneur to declare, and what was declared',
  request: { params, headers: linkHeader },
  responses: { 200: json(declaration, 'The declaration'), ...refusals('invalid-input', 'not-found') },
});

const declareRoute = createRoute({
  method: 'put',
  path: '/registrations/{id}/declarations',
  tags,
  summary: 'Declare, in place of what was declared before. Who pays is decided again',
  request: { params, headers: linkHeader, body: body(newDeclaration) },
  responses: {
    200: json(declaration, 'The declaration'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'registration-ended',
      'registration-changed',
      'budget-full',
      'unsupported-media-type',
    ),
  },
});

/** For the owner of a registration, and for who holds its link. */
export const declarations = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const proved = (actor: Env['Variables']['actor'], id: string, header: z.output<typeof linkHeader>) =>
    provedRegistration(deps, actor, id, header['registration-token']);
  return create()
    .openapi(oneRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      return c.json(await getDeclaration(deps.db, row.id, c.get('now')), 200);
    })
    .openapi(declareRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      await proved(c.get('actor'), registrationId, c.req.valid('header'));
      await findBusinessOf(deps, registrationId, now);
      const given = c.req.valid('json');
      await c.get('write')(c.get('actor'), (work) => declare(work, registrationId, given));
      return c.json(await getDeclaration(deps.db, registrationId, now), 200);
    });
};
