import type { APIContext } from 'astro';
import { signInPath } from '../sign-in.ts';
import { fileFrom, notFound } from '../answers.ts';

/** The appointment as a file for the browser to save. `token` is that of the link in the mail. */
export async function calendarDownload({ locals, params, url, redirect }: APIContext, token?: string) {
  const { api, locale, me } = locals;
  if (token !== undefined && !/^[\w-]{43}$/.test(token)) return notFound();
  const appointment = await fileFrom(
    api.registrations[':id'].calendar.$get({
      param: { id: params.id ?? '' },
      header: { 'registration-token': token },
    }),
  );
  if (appointment) return appointment;
  if (!me && !token) return redirect(signInPath(locale, url), 303);
  return notFound();
}
