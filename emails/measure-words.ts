import type { Locale, MeasureFacts } from './facts.ts';
import { money } from './words.ts';

type Facts = { measure: MeasureFacts['measure']; quarter: number; ceilingCents: number | null };

/** What a measure changes, in one or two sentences. The amount is in cents, ex VAT. */
export function describeMeasure({ measure, quarter, ceilingCents }: Facts, locale: Locale): string {
  const amount = ceilingCents === null ? '' : money(ceilingCents, locale);
  const words = {
    nl: {
      reduceContribution: `De bijdrage voor kwartaal ${quarter} is nog hoogstens ${amount}, exclusief btw. Wat eerder is toegezegd, blijft staan.`,
      pause: `De gemeente zegt voor kwartaal ${quarter} geen nieuw geld toe. Wat eerder is toegezegd, blijft staan.`,
      coSteer: `De gemeente stuurt mee in de communicatie en de inhoud van kwartaal ${quarter}.`,
      scaleDown: `Vanaf kwartaal ${quarter} komen er minder bijeenkomsten.`,
      stop: 'De gemeente zegt in dit programma geen nieuw geld meer toe. Wat eerder is toegezegd, blijft staan.',
    },
    en: {
      reduceContribution: `The contribution for quarter ${quarter} is at most ${amount} from now on, ex VAT. What was promised before stays.`,
      pause: `The municipality promises no new money for quarter ${quarter}. What was promised before stays.`,
      coSteer: `The municipality steers along in the communication and the content of quarter ${quarter}.`,
      scaleDown: `From quarter ${quarter} on there will be fewer sessions.`,
      stop: 'The municipality promises no new money in this programme any more. What was promised before stays.',
    },
  };
  return words[locale][measure];
}
