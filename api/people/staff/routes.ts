import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { accountsOnly, type Env } from '../../http/actor.ts';
import { body, id, json, moment, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { accept } from './accept.ts';
import { changeDuty } from './change-duty.ts';
import { declineInvitation, withdrawInvitation } from './end-invitation.ts';
import { invite } from './invite.ts';
import { describeInvitation, readStaff } from './queries.ts';
import { acceptance, changeOfDuty, invitationAnswer, newInvitation, staffAnswer } from './schema.ts';

const tags = ['Medewerkers'];
const middleware = accountsOnly;
const params = z.object({ id: id.describe('Of the organisation or municipality') });
const person = params.extend({ accountId: id });
const mistakes = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'] as const;

const readRoute = createRoute({
  method: 'get',
  path: '/workplaces/{id}/staff',
  tags,
  summary: 'Who works for an organisation or municipality, and who was invited to',
  middleware,
  request: { params },
  responses: { 200: json(staffAnswer, 'The people'), ...refusals(...mistakes) },
});

const inviteRoute = createRoute({
  method: 'post',
  path: '/workplaces/{id}/invitations',
  tags,
  summary: 'Ask someone by mail to work there. Asked again, the invitation lasts longer',
  middleware,
  request: { params, headers: keyHeader, body: body(newInvitation) },
  responses: {
    201: json(z.object({ id, expiresAt: moment }), 'A mail is on its way'),
    ...refusals(
      ...mistakes,
      'malformed-json',
      'already-staff',
      'organisation-not-approved',
      'too-many-attempts',
      'idempotency-key-reused',
    ),
  },
});

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/workplaces/{id}/invitations/{invitation}',
  tags,
  summary: 'Take an invitation back',
  middleware,
  request: { params: params.extend({ invitation: id }) },
  responses: { 204: { description: 'It can be accepted no longer' }, ...refusals(...mistakes) },
});

const changeRoute = createRoute({
  method: 'put',
  path: '/workplaces/{id}/staff/{accountId}',
  tags,
  summary: 'Give someone who works there another duty',
  middleware,
  request: { params: person, body: body(changeOfDuty) },
  responses: {
    204: { description: 'Changed, and told to those concerned' },
    ...refusals(...mistakes, 'malformed-json', 'last-administrator'),
  },
});

const endRoute = createRoute({
  method: 'delete',
  path: '/workplaces/{id}/staff/{accountId}',
  tags,
  summary: 'Someone works there no longer. Everyone may go',
  middleware,
  request: { params: person },
  responses: {
    204: { description: 'Gone, and told to those concerned' },
    ...refusals(...mistakes, 'last-administrator'),
  },
});

const own = z.object({ id });
const mine = ['invalid-input', 'not-signed-in', 'not-found'] as const;

const invitationRoute = createRoute({
  method: 'get',
  path: '/me/invitations/{id}',
  tags,
  summary: 'An invitation that was sent to the address of who is signed in',
  middleware,
  request: { params: own },
  responses: { 200: json(invitationAnswer, 'The invitation'), ...refusals(...mine) },
});

const acceptRoute = createRoute({
  method: 'post',
  path: '/me/invitations/{id}/acceptance',
  tags,
  summary: 'Accept an invitation',
  middleware,
  request: { params: own, headers: keyHeader, body: body(acceptance) },
  responses: {
    200: json(invitationAnswer, 'Accepted'),
    ...refusals(...mine, 'malformed-json', 'invitation-ended', 'idempotency-key-reused'),
  },
});

const declineRoute = createRoute({
  method: 'delete',
  path: '/me/invitations/{id}',
  tags,
  summary: 'Turn an invitation down',
  middleware,
  request: { params: own },
  responses: { 204: { description: 'Turned down' }, ...refusals(...mine) },
});

/** The people of organisations and municipalities. Who may is judged by each verb, for one workplace. */
export const staff = ({ db }: Deps, create: () => OpenAPIHono<Env>) =>
  create()
    .openapi(readRoute, async (c) =>
      c.json(await readStaff(db, c.get('account'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(inviteRoute, (c) =>
      c.get('once')(c.get('account'), async (work) =>
        c.json(await invite(work, c.req.valid('param').id, c.req.valid('json')), 201),
      ),
    )
    .openapi(withdrawRoute, async (c) => {
      const { id: workplaceId, invitation } = c.req.valid('param');
      await c.get('write')(c.get('account'), (work) => withdrawInvitation(work, workplaceId, invitation));
      return c.body(null, 204);
    })
    .openapi(changeRoute, async (c) => {
      const { id: workplaceId, accountId } = c.req.valid('param');
      const { duty: to } = c.req.valid('json');
      await c.get('write')(c.get('account'), (work) => changeDuty(work, { workplaceId, accountId, to }));
      return c.body(null, 204);
    })
    .openapi(endRoute, async (c) => {
      const { id: workplaceId, accountId } = c.req.valid('param');
      await c.get('write')(c.get('account'), (work) =>
        changeDuty(work, { workplaceId, accountId, to: null }),
      );
      return c.body(null, 204);
    })
    .openapi(invitationRoute, async (c) =>
      c.json(await describeInvitation(db, c.get('account'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(acceptRoute, (c) => {
      const [account, now, { id: invitation }] = [c.get('account'), c.get('now'), c.req.valid('param')];
      return c.get('once')(account, async (work) => {
        await accept(work, invitation, c.req.valid('json'));
        return c.json(await describeInvitation(work.tx, account, invitation, now), 200);
      });
    })
    .openapi(declineRoute, async (c) => {
      await c.get('write')(c.get('account'), (work) => declineInvitation(work, c.req.valid('param').id));
      return c.body(null, 204);
    });
