import { createMiddleware } from 'hono/factory';
import type { Env } from './actor.ts';
import { Problem } from './problem.ts';
import { isTooDeep, notStorable } from './storable.ts';

/** What the front door tells of a request besides the request itself. */
type FromDoor = { client?: string | undefined } | undefined;

/** Asks the clock once, and refuses what no route could do something with. */
export const receive = (clock: () => Date) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('now', clock());
    c.set('client', (c.env as FromDoor)?.client);
    // PostgreSQL has no text with a NUL in it, so nothing can be found there.
    if (c.req.url.includes('%00')) throw new Problem('not-found');
    const type = c.req.header('content-type');
    const hasBody = Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding');
    if (type === undefined ? hasBody : !/^application\/json\b/i.test(type)) {
      throw new Problem('unsupported-media-type');
    }
    const body = type === undefined ? '' : await c.req.text().catch(refuseHalf);
    if (isTooDeep(body)) throw new Problem('malformed-json');
    const invalidParams = notStorable(body);
    if (invalidParams.length > 0) throw new Problem('invalid-input', { invalidParams });
    await next();
  });

/** Who stopped sending halfway hears nothing any more; it is no fault of ours, and none of the database. */
export const refuseHalf = (error: unknown): never => {
  throw error instanceof Problem ? error : new Problem('malformed-json');
};
