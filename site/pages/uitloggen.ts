import type { APIRoute } from 'astro';
import { paths } from '../../api/language/paths.ts';
import { href } from '../links.ts';

export const POST: APIRoute = async ({ locals, redirect }) => {
  await locals.api['auth-sessions'].current.$delete();
  return redirect(href(locals.locale, paths.home()), 303);
};
