import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { accountsOnly, type Env } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { cancel } from './cancel.ts';
import { provedRegistration } from './proof.ts';
import { describe, describeOne } from './describe.ts';
import { findBusinessOf, registrationsOf } from './queries.ts';
import { revokeLinks } from './revoke-links.ts';
import { linkHeader, registration, swapTarget, waitTargets } from './schema.ts';
import { swap } from './swap.ts';
import { waitFor } from './wait-for.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const oneRoute = createRoute({
  method: 'get',
  path: '/registrations/{id}',
  tags,
  summary: 'One registration, for its owner or with the token of its link',
  request: { params, headers: linkHeader },
  responses: { 200: json(registration, 'The registration'), ...refusals('invalid-input', 'not-found') },
});

const cancelRoute = createRoute({
  method: 'post',
  path: '/registrations/{id}/cancellation',
  tags,
  summary: 'Give up a place or a position in the queue. Twice is the same as once',
  request: { params, headers: linkHeader.extend(keyHeader.shape) },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals(
      'invalid-input',
      'not-found',
      'registration-ended',
      'registration-changed',
      'too-late-to-cancel',
      'idempotency-key-reused',
    ),
  },
});

const swapRoute = createRoute({
  method: 'post',
  path: '/registrations/{id}/swap',
  tags,
  summary:
    'Move a place to another session of the module, in one step: the old place stays unless the new one is certain',
  request: { params, headers: linkHeader.extend(keyHeader.shape), body: body(swapTarget) },
  responses: {
    200: json(registration, 'The same registration, at the other session'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'registration-ended',
      'registration-changed',
      'swap-needs-place',
      'too-late-to-cancel',
      'other-module',
      'session-past',
      'session-cancelled',
      'booking-not-open',
      'booking-closed',
      'session-full',
      'business-has-place',
      'already-registered',
      'members-only',
      'booking-code-wrong',
      'booked-elsewhere',
      'idempotency-key-reused',
      'unsupported-media-type',
      'too-many-attempts',
    ),
  },
});

const waitsRoute = createRoute({
  method: 'put',
  path: '/registrations/{id}/waits',
  tags,
  summary: 'For which sessions of the module one waits: the first that comes free is offered',
  request: { params, headers: linkHeader, body: body(waitTargets) },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'registration-ended',
      'registration-changed',
      'not-waiting',
      'already-registered',
      'unsupported-media-type',
    ),
  },
});

const revokeLinksRoute = createRoute({
  method: 'post',
  path: '/registrations/{id}/link-revocation',
  tags,
  summary: 'Make the links in earlier mails about a registration useless. For its signed-in owner',
  middleware: accountsOnly,
  request: { params, headers: keyHeader },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals('invalid-input', 'not-signed-in', 'not-found', 'idempotency-key-reused'),
  },
});

const mineRoute = createRoute({
  method: 'get',
  path: '/me/registrations',
  tags,
  summary: 'My registrations, in order of start',
  middleware: accountsOnly,
  responses: {
    200: json(z.object({ items: z.array(registration) }), 'Registrations'),
    ...refusals('not-signed-in'),
  },
});

/** For the owner of a registration, and for who holds its link. */
export const ownRegistrations = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;
  const proved = (actor: Env['Variables']['actor'], id: string, header: z.output<typeof linkHeader>) =>
    provedRegistration(deps, actor, id, header['registration-token']);
  return create()
    .openapi(oneRoute, async (c) => {
      const row = await proved(c.get('actor'), c.req.valid('param').id, c.req.valid('header'));
      return c.json((await describe(db, [row], localeOf(c), c.get('now')))[0]!, 200);
    })
    .openapi(cancelRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      await proved(c.get('actor'), registrationId, c.req.valid('header'));
      return c.get('once')(c.get('actor'), async (work) => {
        await cancel(work, registrationId);
        return c.json(await describeOne(work.tx, registrationId, localeOf(c), now), 200);
      });
    })
    .openapi(swapRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      await proved(c.get('actor'), registrationId, c.req.valid('header'));
      const { sessionId } = c.req.valid('json');
      await findBusinessOf(deps, registrationId, now);
      return c.get('once')(c.get('actor'), async (work) => {
        await swap(work, { registrationId, sessionId });
        return c.json(await describeOne(work.tx, registrationId, localeOf(c), now), 200);
      });
    })
    .openapi(waitsRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      await proved(c.get('actor'), registrationId, c.req.valid('header'));
      const { sessionIds } = c.req.valid('json');
      await c.get('write')(c.get('actor'), (work) => waitFor(work, { registrationId, sessionIds }));
      return c.json(await describeOne(db, registrationId, localeOf(c), now), 200);
    })
    .openapi(revokeLinksRoute, async (c) => {
      const now = c.get('now');
      const owner = c.get('account');
      const { id: registrationId } = c.req.valid('param');
      await provedRegistration(deps, owner, registrationId, undefined);
      return c.get('once')(owner, async (work) => {
        await revokeLinks(work, registrationId);
        return c.json(await describeOne(work.tx, registrationId, localeOf(c), now), 200);
      });
    })
    .openapi(mineRoute, async (c) => {
      const rows = await registrationsOf(db, c.get('account').account.id);
      return c.json({ items: await describe(db, rows, localeOf(c), c.get('now')) }, 200);
    });
};
