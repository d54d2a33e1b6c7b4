import type { Reading } from './rules.ts';
import { en } from './words-en.ts';
import { nl } from './words-nl.ts';

type Locale = 'nl' | 'en';

const groups = {
  nl: {
    knowledgeAndCoaching: 'kennis- en coachingsessies',
    inspiration: 'inspiratiesessies',
    network: 'netwerkbijeenkomsten',
  },
  en: {
    knowledgeAndCoaching: 'knowledge and coaching sessions',
    inspiration: 'inspiration sessions',
    network: 'network meetings',
  },
};
const thousands = { nl: '.', en: ',' };

/** A signal in words of level B1, with its figures as people write them. */
export function wordsOf({ kind, subject, figures, threshold }: Omit<Reading, 'level'>, locale: Locale) {
  const group = groups[locale][subject as keyof (typeof groups)['nl']] ?? subject;
  const said = { nl, en }[locale][kind]({ f: figures, t: threshold, group });
  return {
    ...said,
    figures: said.figures.map(([label, value]) => ({
      label,
      value: String(value).replace(/\B(?=(?:\d{3})+$)/g, typeof value === 'number' ? thousands[locale] : ''),
    })),
  };
}
