import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Tx } from '../../../db/open.ts';
import type { Env } from '../actor.ts';
import type { Deps } from '../../deps.ts';
import { Problem } from '../problem.ts';
import { fieldErrors } from '../validation.ts';
import { type Asked, askedBy, claim, earlierAnswer, keepAnswer, type KeptAnswer } from './answers.ts';
import { keyHeader } from './schema.ts';

/**
 * Runs a write and makes its answer in one transaction, once for every Idempotency-Key: a repeated request gets the first
 * answer again. What is thrown rolls the key back too, so that a retry can succeed.
 */
export type Once = {
  <R extends Response>(write: (tx: Tx) => Promise<R>): Promise<R>;
  /** The request as it is remembered, for who keeps its answer in a transaction of their own; null without a key. */
  asked: Asked | null;
};

/** Gives every POST its `once`, and answers at once what was answered before. */
export const idempotency = ({ db, config: { secret } }: Pick<Deps, 'db' | 'config'>) =>
  createMiddleware<Env>(async (c, next) => {
    const key = keyOf(c);
    if (key === undefined) {
      const once = <R extends Response>(write: (tx: Tx) => Promise<R>) => db.transaction(write);
      c.set('once', Object.assign(once, { asked: null }));
      return next();
    }
    const now = c.get('now');
    const actor = c.get('actor');
    const request = [c.req.path, c.req.header('registration-token') ?? '', await c.req.text()];
    const asked = askedBy(secret, actor.kind === 'account' ? actor.account.id : null, key, request);
    const earlier = await earlierAnswer(db, secret, asked, now);
    if (earlier) return again(c, earlier);

    const once = <R extends Response>(write: (tx: Tx) => Promise<R>) =>
      db.transaction(async (tx) => {
        if (!(await claim(tx, asked, now)))
          return again(c, (await earlierAnswer(tx, secret, asked, now))!) as R;
        const answer = await write(tx);
        await keepAnswer(tx, secret, asked, { status: answer.status, body: await answer.clone().text() });
        return answer;
      });
    c.set('once', Object.assign(once, { asked }));
    return next();
  });

function keyOf(c: Context): string | undefined {
  if (c.req.method !== 'POST') return undefined;
  const parsed = keyHeader.safeParse({ 'Idempotency-Key': c.req.header('idempotency-key') });
  if (!parsed.success) throw new Problem('invalid-input', { invalidParams: fieldErrors(parsed.error) });
  return parsed.data['Idempotency-Key'];
}

/** Headers are not kept, so neither is a cookie: what is answered again signs nobody in. */
const again = (c: Context, { status, body }: KeptAnswer): Response =>
  c.body(body, status as ContentfulStatusCode, {
    'content-type': 'application/json',
    'idempotent-replayed': 'true',
  });
