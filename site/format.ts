import { DateTime } from 'luxon';
import type { Locale } from './links.ts';

const zone = 'Europe/Amsterdam';
const tag = { nl: 'nl-NL', en: 'en-GB' } as const;

const at = (iso: string, locale: Locale) => DateTime.fromISO(iso, { zone }).setLocale(tag[locale]);
const bare = (text: string) => text.replace('.', '');

/** The three lines of a date block: di / 14 / jan. */
export function dateParts(iso: string, locale: Locale) {
  const date = at(iso, locale);
  return { weekday: bare(date.toFormat('ccc')), day: date.toFormat('d'), month: bare(date.toFormat('LLL')) };
}

/** dinsdag 14 januari 2027 */
export const longDate = (iso: string, locale: Locale) => at(iso, locale).toFormat('cccc d LLLL yyyy');

/** di 14 jan; the year is added when it is not the year of `now`. */
export function shortDate(iso: string, locale: Locale, now?: string) {
  const date = at(iso, locale);
  const year = now && at(now, locale).year !== date.year ? ` ${date.year}` : '';
  const { weekday, day, month } = dateParts(iso, locale);
  return `${weekday} ${day} ${month}${year}`;
}

/** 14 januari 2027 */
export const plainDate = (iso: string, locale: Locale) => at(iso, locale).toFormat('d LLLL yyyy');

/** 19.30 in Dutch, 19:30 in English. */
const time = (iso: string, locale: Locale) => at(iso, locale).toFormat(locale === 'nl' ? 'HH.mm' : 'HH:mm');

/** 19.30 tot 21.00 uur */
export function timeRange(startsAt: string, endsAt: string, locale: Locale) {
  const [from, until] = [time(startsAt, locale), time(endsAt, locale)];
  return locale === 'nl' ? `${from} tot ${until} uur` : `${from} to ${until}`;
}

/** dinsdag 14 januari 2027, 19.30 uur */
export const longDateTime = (iso: string, locale: Locale) =>
  `${longDate(iso, locale)}, ${time(iso, locale)}${locale === 'nl' ? ' uur' : ''}`;

/** januari 2027 */
export const monthName = (iso: string, locale: Locale) => at(iso, locale).toFormat('LLLL yyyy');

/** The ISO week of a moment as a sortable key (2027-W03), its number, and its days: 18 tot en met 24 januari. */
export function week(iso: string, locale: Locale) {
  const date = at(iso, locale);
  const [from, until] = [date.startOf('week'), date.endOf('week')];
  const start = from.toFormat(from.month === until.month ? 'd' : 'd LLLL');
  const join = locale === 'nl' ? 'tot en met' : 'to';
  return {
    key: date.toFormat("kkkk-'W'WW"),
    number: date.weekNumber,
    days: `${start} ${join} ${until.toFormat('d LLLL')}`,
  };
}

/** € 45 or € 45,50 */
export const money = (cents: number, locale: Locale) =>
  new Intl.NumberFormat(tag[locale], {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(cents / 100);

export const count = (value: number, locale: Locale) => new Intl.NumberFormat(tag[locale]).format(value);

/** 4,5 in Dutch, 4.5 in English; at most one decimal. */
export const decimal = (value: number, locale: Locale) =>
  new Intl.NumberFormat(tag[locale], { maximumFractionDigits: 1 }).format(value);

/** 31% from 0.31 */
export const percent = (share: number, locale: Locale) =>
  new Intl.NumberFormat(tag[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Gemeente Amstelveen, VAD en OA */
export const list = (items: string[], locale: Locale) =>
  new Intl.ListFormat(tag[locale], { style: 'long', type: 'conjunction' }).format(items);

/** The calendar date of a moment, as 2027-01-14. */
export const localDate = (iso: string) => at(iso, 'nl').toFormat('yyyy-MM-dd');

/** The time of a moment as a form holds it: 19:30. */
export const formTime = (iso: string) => at(iso, 'nl').toFormat('HH:mm');

/** The moment of a date and time that someone filled in; empty when they are none. */
export function momentOf(date: string, time: string) {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone });
  return moment.isValid ? moment.toJSDate().toISOString() : '';
}

/** A moment as machines read it, with the local offset: 2027-01-14T19:30:00+01:00. */
export const withOffset = (iso: string) => at(iso, 'nl').toISO({ suppressMilliseconds: true });

/** Raadhuis, Amstelveen; the city is left out where the name of the place has it. */
export const placeLine = ({ name, city }: { name: string; city: string }) =>
  name.includes(city) ? name : `${name}, ${city}`;

/** Laan Nieuwer-Amstel 1, 1182 JR Amstelveen; the postcode stays on one line. */
export const addressLine = (venue: { street: string; postcode: string; city: string }) =>
  `${venue.street}, ${venue.postcode.replace(' ', '\u00a0')} ${venue.city}`;
