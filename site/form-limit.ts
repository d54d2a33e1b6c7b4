import type { MiddlewareHandler } from 'hono';
import { paths } from '../api/language/paths.ts';
import { href, splitLocale } from './links.ts';

const MAX_BYTES = 1024 * 1024;
/** A form with a file: a picture, with some words beside it. */
const MAX_BYTES_WITH_FILE = 6 * 1024 * 1024;

/** Answers a form that is too large with a page that says so: read by a page, it would look like an empty form. */
export const formLimit: MiddlewareHandler = async (c, next) => {
  const { method, url, headers } = c.req.raw;
  const hasFile = /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '');
  const most = hasFile ? MAX_BYTES_WITH_FILE : MAX_BYTES;
  if (method === 'POST' && Number(headers.get('content-length')) > most) {
    const { locale } = splitLocale(new URL(url).pathname);
    const cookie = headers.get('cookie') ?? '';
    c.req.raw = new Request(new URL(href(locale, paths.tooLarge()), url), { headers: { cookie } });
  }
  await next();
};
