import { DateTime } from 'luxon';
import { paths } from '../../api/language/paths.ts';
import type { Kind, Topic } from '../show/types.ts';

/** What a visitor looks for. `place` is a city, or `online`. */
export interface Filters {
  words?: string;
  kind?: Kind;
  topic?: Topic;
  from?: string;
  until?: string;
  place?: string;
  free?: true;
  organiser?: string;
  cancelled?: true;
}

/** The names of cities and the slugs of organisers that occur in the offer. */
export interface Known {
  cities: string[];
  organisers: string[];
}

export const kindSlugs: Record<Kind, string> = {
  coaching: 'coaching',
  knowledge: 'kennissessie',
  workshop: 'workshop',
  inspiration: 'inspiratiesessie',
  network: 'netwerkbijeenkomst',
  oneOnOne: 'werksessie',
};

export const topicSlugs: Record<Topic, string> = {
  financing: 'financien',
  marketing: 'marketing',
  socialMedia: 'social-media',
  sales: 'sales',
  networking: 'netwerken',
  recovery: 'herstel',
};

export const periods = ['deze-week', 'deze-maand', 'volgende-maand'] as const;

/** Reads the address. What is not known is left out, so an old or mistyped link still shows something. */
export function readFilters(params: URLSearchParams, known: Known, today: string): Filters {
  const given = (name: string) => params.get(name)?.trim().toLowerCase() || undefined;
  const place = given('plaats');
  const organiser = given('organisator');
  const words = params
    .get('zoek')
    ?.replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
  return withoutEmpty({
    words,
    kind: keyOf(kindSlugs, given('soort')),
    topic: keyOf(topicSlugs, given('thema')),
    ...readPeriod(given('periode'), given('vanaf'), given('tot'), today),
    place: place === 'online' ? place : known.cities.find((city) => city.toLowerCase() === place),
    free: given('gratis') === 'ja' || undefined,
    organiser: known.organisers.find((slug) => slug === organiser),
    cancelled: given('vervallen') === 'ja' || undefined,
  });
}

function readPeriod(
  period: string | undefined,
  from: string | undefined,
  until: string | undefined,
  today: string,
) {
  const now = DateTime.fromISO(today);
  const month = now.plus({ months: 1 });
  if (period === 'deze-week') return { until: iso(now.endOf('week')) };
  if (period === 'deze-maand') return { until: iso(now.endOf('month')) };
  if (period === 'volgende-maand')
    return { from: iso(month.startOf('month')), until: iso(month.endOf('month')) };
  const [first, last] = [from, until].map((date) => (isDate(date) ? date : undefined));
  const [start, end] = first && last && last < first ? [last, first] : [first, last];
  return { from: start && start > today ? start : undefined, until: end };
}

const iso = (date: DateTime) => date.toISODate() ?? undefined;
const isDate = (value: string | undefined) =>
  value !== undefined && /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid;

const keyOf = <K extends string>(slugs: Record<K, string>, slug: string | undefined) =>
  (Object.keys(slugs) as K[]).find((key) => slugs[key] === slug);

const withoutEmpty = (filters: { [K in keyof Filters]: Filters[K] | '' }) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Filters;

/** The address that shows these filters: one address for one choice, without what was left open. */
export function aanbodPath(filters: Filters, cursor?: string): string {
  const pairs = {
    zoek: filters.words,
    soort: filters.kind && kindSlugs[filters.kind],
    thema: filters.topic && topicSlugs[filters.topic],
    vanaf: filters.from,
    tot: filters.until,
    plaats: filters.place,
    gratis: filters.free && 'ja',
    organisator: filters.organiser,
    vervallen: filters.cancelled && 'ja',
    verder: cursor,
  };
  const given = Object.entries(pairs).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(given).toString();
  return query ? `${paths.offer()}?${query}` : paths.offer();
}

/** The same filters in the words of the API. */
export const toQuery = ({ words, place, free, cancelled, ...same }: Filters) => ({
  ...same,
  ...(words && { q: words }),
  ...(place === 'online' ? { delivery: 'online' as const } : place && { city: place }),
  ...(free && { free: 'true' as const }),
  ...(!cancelled && { status: 'scheduled' as const }),
});

export type Part = 'words' | 'kind' | 'topic' | 'period' | 'place' | 'free' | 'organiser' | 'cancelled';

const keysOf = (part: Part): (keyof Filters)[] => (part === 'period' ? ['from', 'until'] : [part]);
const parts: Part[] = ['words', 'kind', 'topic', 'period', 'place', 'free', 'organiser', 'cancelled'];

/** What a visitor chose, each with the filters that are left when it is taken away. */
export const chosenParts = (filters: Filters): { part: Part; without: Filters }[] =>
  parts
    .filter((part) => keysOf(part).some((key) => filters[key] !== undefined))
    .map((part) => {
      const gone = new Set<string>(keysOf(part));
      return {
        part,
        without: Object.fromEntries(Object.entries(filters).filter(([key]) => !gone.has(key))) as Filters,
      };
    });

/** The calendar of what these filters show, from now on: a subscription has no last day, and says itself what is off. */
export function agendaPath({ from: _from, until: _until, cancelled: _cancelled, ...filters }: Filters) {
  return aanbodPath(filters).replace(paths.offer(), paths.offerCalendar());
}
