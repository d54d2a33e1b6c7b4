import type { FieldCode } from '../../http/problem.ts';

type DeliveryMode = 'onLocation' | 'online' | 'hybrid';
export type Times = {
  startsAt: Date;
  endsAt: Date;
  previousStartsAt: Date | null;
  bookingOpensAt: Date;
  bookingClosesAt: Date;
};
export type Place = {
  deliveryMode: DeliveryMode;
  venueId: string | null;
  onlineUrl: string | null;
  originalDeliveryMode: DeliveryMode | null;
  originalVenueId: string | null;
  originalOnlineUrl: string | null;
};
/** What people hear about: each has its own words in the mail. */
export type Change = 'time' | 'place' | 'timeAndPlace' | 'online' | 'back';

export const isChangeable = (session: { status: string; startsAt: Date }, now: Date) =>
  session.status === 'draft' || (session.status === 'scheduled' && now < session.startsAt);

const shifted = (moment: Date, by: number) => new Date(moment.getTime() + by);

/**
 * A session at another moment. Without a new end it lasts as long as before. Booking closes as long before the start as it
 * did; it opens when it did, unless that would be after it closes.
 */
export function movedTimes(session: Times, wanted: { startsAt?: Date; endsAt?: Date }): Times {
  const startsAt = wanted.startsAt ?? session.startsAt;
  const by = startsAt.getTime() - session.startsAt.getTime();
  const bookingClosesAt = shifted(session.bookingClosesAt, by);
  const opens = session.bookingOpensAt;
  return {
    startsAt,
    endsAt: wanted.endsAt ?? shifted(session.endsAt, by),
    previousStartsAt: by === 0 ? session.previousStartsAt : session.startsAt,
    bookingOpensAt: opens < bookingClosesAt ? opens : shifted(opens, by),
    bookingClosesAt,
  };
}

export function wrongTimes({ startsAt, endsAt }: Times, now: Date): { name: string; code: FieldCode }[] {
  return [
    ...(startsAt <= now ? [{ name: 'startsAt', code: 'in-past' as const }] : []),
    ...(endsAt <= startsAt ? [{ name: 'endsAt', code: 'before-start' as const }] : []),
  ];
}

type Whole = Pick<Times, 'startsAt' | 'endsAt' | 'bookingOpensAt' | 'bookingClosesAt'> & {
  deliveryMode: DeliveryMode;
  hasVenue: boolean;
  capacity: number;
  reservedPlaces: number;
  memberBookingOpensAt: Date | null;
};

/** All that is wrong with a session as a whole. */
export const wrongSession = (session: Whole, now: Date): { name: string; code: FieldCode }[] => [
  ...wrongTimes({ ...session, previousStartsAt: null }, now),
  ...(session.deliveryMode !== 'online' && !session.hasVenue
    ? [{ name: 'venueId', code: 'required' as const }]
    : []),
  ...(session.bookingClosesAt <= session.bookingOpensAt
    ? [{ name: 'bookingClosesAt', code: 'before-opening' as const }]
    : []),
  ...(session.reservedPlaces > session.capacity
    ? [{ name: 'reservedPlaces', code: 'invalid' as const }]
    : []),
  ...(session.memberBookingOpensAt && session.memberBookingOpensAt >= session.bookingOpensAt
    ? [{ name: 'memberBookingOpensAt', code: 'invalid' as const }]
    : []),
];

const placeOf = (place: Place): Place => ({
  deliveryMode: place.deliveryMode,
  venueId: place.venueId,
  onlineUrl: place.onlineUrl,
  originalDeliveryMode: place.originalDeliveryMode,
  originalVenueId: place.originalVenueId,
  originalOnlineUrl: place.originalOnlineUrl,
});
const noOriginal = { originalDeliveryMode: null, originalVenueId: null, originalOnlineUrl: null };

/** Online instead of where it was, which is remembered. What already is online stays so, perhaps with another link. */
export function movedOnline(place: Place, link: string | null | undefined): Place {
  const onlineUrl = link === undefined ? place.onlineUrl : link;
  if (place.deliveryMode === 'online') return { ...placeOf(place), onlineUrl };
  return {
    deliveryMode: 'online',
    venueId: null,
    onlineUrl,
    originalDeliveryMode: place.deliveryMode,
    originalVenueId: place.venueId,
    originalOnlineUrl: place.onlineUrl,
  };
}

/** Back to where it was; null for what was always online. */
export function movedBack(place: Place): Place | null {
  if (place.deliveryMode !== 'online') return placeOf(place);
  if (!place.originalDeliveryMode) return null;
  return {
    deliveryMode: place.originalDeliveryMode,
    venueId: place.originalVenueId,
    onlineUrl: place.originalOnlineUrl,
    ...noOriginal,
  };
}

/** At another place; null when it would have no venue where it needs one. */
export function movedTo(
  place: Place,
  wanted: { deliveryMode?: DeliveryMode; venueId?: string; onlineUrl?: string | null },
): Place | null {
  const deliveryMode = wanted.deliveryMode ?? place.deliveryMode;
  if (deliveryMode === 'online') return movedOnline(place, wanted.onlineUrl);
  const venueId = wanted.venueId ?? place.venueId ?? place.originalVenueId;
  if (!venueId) return null;
  const link = wanted.onlineUrl === undefined ? place.onlineUrl : wanted.onlineUrl;
  return { deliveryMode, venueId, onlineUrl: deliveryMode === 'hybrid' ? link : null, ...noOriginal };
}

/** What changes for people, or null when nothing does. */
export function changeBetween(before: Times & Place, after: Times & Place): Change | null {
  const time =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  const place =
    before.deliveryMode !== after.deliveryMode ||
    before.venueId !== after.venueId ||
    before.onlineUrl !== after.onlineUrl;
  if (time) return place ? 'timeAndPlace' : 'time';
  if (!place) return null;
  if (before.deliveryMode !== 'online' && after.deliveryMode === 'online') return 'online';
  return before.originalVenueId !== null && before.originalVenueId === after.venueId ? 'back' : 'place';
}
