import { createHash } from 'node:crypto';
import type { APIContext } from 'astro';
import { notFound } from '../../answers.ts';

const MINUTES = 60;

/**
 * A calendar to subscribe to, from a file of the API. Programs ask for it every hour: what did not change is not sent
 * again. A personal one is asked for anew every time, so that it ends the moment it is revoked.
 */
export async function calendarFeed(
  { request, locals }: APIContext,
  answer: Response | null,
  { personal = false, save = false }: { personal?: boolean; save?: boolean } = {},
) {
  if (!answer) return notFound();
  const text = await answer.text();
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  // An answer to who is signed in may carry a new cookie, which no cache may keep for others.
  const isPrivate = personal || locals.me !== null;
  const headers = {
    etag,
    'cache-control': isPrivate ? 'private, no-cache' : `public, max-age=${15 * MINUTES}`,
    'x-robots-tag': 'noindex',
    ...(personal && { 'referrer-policy': 'no-referrer' }),
  };
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `${save ? 'attachment' : 'inline'}; filename="opkoers.ics"`,
    },
  });
}

/** If-None-Match compares weakly: a cache on the way may have marked the tag so (RFC 9110, 13.1.2). */
const isKnown = (given: string | null, etag: string) =>
  given !== null &&
  (given.trim() === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
