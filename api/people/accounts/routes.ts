import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import { challenges } from '../../../db/schema/challenges.ts';
import { type Account, accountsOnly, type Env } from '../../http/actor.ts';
import { body, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { anonymous, inWork } from '../../unit-of-work/work.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { type Auth, signInWith } from './auth.ts';
import { checkCode, countAttempt, findByToken } from './challenge.ts';
import { describeMe } from './queries.ts';
import { me, signIn, signInAnswer, signInAsked } from './schema.ts';
import { askSignIn, completeSignIn } from './sign-in.ts';

const tags = ['Inloggen'];

const askRoute = createRoute({
  method: 'post',
  path: '/sign-ins',
  tags,
  summary: 'Ask for a link and a code by mail',
  request: { headers: keyHeader, body: body(signIn) },
  responses: {
    201: json(signInAsked, 'A mail is on its way'),
    ...refusals(
      'invalid-input',
      'malformed-json',
      'unsupported-media-type',
      'too-many-attempts',
      'idempotency-key-reused',
    ),
  },
});

const answerRoute = createRoute({
  method: 'post',
  path: '/auth-sessions',
  tags,
  summary: 'Sign in with the code or the link. Sets a cookie',
  request: { headers: keyHeader, body: body(signInAnswer) },
  responses: {
    201: json(me, 'Signed in'),
    ...refusals('invalid-input', 'code-wrong', 'code-expired', 'idempotency-key-reused'),
  },
});

const outRoute = createRoute({
  method: 'delete',
  path: '/auth-sessions/current',
  tags,
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out' } },
});

const meRoute = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: 'Who is signed in, and for which organisations',
  middleware: accountsOnly,
  responses: { 200: json(me, 'The account'), ...refusals('not-signed-in') },
});

export const accounts = (deps: Deps, auth: Auth, create: () => OpenAPIHono<Env>) => {
  const { db, config } = deps;

  async function challengeOfCode(id: string, code: string, now: Date) {
    const which = and(eq(challenges.id, id), eq(challenges.purpose, 'signIn'));
    const open = await inWork(deps, { actor: anonymous, now }, (work) => countAttempt(work, which));
    return checkCode(config.secret, open, code);
  }

  return create()
    .openapi(askRoute, async (c) => {
      const input = c.req.valid('json');
      const locale = input.locale ?? localeOf(c);
      return c.get('once')(c.get('actor'), async (work) => {
        const asked = await askSignIn(work, { ...input, locale });
        return c.json({ id: asked.id, expiresAt: asked.expiresAt.toISOString() }, 201);
      });
    })
    .openapi(answerRoute, async (c) => {
      const now = c.get('now');
      const given = c.req.valid('json');
      const challenge = given.token
        ? await c.get('write')(c.get('actor'), (work) => findByToken(work, 'signIn', given.token!))
        : await challengeOfCode(given.id!, given.code!, now);
      const signedIn: { account?: Account } = {};
      const answer = await c.get('once')(c.get('actor'), async (work) => {
        signedIn.account = await completeSignIn(work, challenge, localeOf(c));
        return c.json(await describeMe(work.tx, signedIn.account), 201);
      });
      if (signedIn.account) await signInWith(answer, auth, signedIn.account.id, c.req.raw);
      return answer;
    })
    .openapi(outRoute, async (c) => {
      const cookie = auth.readSessionCookie(c.req.header('cookie') ?? '');
      if (cookie) await auth.invalidateSession(cookie);
      c.header('set-cookie', auth.createBlankSessionCookie().serialize(), { append: true });
      return c.body(null, 204);
    })
    .openapi(meRoute, async (c) => c.json(await describeMe(db, c.get('account').account), 200));
};
