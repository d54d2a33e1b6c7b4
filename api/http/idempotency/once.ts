import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../../deps.ts';
import { inWork, type Work } from '../../unit-of-work/work.ts';
import type { AccountActor, Anonymous, Env } from '../actor.ts';
import { Problem } from '../problem.ts';
import { fieldErrors } from '../validation.ts';
import { type Asked, askedBy, claim, earlierAnswer, keepAnswer, type KeptAnswer } from './answers.ts';
import { keyHeader } from './schema.ts';

type Writes = <Who extends Anonymous | AccountActor, Answer extends Response>(
  actor: Who,
  write: (work: Work<Who>) => Promise<Answer>,
) => Promise<Answer>;

/**
 * Runs a write and makes its answer in one transaction, once for every Idempotency-Key: a repeated request gets the first
 * answer again. What is thrown rolls the key back too, so that a retry can succeed. `actor` is what the guard of the route
 * gave.
 */
export type Once = Writes & {
  /** The request as it is remembered, for who keeps its answer in a transaction of their own; null without a key. */
  asked: Asked | null;
};

/** Gives every POST its `once`, and answers at once what was answered before. */
export const idempotency = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const { secret } = deps.config;
    const now = c.get('now');
    c.set('write', (actor, write) => inWork(deps, { actor, now }, write));
    const key = keyOf(c);
    if (key === undefined) {
      const once: Writes = (actor, write) => inWork(deps, { actor, now }, write);
      c.set('once', Object.assign(once, { asked: null }));
      return next();
    }
    const by = c.get('actor');
    const request = [c.req.path, c.req.header('registration-token') ?? '', await c.req.text()];
    const asked = askedBy(secret, by.kind === 'account' ? by.account.id : null, key, request);
    const earlier = await earlierAnswer(deps.db, secret, asked, now);
    if (earlier) return again(c, earlier);

    const once: Writes = <Who extends Anonymous | AccountActor, Answer extends Response>(
      actor: Who,
      write: (work: Work<Who>) => Promise<Answer>,
    ) =>
      inWork(deps, { actor, now }, async (work) => {
        if (!(await claim(work, asked)))
          return again(c, (await earlierAnswer(work.tx, secret, asked, now))!) as Answer;
        const answer = await write(work);
        await keepAnswer(work, asked, { status: answer.status, body: await answer.clone().text() });
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
