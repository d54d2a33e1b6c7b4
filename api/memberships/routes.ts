import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, organisationsOnly } from '../actor.ts';
import { body, id, json, refusals } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { provedRegistration } from '../registrations/proof.ts';
import { linkHeader } from '../registrations/schema.ts';
import { answerMembership, membershipQuestion as question } from './answer.ts';
import { rosterOf } from './queries.ts';
import { replaceRoster } from './replace-roster.ts';
import { membershipQuestion, ownMembership, roster, rosterState } from './schema.ts';

/** For the staff of an association, and for who has a place. */
export const memberships = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db, config } = deps;
  const rosterRoute = createRoute({
    method: 'put',
    path: '/organisations/{id}/roster',
    tags: ['Leden'],
    summary: 'Replace the list of members. Only keyed hashes are kept; the list cannot be read back',
    middleware: organisationsOnly(db),
    request: { params: z.object({ id }), body: body(roster) },
    responses: {
      200: json(z.object({ entries: z.int() }), 'How many entries are kept'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });
  const stateRoute = createRoute({
    method: 'get',
    path: '/organisations/{id}/roster',
    tags: ['Leden'],
    summary: 'How many entries the list of members has and since when. Never who',
    middleware: organisationsOnly(db),
    request: { params: z.object({ id }) },
    responses: {
      200: json(rosterState, 'The state of the list'),
      ...refusals('not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const questionRoute = createRoute({
    method: 'get',
    path: '/registrations/{id}/membership',
    tags: ['Leden'],
    summary:
      'The optional question about being a member, with the own answer. For the owner or with the link',
    request: { params: z.object({ id }), headers: linkHeader },
    responses: { 200: json(membershipQuestion, 'The question'), ...refusals('invalid-input', 'not-found') },
  });

  const answerRoute = createRoute({
    method: 'put',
    path: '/registrations/{id}/membership',
    tags: ['Leden'],
    summary: 'Tell whether one is a member, after the place is given. Nothing depends on it',
    request: { params: z.object({ id }), headers: linkHeader, body: body(ownMembership) },
    responses: {
      200: json(membershipQuestion, 'The question with the answer'),
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

  const proved = (
    actor: Env['Variables']['actor'],
    registrationId: string,
    header: z.output<typeof linkHeader>,
  ) => provedRegistration(deps, actor, registrationId, header['registration-token']);

  return create()
    .openapi(rosterRoute, async (c) => {
      const { id: organisationId } = c.req.valid('param');
      const kept = await db.transaction((tx) =>
        replaceRoster(tx, config.secret, c.get('staff'), organisationId, c.req.valid('json'), c.get('now')),
      );
      return c.json(kept, 200);
    })
    .openapi(stateRoute, async (c) =>
      c.json(await rosterOf(db, c.get('staff'), c.req.valid('param').id), 200),
    )
    .openapi(questionRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      return c.json(await question(db, row), 200);
    })
    .openapi(answerRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      await db.transaction((tx) =>
        answerMembership(tx, c.get('actor'), row.id, c.req.valid('json'), c.get('now')),
      );
      return c.json(await question(db, row), 200);
    });
};
