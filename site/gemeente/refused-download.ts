import type { APIContext } from 'astro';
import { signInPath } from '../sign-in.ts';

/** What someone gets who asks for a file that is not theirs: the way to sign in, or nothing to be found. */
export const refusedDownload =
  ({ locals, url, redirect }: APIContext) =>
  ({ status }: { status: number }) => {
    if (status === 401) return redirect(signInPath(locals.locale, url), 303);
    return new Response(null, { status: status === 403 ? 403 : 404 });
  };
