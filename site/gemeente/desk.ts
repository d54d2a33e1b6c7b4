import type { AstroGlobal } from 'astro';
import { signInPath } from '../sign-in.ts';
import { isMunicipal, ownProgrammes, type Programme } from '../show/programme/programme.ts';
import { notFound } from '../answers.ts';

const paths = {
  quarter: '',
  calendar: 'kalenderkwartalen',
  signals: 'signalen',
  measures: 'maatregelen',
  money: 'geld',
  aid: 'staatssteun',
  reviews: 'beoordelingen',
  rules: 'regels',
  products: 'producten',
  settings: 'instellingen',
  history: 'geschiedenis',
};
const quarterPaths = {
  report: '',
  compare: '/vergelijken',
  evaluation: '/evaluatie',
  access: '/openstelling',
  settlement: '/afrekening',
};

export type DeskPage = keyof typeof paths;
export type QuarterPage = keyof typeof quarterPaths;

/** The menu of a programme's desk; `quarter` is the report of the quarter that runs. */
export const deskMenu: { group: 'account' | 'steer' | 'money' | 'payer' | 'programme'; pages: DeskPage[] }[] =
  [
    { group: 'account', pages: ['quarter', 'calendar'] },
    { group: 'steer', pages: ['signals', 'measures'] },
    { group: 'money', pages: ['money', 'aid'] },
    { group: 'payer', pages: ['reviews', 'rules', 'products'] },
    { group: 'programme', pages: ['settings', 'history'] },
  ];
/** The pages about one quarter, as tabs. */
export const quarterTabs: QuarterPage[] = ['report', 'compare', 'evaluation', 'access', 'settlement'];

export const deskPath = ({ slug }: Programme, page: DeskPage) => `/gemeente/${slug}/${paths[page]}`;
export const quarterPath = ({ slug }: Programme, ordinal: number, page: QuarterPage = 'report') =>
  `/gemeente/${slug}/${ordinal}${quarterPaths[page]}`;

/**
 * Who works at the desk of the programme in the address. A Response is the answer (not signed in, no such programme); null
 * is for anyone who is not municipal staff: the page shows NoAccess, the status is set.
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
  if (!programme) return notFound();
  return { programmes, programme };
}
