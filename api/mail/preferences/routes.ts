import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { accounts } from '../../../db/schema/accounts.ts';
import { accountsOnly, type Env } from '../../http/actor.ts';
import { body, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import * as schema from './schema.ts';
import { setPreferences } from './set.ts';
import { readUnsubscribeToken, unsubscribe } from './unsubscribe.ts';

const tags = ['Voorkeuren'];

const getRoute = createRoute({
  method: 'get',
  path: '/me/preferences',
  tags,
  summary: 'Which mails I get, and in which language',
  middleware: accountsOnly,
  responses: { 200: json(schema.preferences, 'Preferences'), ...refusals('not-signed-in') },
});

const setRoute = createRoute({
  method: 'put',
  path: '/me/preferences',
  tags,
  summary: 'Choose which mails I get, and in which language',
  middleware: accountsOnly,
  request: { body: body(schema.preferences) },
  responses: {
    200: json(schema.preferences, 'Preferences'),
    ...refusals('invalid-input', 'malformed-json', 'not-signed-in'),
  },
});

const linkRoute = createRoute({
  method: 'get',
  path: '/mail-unsubscriptions/{token}',
  tags,
  summary: 'What the link in a mail turns off. Changes nothing',
  request: { params: z.object({ token: z.string().max(200) }) },
  responses: {
    200: json(schema.unsubscription, 'What it turns off'),
    ...refusals('invalid-input', 'not-found'),
  },
});

const endRoute = createRoute({
  method: 'post',
  path: '/mail-unsubscriptions',
  tags,
  summary: 'Turn off what the link in a mail is about, without signing in. Twice is the same as once',
  request: { headers: keyHeader, body: body(schema.unsubscribe) },
  responses: {
    200: json(schema.unsubscription, 'What was turned off'),
    ...refusals('invalid-input', 'malformed-json', 'not-found', 'idempotency-key-reused'),
  },
});

/** For everyone with an account, and for who holds the link of a mail. */
export const preferences = ({ db, config }: Deps, create: () => OpenAPIHono<Env>) =>
  create()
    .openapi(getRoute, async (c) => {
      const [found] = await db
        .select({ locale: accounts.locale, reminders: accounts.reminders, digest: accounts.digest })
        .from(accounts)
        .where(eq(accounts.id, c.get('account').account.id));
      return c.json(found!, 200);
    })
    .openapi(setRoute, async (c) => {
      const input = c.req.valid('json');
      const set = await c.get('write')(c.get('account'), (work) => setPreferences(work, input));
      return c.json(set, 200);
    })
    .openapi(linkRoute, (c) => {
      const { list } = readUnsubscribeToken(config.secret, c.req.valid('param').token);
      return c.json({ list }, 200);
    })
    .openapi(endRoute, (c) => {
      const { token } = c.req.valid('json');
      return c.get('once')(c.get('actor'), async (work) => c.json(await unsubscribe(work, token), 200));
    });
