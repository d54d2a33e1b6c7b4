import { astro, getFetchState } from 'astro/hono';
import type { Context } from 'hono';
import { paths } from '../api/language/paths.ts';

/** The page that says that the site is away, in place of the one that could not be made. */
export async function showAway(c: Context, locals: App.Locals) {
  c.req.raw = new Request(new URL(paths.away(), c.req.url));
  c.set('fetchState', undefined);
  Object.assign(getFetchState(c).locals, { ...locals, away: true });
  const page = await astro()(c, async () => {});
  // Emptied first: headers of the other page stay otherwise.
  c.res = undefined;
  c.res = page!;
  c.res.headers.set('cache-control', 'no-store');
}
