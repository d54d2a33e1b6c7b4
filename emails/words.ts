import { money as amount } from '../api/language/amounts.ts';
import type { Locale, SessionFacts } from './facts.ts';
import { oneLine, shorten } from './safe.ts';
import { longDate, shortDateTime, timeRange } from '../api/language/dates.ts';
import { kindWords } from '../api/language/vocabularies.ts';

/** What a portal with demo data says of itself. */
export const demoWords = {
  nl: {
    mark: 'Voorbeeld',
    sentence: 'Dit is een voorbeeld: bijeenkomsten, mensen en cijfers zijn verzonnen.',
  },
  en: { mark: 'Example', sentence: 'This is an example: sessions, people and figures are invented.' },
};

const firstWord = (value: string) => value.toLowerCase().split(' ')[0]!;

/** The kind and the title, without saying the kind twice: `Workshop Sterker online`. Titles are Dutch in every language. */
export function sessionName({ kind, title }: Pick<SessionFacts, 'kind' | 'title'>, locale: Locale) {
  const word = kindWords[locale][kind];
  const plain = oneLine(title);
  const saysKind = [word, kindWords.nl[kind]].some((one) => plain.toLowerCase().startsWith(firstWord(one)));
  return saysKind ? plain : `${word} ${plain}`;
}

/** `Workshop Sterker online, di 2 februari 2027, 19.30 uur`. A long title never pushes out the date. */
export const subjectOf = (session: SessionFacts, locale: Locale) =>
  `${shorten(sessionName(session, locale), 110)}, ${shortDateTime(session.startsAt, locale)}`;

/** The date and the times of a session, as two lines. */
export const linesOfTime = (
  { startsAt, endsAt }: Pick<SessionFacts, 'startsAt' | 'endsAt'>,
  locale: Locale,
) => [longDate(startsAt, locale), timeRange(startsAt, endsAt, locale)];

/** € 45 or € 45,50, with a plain space: the text of a mail is broken into lines by others. */
export const money = (cents: number, locale: Locale) => amount(cents, locale).replace(/\s/g, ' ');

/** `de gemeente Amstelveen`, however the name was entered. */
export function municipalityName(name: string, locale: Locale) {
  const bare = oneLine(name).replace(/^gemeente /i, '');
  return locale === 'nl' ? `de gemeente ${bare}` : `the municipality of ${bare}`;
}

export const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
export const uncapital = (value: string) => value.charAt(0).toLowerCase() + value.slice(1);
