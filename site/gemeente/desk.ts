import type { AstroGlobal } from 'astro';
import { signInPath } from '../sign-in.ts';
import { isMunicipal, ownProgrammes } from '../show/programme/programme.ts';

/** The menu of a programme's desk; `quarter` is the report of the quarter that runs. */
export const deskMenu = [
  { group: 'account', pages: ['quarter', 'calendar'] },
  { group: 'steer', pages: ['signals', 'measures'] },
  { group: 'money', pages: ['money', 'aid'] },
  { group: 'payer', pages: ['reviews', 'rules', 'products'] },
  { group: 'programme', pages: ['settings', 'history'] },
] as const;
/** The pages about one quarter, as tabs. */
export const quarterTabs = ['report', 'compare', 'evaluation', 'access', 'settlement'] as const;

export type DeskPage = (typeof deskMenu)[number]['pages'][number];
export type QuarterPage = (typeof quarterTabs)[number];

/**
 * Who works at the desk of the programme in the address. A Response is the answer (not signed in, no such programme); null
 * is for who is no municipal staff: the page shows NoAccess, the status is set.
 */
export async function openDesk(astro: Pick<AstroGlobal, 'locals' | 'params' | 'url' | 'response'>) {
  const { locale, api, me } = astro.locals;
  if (!me) {
    return new Response(null, { status: 303, headers: { Location: signInPath(locale, astro.url) } });
  }
  if (!isMunicipal(me)) {
    astro.response.status = 403;
    return null;
  }
  const programmes = await ownProgrammes(api, me);
  const programme = programmes.find(({ slug }) => slug === astro.params.programma);
  if (!programme) return new Response(null, { status: 404 });
  return { programmes, programme };
}
