import type { APIRoute } from 'astro';
import { href } from '../links.ts';

export const POST: APIRoute = async ({ locals, redirect }) => {
  await locals.api['auth-sessions'].current.$delete();
  return redirect(href(locals.locale, '/'), 303);
};
