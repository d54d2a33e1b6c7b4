import type { Context } from 'hono';
import { html } from 'hono/html';
import { paths } from '../api/language/paths.ts';
import type { ProblemCode } from '../api/http/problem.ts';
import { href, splitLocale } from './links.ts';
import { texts } from './texts/index.ts';

/** What someone sees when no page can be made: the words, and a way on. */
export function refusal(c: Context, code: ProblemCode, status: 403 | 500 | 503) {
  const { locale } = splitLocale(new URL(c.req.url).pathname);
  const { problems: words, about } = texts(locale);
  const { title, text } = words.of(code);
  return c.html(
    html`<!doctype html>
      <html lang="${locale}">
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <h1>${title}</h1>
        <p>${text}</p>
        <p><a href="${href(locale, paths.home())}">${about.notFound.home}</a></p>
      </html>`,
    status,
    { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '5' }) },
  );
}
