import { astro, getFetchState } from 'astro/hono';
import type { Context } from 'hono';
import { paths } from '../api/language/paths.ts';
import type { Failure } from './client.ts';

/** The page that says that the site is away or that something broke, in place of the one that could not be made. */
export async function showFailure(c: Context, locals: App.Locals, failure: Failure) {
  c.req.raw = new Request(new URL(paths.away(), c.req.url));
  c.set('fetchState', undefined);
  Object.assign(getFetchState(c).locals, { ...locals, failure });
  const page = await astro()(c, async () => {});
  // Emptied first: headers of the other page stay otherwise.
  c.res = undefined;
  c.res = page!;
  c.res.headers.set('cache-control', 'no-store');
}
