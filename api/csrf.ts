import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

/**
 * Refuses writes that another site makes in a visitor's name. Without a cookie there is no name to borrow, so programs
 * that send none need no Origin either.
 */
export function sameSiteOnly(publicUrl: string): MiddlewareHandler {
  const origin = new URL(publicUrl).origin;
  const guard = csrf({
    origin: (given, c) =>
      given === origin || (URL.canParse(given) && new URL(given).host === c.req.header('host')),
  });
  return (c, next) => (c.req.header('cookie') ? guard(c, next) : next());
}
