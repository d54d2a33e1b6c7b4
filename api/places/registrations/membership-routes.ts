import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import type { Env } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { answerMembership, membershipQuestion as question } from '../memberships/answer.ts';
import { membershipQuestion, ownMembership } from '../memberships/schema.ts';
import { provedRegistration } from './proof.ts';
import { linkHeader } from './schema.ts';

/** For who has a place: the owner of a registration, or who holds its link. */
export const ownMemberships = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
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
    .openapi(questionRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      return c.json(await question(db, row), 200);
    })
    .openapi(answerRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      await c.get('write')(c.get('actor'), (work) => answerMembership(work, row.id, c.req.valid('json')));
      return c.json(await question(db, row), 200);
    });
};
