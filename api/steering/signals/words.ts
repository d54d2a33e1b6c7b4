import type { Locale } from '../../language/locale.ts';
import { count } from '../../language/numbers.ts';
import { groupWords, targetGroups } from '../../language/vocabularies.ts';
import type { Reading } from './rules.ts';
import { en } from './words-en.ts';
import { nl } from './words-nl.ts';

const isGroup = (subject: string | null): subject is (typeof targetGroups)[number] =>
  (targetGroups as readonly (string | null)[]).includes(subject);

/** A signal in words of level B1, with its figures as people write them. */
export function wordsOf({ kind, subject, figures, threshold }: Omit<Reading, 'level'>, locale: Locale) {
  const group = isGroup(subject) ? groupWords[locale][subject].many : subject;
  const said = { nl, en }[locale][kind]({ f: figures, t: threshold, group });
  return {
    ...said,
    figures: said.figures.map(([label, value]) => ({
      label,
      value: typeof value === 'number' ? count(value, locale) : value,
    })),
  };
}
