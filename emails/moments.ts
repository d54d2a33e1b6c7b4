import { DateTime } from 'luxon';
import type { Locale } from './facts.ts';

export const ZONE = 'Europe/Amsterdam';
const tag = { nl: 'nl-NL', en: 'en-GB' } as const;

export const local = (moment: Date) => DateTime.fromJSDate(moment, { zone: ZONE });
const at = (moment: Date, locale: Locale) => local(moment).setLocale(tag[locale]);

/** 19.30 uur, or 19:30 */
export const clockTime = (moment: Date, locale: Locale) =>
  at(moment, locale).toFormat(locale === 'nl' ? "HH.mm 'uur'" : 'HH:mm');

/** dinsdag 2 februari 2027 */
export const longDate = (moment: Date, locale: Locale) => at(moment, locale).toFormat('cccc d LLLL yyyy');

/** di 2 februari 2027, 19.30 uur */
export const subjectMoment = (moment: Date, locale: Locale) =>
  `${at(moment, locale).toFormat('ccc').replace('.', '')} ${at(moment, locale).toFormat('d LLLL yyyy')}, ${clockTime(moment, locale)}`;

/** dinsdag 2 februari 2027 om 19.30 uur */
export const longMoment = (moment: Date, locale: Locale) =>
  `${longDate(moment, locale)} ${locale === 'nl' ? 'om' : 'at'} ${clockTime(moment, locale)}`;

/** Date and times as two lines: the second is `19.30 tot 21.30 uur`. */
export function period(startsAt: Date, endsAt: Date, locale: Locale) {
  const from = at(startsAt, locale).toFormat(locale === 'nl' ? 'HH.mm' : 'HH:mm');
  const sameDay = local(startsAt).hasSame(local(endsAt), 'day');
  const until = sameDay ? clockTime(endsAt, locale) : longMoment(endsAt, locale);
  return [longDate(startsAt, locale), `${from} ${locale === 'nl' ? 'tot' : 'to'} ${until}`];
}

/** maandag 1 februari */
export const dayAndMonth = (moment: Date, locale: Locale) => at(moment, locale).toFormat('cccc d LLLL');
