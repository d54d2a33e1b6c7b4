import type { Context } from 'hono';
import { Problem, problemResponse } from './problem.ts';

type Route = { method: string; path: string };

/** 405 with Allow where the path exists with another method, 404 elsewhere. */
export const unknownRoute = (routes: () => Route[]) => (c: Context) => {
  const allowed = routes()
    .filter((route) => route.method !== 'ALL' && pattern(route.path).test(c.req.path))
    .map((route) => route.method);
  if (allowed.length === 0 || allowed.includes(c.req.method))
    return problemResponse(new Problem('not-found'));
  const allow = [...new Set(allowed)].join(', ');
  return problemResponse(new Problem('method-not-allowed', { headers: { allow } }));
};

const pattern = (path: string) => new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`);
