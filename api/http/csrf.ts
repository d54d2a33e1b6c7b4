import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses writes that another site makes in a visitor's browser: in the visitor's name, or to sign the visitor in as
 * someone else. Programs that are no browser send neither cookie nor Origin nor Sec-Fetch-Site, and need none.
 */
export function sameSiteOnly(publicUrl: string): MiddlewareHandler {
  const origin = new URL(publicUrl).origin;
  const isOurs = (given: string, c: Context) =>
    given === origin || (URL.canParse(given) && new URL(given).host === c.req.header('host'));
  const guard = csrf({ origin: isOurs });
  const ofBrowsers = ['cookie', 'origin', 'sec-fetch-site'];
  return async (c, next) => {
    if (!ofBrowsers.some((name) => c.req.header(name))) return next();
    // The library looks at what a form can send; what a script sends from elsewhere is refused as well.
    const from = c.req.header('origin');
    const isWrite = !READING.includes(c.req.method);
    if (isWrite && from !== undefined && !isOurs(from, c)) throw new HTTPException(403);
    return guard(c, next);
  };
}
