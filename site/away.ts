import { astro, getFetchState } from 'astro/hono';
import type { Context } from 'hono';

/** Whether a page made while the API was away may be shown: a form that was sent and is done, or that says so itself. */
export const mayShow = ({ req, res }: Context) =>
  req.method === 'POST' && (res.status === 303 || res.status === 503);

/** Puts the page that says that the site is away in place of one made of half the answers. */
export async function showAway(c: Context, locals: App.Locals) {
  c.req.raw = new Request(new URL('/even-niet', c.req.url));
  c.set('fetchState', undefined);
  Object.assign(getFetchState(c).locals, { ...locals, away: true });
  const page = await astro()(c, async () => {});
  // Emptied first: headers of the other page stay otherwise.
  c.res = undefined;
  c.res = page!;
  c.res.headers.set('cache-control', 'no-store');
}
