import { createMiddleware } from 'hono/factory';

export const API_VERSION = '1.0.0';

/** What NL API Design Rules 2.2 ask of every answer, errors included. */
export const headers = createMiddleware(async (c, next) => {
  await next();
  const set = (name: string, value: string) => c.res.headers.set(name, value);
  set('api-version', API_VERSION);
  // Only a picture may be kept: under its name there is never another.
  if (!c.res.headers.has('cache-control')) set('cache-control', 'no-store');
  set(
    'content-security-policy',
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  );
  set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  set('x-content-type-options', 'nosniff');
  set('x-frame-options', 'DENY');
  set('referrer-policy', 'no-referrer');
});
