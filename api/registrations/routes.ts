import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Auth } from '../accounts/auth.ts';
import { accountsOnly, type Env } from '../actor.ts';
import { body, id, json, refusals } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { toDecision } from '../eligibility/shapes.ts';
import { localeOf } from '../locale.ts';
import { Problem } from '../problem.ts';
import { challengeOfCode, challengeOfLink, provedRegistration } from './proof.ts';
import { cancel } from './cancel.ts';
import { confirm } from './confirm.ts';
import { describe, getRegistration, registrationsOf } from './queries.ts';
import { register } from './register.ts';
import { confirmation, linkHeader, newRegistration, placed, registration } from './schema.ts';

const tags = ['Aanmeldingen'];
const params = z.object({ id });

const registerRoute = createRoute({
  method: 'post',
  path: '/sessions/{id}/registrations',
  tags,
  summary: 'Ask for a place. Full is not an error: the answer is a position on the waiting list',
  request: { params, body: body(newRegistration) },
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
      'already-registered',
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
  request: { params, body: body(confirmation) },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals('invalid-input', 'code-wrong', 'code-expired', 'not-found', 'place-lapsed'),
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
  request: { params, headers: linkHeader },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals('invalid-input', 'not-found', 'registration-ended', 'too-late-to-cancel'),
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

  async function describeOne(registrationId: string, locale: 'nl' | 'en', now: Date) {
    const { row } = await getRegistration(db, registrationId);
    return (await describe(db, [row], locale, now))[0]!;
  }

  return create()
    .openapi(registerRoute, async (c) => {
      const input = c.req.valid('json');
      const locale = input.locale ?? localeOf(c);
      const result = await db.transaction((tx) =>
        register(tx, deps, c.get('actor'), c.req.valid('param').id, { ...input, locale }, c.get('now')),
      );
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
    })
    .openapi(confirmRoute, async (c) => {
      const now = c.get('now');
      const { id: registrationId } = c.req.valid('param');
      const { token, code } = c.req.valid('json');
      const challenge = token
        ? await challengeOfLink(deps, token, now)
        : await challengeOfCode(deps, registrationId, code!, now);
      if (challenge.registrationId !== registrationId) throw new Problem('code-expired');
      const { accountId } = await db.transaction((tx) => confirm(tx, deps, c.get('actor'), challenge, now));
      const session = await auth.createSession(accountId, {});
      c.header('set-cookie', auth.createSessionCookie(session.id).serialize(), { append: true });
      return c.json(await describeOne(registrationId, localeOf(c), now), 200);
    })
    .openapi(challengeRoute, async (c) => {
      const now = c.get('now');
      const challenge = await challengeOfLink(deps, c.req.valid('param').token, now);
      return c.json(await describeOne(challenge.registrationId, localeOf(c), now), 200);
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
      await db.transaction((tx) => cancel(tx, deps, c.get('actor'), registrationId, now));
      return c.json(await describeOne(registrationId, localeOf(c), now), 200);
    })
    .openapi(mineRoute, async (c) => {
      const rows = await registrationsOf(db, c.get('account').account.id);
      return c.json({ items: await describe(db, rows, localeOf(c), c.get('now')) }, 200);
    });
};
