import type { AstroGlobal } from 'astro';
import { mustHave, notFound } from '../../answers.ts';
import { mayDo, staffOf } from '../../sign-in.ts';

/**
 * The organisation in the address, for who works for its municipality, and whether they may decide who works for it. As
 * `staffOf`; a Response is also the 404 for an organisation elsewhere.
 */
export async function openOrganisation(astro: Pick<AstroGlobal, 'locals' | 'params' | 'url' | 'response'>) {
  const me = staffOf('municipality', astro);
  if (!me || me instanceof Response) return me;
  const listed = await mustHave(astro.locals.api.organisations.$get());
  if (listed instanceof Response) return listed;
  const organisation = listed.items.find(({ slug }) => slug === astro.params.slug);
  return organisation
    ? { organisation, mayLetIn: mayDo(me, 'administrator', organisation.municipality) }
    : notFound();
}
