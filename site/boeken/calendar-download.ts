import type { APIContext } from 'astro';
import { signInPath } from '../sign-in.ts';

/** The appointment as a file for the browser to save. `token` is that of the link in the mail. */
export async function calendarDownload({ locals, params, url, redirect }: APIContext, token?: string) {
  const { api, locale, me } = locals;
  if (token !== undefined && !/^[\w-]{43}$/.test(token)) return new Response(null, { status: 404 });
  const answer = await api.registrations[':id'].calendar.$get({
    param: { id: params.id ?? '' },
    header: { 'registration-token': token },
  });
  if (answer.ok) return answer;
  if (!me && !token) return redirect(signInPath(locale, url), 303);
  return new Response(null, { status: answer.status === 404 ? 404 : 500 });
}
