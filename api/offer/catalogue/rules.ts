import { earliest, plusMinutes } from '../../language/time.ts';
import type { SessionFilters } from './schema.ts';

export type BookingState = 'open' | 'waitlist' | 'full' | 'not-open' | 'closed' | 'past' | 'cancelled';

/** What someone who wants a place would hear now. Whoever is in the queue goes before newcomers. */
export function bookingState(
  session: {
    status: 'draft' | 'scheduled' | 'cancelled';
    startsAt: Date;
    bookingOpensAt: Date;
    bookingClosesAt: Date;
    minimumNoticeMinutes: number;
    capacity: number;
    seatsTaken: number;
    hasWaitlist: boolean;
  },
  waitlistLength: number,
  now: Date,
): BookingState {
  if (session.status === 'cancelled') return 'cancelled';
  if (session.startsAt <= now) return 'past';
  if (now < session.bookingOpensAt) return 'not-open';
  if (bookingEnds(session) <= now) return 'closed';
  if (placesLeft(session, waitlistLength) > 0) return 'open';
  return session.hasWaitlist ? 'waitlist' : 'full';
}

/** When booking closes: at the moment that was set, or earlier when the organiser needs to know sooner who comes. */
export const bookingEnds = (session: {
  startsAt: Date;
  bookingClosesAt: Date;
  minimumNoticeMinutes: number;
}) => earliest(session.bookingClosesAt, plusMinutes(session.startsAt, -session.minimumNoticeMinutes));

/** Places a newcomer can get: a free place that the queue waits for is not free. */
export const placesLeft = (session: { capacity: number; seatsTaken: number }, waitlistLength: number) =>
  Math.max(0, session.capacity - session.seatsTaken - waitlistLength);

export type FacetSource = {
  kind: string;
  topic: string;
  deliveryMode: 'onLocation' | 'online' | 'hybrid';
  city: string | null;
  free: boolean;
  organisers: { slug: string; shortName: string }[];
};

type Dimension = 'kind' | 'topic' | 'delivery' | 'city' | 'free' | 'organiser';

const valuesOf: Record<Dimension, (row: FacetSource) => { value: string; label: string }[]> = {
  kind: (row) => [{ value: row.kind, label: row.kind }],
  topic: (row) => [{ value: row.topic, label: row.topic }],
  delivery: (row) =>
    (row.deliveryMode === 'hybrid' ? ['onLocation', 'online'] : [row.deliveryMode]).map((v) => ({
      value: v,
      label: v,
    })),
  city: (row) => (row.city ? [{ value: row.city, label: row.city }] : []),
  free: (row) => (row.free ? [{ value: 'true', label: 'true' }] : []),
  organiser: (row) => row.organisers.map((o) => ({ value: o.slug, label: o.shortName })),
};
const dimensions = Object.keys(valuesOf) as Dimension[];

const matches = (row: FacetSource, dimension: Dimension, filters: SessionFilters) => {
  const wanted = filters[dimension];
  return (
    wanted === undefined ||
    wanted === false ||
    valuesOf[dimension](row).some((v) => v.value === String(wanted))
  );
};

/** How many sessions each choice of a filter would show, the other filters staying as they are. */
export function countFacets(rows: FacetSource[], filters: SessionFilters) {
  const facet = (dimension: Dimension) => {
    const others = dimensions.filter((other) => other !== dimension);
    const counts = new Map<string, { value: string; label: string; count: number }>();
    for (const row of rows) {
      if (!others.every((other) => matches(row, other, filters))) continue;
      for (const { value, label } of valuesOf[dimension](row)) {
        const entry = counts.get(value) ?? { value, label, count: 0 };
        counts.set(value, { ...entry, count: entry.count + 1 });
      }
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'nl'));
  };
  const byDimension = Object.fromEntries(dimensions.map((d) => [d, facet(d)])) as Record<
    Dimension,
    ReturnType<typeof facet>
  >;
  return {
    total: rows.filter((row) => dimensions.every((d) => matches(row, d, filters))).length,
    ...byDimension,
  };
}
