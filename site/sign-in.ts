import { covers } from '../api/http/duties.rules.ts';
import { paths } from '../api/language/paths.ts';
import type { Duty } from '../api/language/vocabularies.ts';
import type { AstroGlobal } from 'astro';
import type { Me } from './client.ts';
import { formValues } from './forms.ts';
import { href, type Locale } from './links.ts';

/** A path on this site to return to after signing in. Anything that could lead elsewhere is dropped. */
export function safeReturn(given: string | null | undefined): string | null {
  const isOwnPath = given && /^\/(?![/\\])[!-[\]-~]*$/.test(given);
  return isOwnPath && !/^\/(inloggen|uitloggen)\b/.test(given) ? given : null;
}

/** Where someone's work is: the desk of the role, or the own registrations. */
export function deskOf(me: { roles: Pick<Me['roles'][number], 'role'>[] }): string {
  const roles = new Set(me.roles.map(({ role }) => role));
  if (roles.has('municipality')) return paths.municipality.desk();
  if (roles.has('organisation')) return paths.organisation.desk();
  return roles.has('operator') ? paths.operator.desk() : paths.mine.registrations();
}

/** The sign-in page, with the way back to `here`. */
export const signInPath = (locale: Locale, here: URL) =>
  withReturn(href(locale, paths.signIn()), here.pathname + here.search);

/**
 * Who works at a desk. A Response is the answer for who must sign in first; null is for who works elsewhere: the page
 * shows NoAccess, the status is set.
 */
export function staffOf(
  desk: Me['roles'][number]['role'],
  { locals, url, response }: Pick<AstroGlobal, 'locals' | 'url' | 'response'>,
) {
  const { locale, me } = locals;
  if (!me) return new Response(null, { status: 303, headers: { Location: signInPath(locale, url) } });
  if (me.roles.some(({ role }) => role === desk)) return me;
  response.status = 403;
  return null;
}

/** Whether someone may do what `needed` may at one of these municipalities or organisations. */
export const mayDo = (me: Me | null, needed: Duty, ...at: { id: string }[]) =>
  me?.roles.some(({ duty, organisation, municipality }) => {
    const workplace = organisation ?? municipality;
    return covers(duty, needed) && at.some(({ id }) => id === workplace?.id);
  }) ?? false;

/** What someone sent whose sign-in had ended, for `SignedOut` to keep; null when it had not, or nothing was sent. */
export async function typedWhileSignedOut({
  locals,
  request,
  response,
}: Pick<AstroGlobal, 'locals' | 'request' | 'response'>) {
  if (locals.me || request.method !== 'POST') return null;
  response.status = 401;
  return formValues(request);
}

export function withReturn(path: string, naar: string | null): string {
  if (naar === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}naar=${encodeURIComponent(naar)}`;
}
