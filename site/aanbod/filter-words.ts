import type { Filters, Part } from './filters.ts';
import { plainDate } from '../../api/language/dates.ts';
import type { Locale } from '../links.ts';
import { texts } from '../texts/index.ts';

type Names = Map<string, string>;

/** What the list shows, for the title of the page. */
export function heading(filters: Filters, organisers: Names, locale: Locale): string {
  const { aanbod, kinds } = texts(locale);
  const what = aanbod.heading({
    free: filters.free === true,
    what: filters.kind ? kinds.many[filters.kind] : null,
    words: filters.words ?? null,
    topic: filters.topic ? kinds.topics[filters.topic] : null,
    organiser: filters.organiser ? (organisers.get(filters.organiser) ?? null) : null,
    city: filters.place && filters.place !== 'online' ? filters.place : null,
    online: filters.place === 'online',
  });
  const period = periodOf(filters, locale);
  return period ? `${what}, ${period}` : what;
}

/** One chosen filter in a few words. */
export function chipLabel(part: Part, filters: Filters, organisers: Names, locale: Locale): string {
  const { aanbod, kinds } = texts(locale);
  const labels: Record<Part, string | undefined> = {
    words: filters.words && `‘${filters.words}’`,
    kind: filters.kind && kinds.many[filters.kind],
    topic: filters.topic && kinds.topics[filters.topic],
    period: periodOf(filters, locale),
    place: filters.place === 'online' ? aanbod.filters.online : filters.place,
    free: aanbod.filters.free,
    organiser: filters.organiser && organisers.get(filters.organiser),
    cancelled: aanbod.filters.withCancelled,
  };
  return labels[part] ?? '';
}

function periodOf({ from, until }: Filters, locale: Locale) {
  const t = texts(locale).aanbod.period;
  if (from && from === until) return t.on(plainDate(from, locale));
  if (from && until) return t.between(plainDate(from, locale), plainDate(until, locale));
  if (from) return t.from(plainDate(from, locale));
  return until && t.until(plainDate(until, locale));
}
