import type { MiddlewareHandler } from 'hono';
import { paths } from '../api/language/paths.ts';
import { href, splitLocale } from './links.ts';

const MAX_BYTES = 1024 * 1024;

/** Answers a form that is too large with a page that says so: read by a page, it would look like an empty form. */
export const formLimit: MiddlewareHandler = async (c, next) => {
  const { method, url, headers } = c.req.raw;
  if (method === 'POST' && Number(headers.get('content-length')) > MAX_BYTES) {
    const { locale } = splitLocale(new URL(url).pathname);
    const cookie = headers.get('cookie') ?? '';
    c.req.raw = new Request(new URL(href(locale, paths.tooLarge()), url), { headers: { cookie } });
  }
  await next();
};
