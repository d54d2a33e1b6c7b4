import type { AstroGlobal } from 'astro';
import type { MunicipalityDuty } from '../../api/http/duties.rules.ts';
import { mayHave, notFound } from '../answers.ts';
import { mayDo, staffOf } from '../sign-in.ts';
import { ownProgrammes } from './programmes.ts';

/** The menu of a programme's desk; `quarter` is the report of the quarter that runs. */
export const deskMenu = [
  { group: 'account', pages: ['quarter', 'calendar'] },
  { group: 'steer', pages: ['signals', 'measures'] },
  { group: 'money', pages: ['phases', 'money', 'aid'] },
  { group: 'payer', pages: ['reviews', 'rules', 'products'] },
  { group: 'programme', pages: ['settings', 'history'] },
] as const;
/** The pages about one quarter, as tabs. */
export const quarterTabs = ['report', 'compare', 'evaluation', 'access', 'settlement'] as const;

export type DeskPage = (typeof deskMenu)[number]['pages'][number];
export type QuarterPage = (typeof quarterTabs)[number];

/**
 * Who works at the desk of the programme in the address and may do what `needed` may, as `staffOf`; 404 when it is not
 * theirs. A draft comes with what it lacks.
 */
export async function openDesk(
  astro: Pick<AstroGlobal, 'locals' | 'params' | 'url' | 'response'>,
  needed: MunicipalityDuty = 'reader',
) {
  const me = staffOf('municipality', astro);
  if (!me || me instanceof Response) return me;
  const programmes = await ownProgrammes(astro.locals.api, me);
  const programme = programmes.find(({ slug }) => slug === astro.params.programma);
  if (!programme) return notFound();
  if (!mayDo(me, needed, programme.municipality)) {
    astro.response.status = 403;
    return null;
  }
  const param = { id: programme.slug };
  const opening =
    programme.status === 'draft'
      ? await mayHave(astro.locals.api.programmes[':id'].opening.$get({ param }))
      : null;
  return { programmes, programme, opening };
}
