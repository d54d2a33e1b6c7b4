import { Info } from 'luxon';
import { forBoth, type Locale } from './locale.ts';
import { isoWeek, localDate, localTime, type Moment, onTheClock, weekOf } from './time.ts';

const bare = (text: string) => text.replace('.', '');
const months = forBoth((locale) => Info.months('long', { locale }));
const shortMonths = forBoth((locale) => Info.months('short', { locale }).map(bare));
const weekdays = forBoth((locale) => Info.weekdays('long', { locale }));
const shortWeekdays = forBoth((locale) => Info.weekdays('short', { locale }).map(bare));

const dayOf = (moment: Moment) => {
  const clock = onTheClock(moment);
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth(),
    day: clock.getUTCDate(),
    weekday: (clock.getUTCDay() + 6) % 7,
  };
};

/** The three lines of a date block: di / 14 / jan. */
export function dateParts(moment: Moment, locale: Locale) {
  const { month, day, weekday } = dayOf(moment);
  return {
    weekday: shortWeekdays[locale][weekday]!,
    day: String(day),
    month: shortMonths[locale][month]!,
  };
}

/** 14 januari 2027 */
export function plainDate(moment: Moment, locale: Locale) {
  const { year, month, day } = dayOf(moment);
  return `${day} ${months[locale][month]} ${year}`;
}

/** 14-1-2027, the same in both languages. */
export const numericDate = (date: string) => date.split('-').map(Number).reverse().join('-');

/** dinsdag 14 januari 2027 */
export const longDate = (moment: Moment, locale: Locale) =>
  `${weekdays[locale][dayOf(moment).weekday]} ${plainDate(moment, locale)}`;

/** di 14 jan; the year is added when it is not the year of `now`. */
export function shortDate(moment: Moment, locale: Locale, now?: Moment) {
  const { weekday, day, month } = dateParts(moment, locale);
  const { year } = dayOf(moment);
  return `${weekday} ${day} ${month}${now && dayOf(now).year !== year ? ` ${year}` : ''}`;
}

/** 14 januari */
function dayAndMonth(moment: Moment, locale: Locale) {
  const { month, day } = dayOf(moment);
  return `${day} ${months[locale][month]}`;
}

/** dinsdag 14 januari */
export const weekdayAndDay = (moment: Moment, locale: Locale) =>
  `${weekdays[locale][dayOf(moment).weekday]} ${dayAndMonth(moment, locale)}`;

/** januari 2027 */
export function monthName(moment: Moment, locale: Locale) {
  const { year, month } = dayOf(moment);
  return `${months[locale][month]} ${year}`;
}

/** The ISO week of a moment as a sortable key (2027-W03), its number, and its days: 18 tot en met 24 januari. */
export function week(moment: Moment, locale: Locale) {
  const { number, monday, sunday } = weekOf(localDate(moment));
  const oneMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const start = oneMonth ? dayOf(monday).day : dayAndMonth(monday, locale);
  const days = `${start} ${locale === 'nl' ? 'tot en met' : 'to'} ${dayAndMonth(sunday, locale)}`;
  return { key: isoWeek(moment), number, days };
}

/** 19.30 in Dutch, 19:30 in English. */
const time = (moment: Moment, locale: Locale) =>
  locale === 'nl' ? localTime(moment).replace(':', '.') : localTime(moment);

/** 19.30 uur, or 19:30 */
export const clockTime = (moment: Moment, locale: Locale) =>
  locale === 'nl' ? `${time(moment, locale)} uur` : time(moment, locale);

/** 19.30 tot 21.00 uur; the day is added where it ends on another one. */
export function timeRange(startsAt: Moment, endsAt: Moment, locale: Locale) {
  const sameDay = localDate(startsAt) === localDate(endsAt);
  const until = sameDay ? clockTime(endsAt, locale) : longMoment(endsAt, locale);
  return `${time(startsAt, locale)} ${locale === 'nl' ? 'tot' : 'to'} ${until}`;
}

/** 14 januari 2027, 19.30 uur */
export const plainDateTime = (moment: Moment, locale: Locale) =>
  `${plainDate(moment, locale)}, ${clockTime(moment, locale)}`;

/** dinsdag 14 januari 2027, 19.30 uur */
export const longDateTime = (moment: Moment, locale: Locale) =>
  `${longDate(moment, locale)}, ${clockTime(moment, locale)}`;

/** di 14 januari 2027, 19.30 uur */
export const shortDateTime = (moment: Moment, locale: Locale) =>
  `${shortWeekdays[locale][dayOf(moment).weekday]} ${plainDateTime(moment, locale)}`;

/** dinsdag 14 januari 2027 om 19.30 uur: within a sentence. */
export const longMoment = (moment: Moment, locale: Locale) =>
  `${longDate(moment, locale)} ${locale === 'nl' ? 'om' : 'at'} ${clockTime(moment, locale)}`;
