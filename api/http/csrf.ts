import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

/**
 * Refuses writes that another site makes in a visitor's browser: in the visitor's name, or to sign the visitor in as
 * someone else. Programs that are no browser send neither cookie nor Origin nor Sec-Fetch-Site, and need none.
 */
export function sameSiteOnly(publicUrl: string): MiddlewareHandler {
  const origin = new URL(publicUrl).origin;
  const guard = csrf({
    origin: (given, c) =>
      given === origin || (URL.canParse(given) && new URL(given).host === c.req.header('host')),
  });
  const ofBrowsers = ['cookie', 'origin', 'sec-fetch-site'];
  return (c, next) => (ofBrowsers.some((name) => c.req.header(name)) ? guard(c, next) : next());
}
