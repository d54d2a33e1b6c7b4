import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Reader } from '../../db/open.ts';
import { type Auth, signInWith } from '../accounts/auth.ts';
import { accountsOnly, type Env } from '../actor.ts';
import { body, id, json, refusals } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { toDecision } from '../eligibility/shapes.ts';
import { keyHeader } from '../idempotency/schema.ts';
import { localeOf } from '../locale.ts';
import { Problem } from '../problem.ts';
import { challengeOfCode, challengeOfLink, provedRegistration } from './proof.ts';
import { cancel } from './cancel.ts';
import { confirm } from './confirm.ts';
import { describe, getRegistration, registrationsOf } from './queries.ts';
import { register } from './register.ts';
import { confirmation, linkHeader, newRegistration, placed, registration, swapTarget } from './schema.ts';
import { swap } from './swap.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const registerRoute = createRoute({
  method: 'post',
  path: '/sessions/{id}/registrations',
  tags,
  summary: 'Ask for a place. Full is not an error: the answer is a position on the waiting list',
  request: { params, headers: keyHeader, body: body(newRegistration) },
  responses: {
    201: json(placed, 'A place, or a position in the queue'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'not-found',
      'session-past',
      'session-cancelled',
      'booking-not-open',
      'booking-closed',
      'session-full',
      'business-has-place',
      'already-registered',
      'idempotency-key-reused',
      'unsupported-media-type',
      'too-many-attempts',
    ),
  },
});

const confirmRoute = createRoute({
  method: 'post',
  path: '/registrations/{id}/confirmation',
  tags,
  summary:
    'Make a held or offered place certain with the code or the token from the mail. Signs the person in',
  request: { params, headers: keyHeader, body: body(confirmation) },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals(
      'invalid-input',
      'code-wrong',
      'code-expired',
      'not-found',
      'place-lapsed',
      'idempotency-key-reused',
      'registration-changed',
      'business-has-place',
    ),
  },
});

const challengeRoute = createRoute({
  method: 'get',
  path: '/registration-confirmations/{token}',
  tags,
  summary: 'Which registration a confirmation link is for. Changes nothing',
  request: { params: z.object({ token: z.string().max(100) }) },
  responses: { 200: json(registration, 'The registration'), ...refusals('code-expired') },
});

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
      'idempotency-key-reused',
      'unsupported-media-type',
      'too-many-attempts',
    ),
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

export const registrations = (deps: Deps, auth: Auth, create: () => OpenAPIHono<Env>) => {
  const { db } = deps;

  async function describeOne(reader: Reader, registrationId: string, locale: 'nl' | 'en', now: Date) {
    const { row } = await getRegistration(reader, registrationId);
    return (await describe(reader, [row], locale, now))[0]!;
  }

  return create()
    .openapi(registerRoute, async (c) => {
      const input = c.req.valid('json');
      const locale = input.locale ?? localeOf(c);
      const { id: sessionId } = c.req.valid('param');
      return c.get('once')(async (tx) => {
        const given = { ...input, locale };
        const result = await register(tx, deps, c.get('actor'), sessionId, given, c.get('now'));
        const { expiresAt, decision, ...rest } = result;
        return c.json(
          {
            ...rest,
            ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
            payer: decision.cost.payer,
            decision: toDecision(decision, locale),
          },
          201,
        );
      });
    })
    .openapi(confirmRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      const { token, code } = c.req.valid('json');
      const challenge = token
        ? await challengeOfLink(deps, token, now)
        : await challengeOfCode(deps, registrationId, code!, now);
      if (challenge.registrationId !== registrationId) throw new Problem('code-expired');
      const confirmed: { accountId?: string } = {};
      const answer = await c.get('once')(async (tx) => {
        confirmed.accountId = (await confirm(tx, deps, c.get('actor'), challenge, now)).accountId;
        return c.json(await describeOne(tx, registrationId, localeOf(c), now), 200);
      });
      if (confirmed.accountId) await signInWith(answer, auth, confirmed.accountId);
      return answer;
    })
    .openapi(challengeRoute, async (c) => {
      const now = c.get('now');
      const challenge = await challengeOfLink(deps, c.req.valid('param').token, now);
      return c.json(await describeOne(db, challenge.registrationId, localeOf(c), now), 200);
    })
    .openapi(oneRoute, async (c) => {
      const row = await provedRegistration(
        deps,
        c.get('actor'),
        c.req.valid('param').id,
        c.req.valid('header')['registration-token'],
      );
      return c.json((await describe(db, [row], localeOf(c), c.get('now')))[0]!, 200);
    })
    .openapi(cancelRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      await provedRegistration(
        deps,
        c.get('actor'),
        registrationId,
        c.req.valid('header')['registration-token'],
      );
      return c.get('once')(async (tx) => {
        await cancel(tx, deps, c.get('actor'), registrationId, now);
        return c.json(await describeOne(tx, registrationId, localeOf(c), now), 200);
      });
    })
    .openapi(swapRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      await provedRegistration(
        deps,
        c.get('actor'),
        registrationId,
        c.req.valid('header')['registration-token'],
      );
      const { sessionId } = c.req.valid('json');
      return c.get('once')(async (tx) => {
        await swap(tx, deps, c.get('actor'), { registrationId, sessionId }, now);
        return c.json(await describeOne(tx, registrationId, localeOf(c), now), 200);
      });
    })
    .openapi(mineRoute, async (c) => {
      const rows = await registrationsOf(db, c.get('account').account.id);
      return c.json({ items: await describe(db, rows, localeOf(c), c.get('now')) }, 200);
    });
};
