import type { Locale, SessionFacts } from './facts.ts';
import { oneLine, shorten } from './safe.ts';
import { subjectMoment } from './moments.ts';

const kinds = {
  nl: {
    coaching: 'Coachingsessie',
    knowledge: 'Kennissessie',
    workshop: 'Workshop',
    inspiration: 'Inspiratiesessie',
    network: 'Netwerkbijeenkomst',
    oneOnOne: '1-op-1 werksessie',
  },
  en: {
    coaching: 'Coaching session',
    knowledge: 'Knowledge session',
    workshop: 'Workshop',
    inspiration: 'Inspiration session',
    network: 'Network meeting',
    oneOnOne: 'One-to-one work session',
  },
} satisfies Record<Locale, Record<SessionFacts['kind'], string>>;

const firstWord = (value: string) => value.toLowerCase().split(' ')[0]!;

/** The kind and the title, without saying the kind twice: `Workshop Sterker online`. Titles are Dutch in every language. */
export function sessionName({ kind, title }: Pick<SessionFacts, 'kind' | 'title'>, locale: Locale) {
  const word = kinds[locale][kind];
  const plain = oneLine(title);
  const saysKind = [word, kinds.nl[kind]].some((one) => plain.toLowerCase().startsWith(firstWord(one)));
  return saysKind ? plain : `${word} ${plain}`;
}

/** `Workshop Sterker online, di 2 februari 2027, 19.30 uur`. A long title never pushes out the date. */
export const subjectOf = (session: SessionFacts, locale: Locale) =>
  `${shorten(sessionName(session, locale), 110)}, ${subjectMoment(session.startsAt, locale)}`;

/** VAD, OA en KHN */
export const list = (items: string[], locale: Locale) =>
  new Intl.ListFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { style: 'long', type: 'conjunction' }).format(
    items,
  );

/** € 45 or € 45,50 */
export const money = (cents: number, locale: Locale) =>
  new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  })
    .format(cents / 100)
    .replace(/\s/g, ' ');

/** `de gemeente Amstelveen`, however the name was entered. */
export function municipalityName(name: string, locale: Locale) {
  const bare = oneLine(name).replace(/^gemeente /i, '');
  return locale === 'nl' ? `de gemeente ${bare}` : `the municipality of ${bare}`;
}

export const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
export const uncapital = (value: string) => value.charAt(0).toLowerCase() + value.slice(1);
