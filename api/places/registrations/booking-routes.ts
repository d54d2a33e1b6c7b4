import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Auth, signInWith } from '../../people/accounts/auth.ts';
import { isStaff } from '../../people/accounts/queries.ts';
import type { Env } from '../../http/actor.ts';
import { findBusiness } from '../../paying/business-register/lookup.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { Problem } from '../../http/problem.ts';
import { placeOf } from '../../paying/business-register/lookup-budget.ts';
import { confirm, giveBack, isIncurable } from './confirm.ts';
import { createCrowd } from './crowd.ts';
import { challengeOfCode, challengeOfLink } from './proof.ts';
import { describeOne, describeToConfirm } from './describe.ts';
import { findBusinessOf } from './queries.ts';
import { register } from './register.ts';
import { toPlaced } from './shapes.ts';
import { confirmation, newRegistration, placed, registration, toConfirm } from './schema.ts';

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
      'members-only',
      'booking-code-wrong',
      'booked-elsewhere',
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
    'Make a place, or a turn in the queue, certain with the code or the token from the mail. Signs the person in, but nobody who works here',
  request: { params, headers: keyHeader, body: body(confirmation) },
  responses: {
    200: json(registration, 'The registration'),
    ...refusals(
      'invalid-input',
      'code-wrong',
      'code-expired',
      'not-found',
      'place-lapsed',
      'members-only',
      'idempotency-key-reused',
      'registration-changed',
      'already-registered',
      'places-reserved',
      'business-has-place',
      'too-many-attempts',
    ),
  },
});

const challengeRoute = createRoute({
  method: 'get',
  path: '/registration-confirmations/{token}',
  tags,
  summary: 'Which registration a confirmation link is for. Changes nothing',
  request: { params: z.object({ token: z.string().max(100) }) },
  responses: {
    200: json(toConfirm, 'The registration, and what was filled in'),
    ...refusals('code-expired'),
  },
});

/** For anyone: asking for a place, and making it certain with what the mail holds. */
export const booking = (deps: Deps, auth: Auth, create: () => OpenAPIHono<Env>) => {
  const crowd = createCrowd(deps);
  return create()
    .openapi(registerRoute, async (c) => {
      const { id: sessionId } = c.req.valid('param');
      const now = c.get('now');
      const actor = c.get('actor');
      const once = c.get('once');
      const locale = c.req.valid('json').locale ?? localeOf(c);
      const input = { ...c.req.valid('json'), locale };
      if (input.kvkNumber) {
        await findBusiness(deps, input.kvkNumber, placeOf(actor, c.get('client'), input.email), now);
      }
      if (actor.kind === 'anonymous' && !input.alsoWaitFor?.length && !input.insteadOf) {
        const answer = await crowd(sessionId, { input, now, asked: once.asked });
        if (answer) return c.json(answer, 201);
      }
      return once(actor, async (work) =>
        c.json(toPlaced(await register(work, sessionId, input), locale), 201),
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
      await findBusinessOf(deps, registrationId, now);
      const confirmed: { accountId?: string } = {};
      const confirming = c.get('once')(c.get('actor'), async (work) => {
        const { accountId } = await confirm(work, challenge);
        // The code of a booking proves an address. Who works here signs in for that.
        if (!(await isStaff(work.tx, accountId))) confirmed.accountId = accountId;
        return c.json(await describeOne(work.tx, registrationId, localeOf(c), now), 200);
      });
      const answer = await confirming.catch(async (error: unknown) => {
        if (isIncurable(error)) await c.get('write')(c.get('actor'), (work) => giveBack(work, challenge));
        throw error;
      });
      if (confirmed.accountId) await signInWith(answer, auth, confirmed.accountId, c.req.raw);
      return answer;
    })
    .openapi(challengeRoute, async (c) => {
      const now = c.get('now');
      const challenge = await challengeOfLink(deps, c.req.valid('param').token, now);
      return c.json(await describeToConfirm(deps.db, challenge.registrationId, localeOf(c), now), 200);
    });
};
