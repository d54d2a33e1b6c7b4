import type { AstroGlobal } from 'astro';
import { duties } from '../../../api/language/vocabularies.ts';
import { mustHave, notFound } from '../../answers.ts';
import type { Client } from '../../client.ts';
import { formValues, keyOf, problemOf, type Refused } from '../../forms.ts';
import { href, type Locale } from '../../links.ts';
import { staffOf } from '../../sign-in.ts';
import { texts } from '../../texts/index.ts';
import { choice } from '../../typed.ts';

type Values = Record<string, string>;
/** What each intent of a form did, as it stands in the address after it. */
const done = { invite: 'uitgenodigd', withdraw: 'ingetrokken', duty: 'rol', end: 'weg' } as const;
type Intent = keyof typeof done;

/** Carries out what a form about the people of a workplace asks: what was done, or what was wrong. */
export async function saveStaff(api: Client, values: Values, locale: Locale) {
  const intent = choice(values.intent, Object.keys(done) as Intent[], 'invite');
  const answer = await send(api, intent, values, locale);
  if (answer.ok) return { done: done[intent] };
  const refused: Refused = { values, ...(await problemOf(answer)) };
  return { status: answer.status, refused };
}

/** The workplace stands in the form: it stays the same one, whoever signed in since. */
function send(api: Client, intent: Intent, values: Values, locale: Locale) {
  const { workplace: id = '', accountId = '', invitation = '', email = '' } = values;
  const { staff, invitations } = api.workplaces[':id'];
  const duty = choice(values.duty, duties, 'door');
  switch (intent) {
    case 'invite':
      return invitations.$post({ param: { id }, header: keyOf(values), json: { email, duty, locale } });
    case 'withdraw':
      return invitations[':invitation'].$delete({ param: { id, invitation } });
    case 'duty':
      return staff[':accountId'].$put({ param: { id, accountId }, json: { duty } });
    case 'end':
      return staff[':accountId'].$delete({ param: { id, accountId } });
  }
}

export const readStaff = (api: Client, id: string) =>
  mustHave(api.workplaces[':id'].staff.$get({ param: { id } }));
export type StaffOfWorkplace = Exclude<Awaited<ReturnType<typeof readStaff>>, Response>;

type Shown = Pick<AstroGlobal, 'locals' | 'url' | 'request' | 'response'>;

/** The people of a workplace, and what was wrong with a form about them. A Response answers a form that was carried out. */
export async function showStaff(astro: Shown, id: string) {
  const { api, locale } = astro.locals;
  let refused: Refused | null = null;
  if (astro.request.method === 'POST') {
    const saved = await saveStaff(api, await formValues(astro.request), locale);
    if (saved.done) {
      const search = new URLSearchParams(astro.url.search);
      search.set('gedaan', saved.done);
      const Location = href(locale, `${astro.url.pathname}?${search}`);
      return new Response(null, { status: 303, headers: { Location } });
    }
    astro.response.status = saved.status;
    refused = saved.refused;
  }
  const staff = await readStaff(api, id);
  return staff instanceof Response ? staff : { staff, refused };
}

/**
 * The people of the workplace in the address (`bij`) or else of the first that the reader is an administrator of, with the
 * others: a municipality also lets people work for it as an organiser. Null is for who is an administrator of none; a
 * Response as with `showStaff`, for who must sign in, or the 404 for a workplace of others.
 */
export async function openStaff(astro: Shown, kind: 'organisation' | 'municipality') {
  const me = staffOf(kind, astro);
  if (me instanceof Response) return me;
  const { asOrganiser } = texts(astro.locals.locale).staff;
  const own = (me?.roles ?? []).flatMap(({ duty, organisation, municipality }) => {
    if (duty !== 'administrator') return [];
    if (kind === 'organisation') return organisation ?? [];
    if (!municipality) return [];
    const { id, name } = municipality.organisation;
    return [municipality, { id, name: asOrganiser(name) }];
  });
  const asked = astro.url.searchParams.get('bij');
  if (own.length === 0) {
    astro.response.status = 403;
    return null;
  }
  const here = asked === null ? own[0] : own.find(({ id }) => id === asked);
  if (!here) return notFound();
  const shown = await showStaff(astro, here.id);
  if (shown instanceof Response) return shown;
  return { ...shown, others: own.filter(({ id }) => id !== here.id) };
}
