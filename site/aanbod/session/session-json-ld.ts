import type { SessionDetail } from '../../show/types.ts';
import { withOffset } from '../../../api/language/time.ts';

const types = {
  coaching: 'EducationEvent',
  knowledge: 'EducationEvent',
  workshop: 'EducationEvent',
  oneOnOne: 'EducationEvent',
  network: 'BusinessEvent',
  inspiration: 'Event',
} as const;

const modes = {
  onLocation: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
} as const;

const schema = (name: string) => `https://schema.org/${name}`;
const organisation = ({ name }: { name: string }) => ({ '@type': 'Organization', name });

/** The session for search engines, as the text of a script element. `url` is the full address of its page. */
export function sessionJsonLd(session: SessionDetail, url: string): string {
  const { venue, cost, deliveryMode } = session;
  const place = venue && {
    '@type': 'Place',
    name: venue.name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: venue.street,
      postalCode: venue.postcode,
      addressLocality: venue.city,
      addressCountry: 'NL',
    },
  };
  const room = { '@type': 'VirtualLocation', url };
  const locations = { onLocation: place, online: room, hybrid: [place, room] };
  const event = {
    '@context': 'https://schema.org',
    '@type': types[session.kind],
    name: session.title,
    description: `${session.summary} ${session.creditLine}`,
    url,
    startDate: withOffset(session.startsAt),
    endDate: withOffset(session.endsAt),
    eventStatus: statusOf(session),
    eventAttendanceMode: schema(modes[deliveryMode]),
    location: locations[deliveryMode],
    organizer: session.organisers.map(organisation),
    funder: session.senders.filter(({ kind }) => kind === 'municipality').map(organisation),
    sponsor: session.senders.map(organisation),
    inLanguage: 'nl',
    isAccessibleForFree: cost.ownContributionCents === 0,
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: session.placesLeft,
    offers: {
      '@type': 'Offer',
      price: (cost.ownContributionCents / 100).toFixed(2),
      priceCurrency: 'EUR',
      availability: schema(session.booking === 'open' ? 'InStock' : 'SoldOut'),
      validFrom: withOffset(session.bookingOpensAt),
      url,
    },
    ...(session.picture && { image: new URL(session.picture.url, url).href }),
    ...(session.previousStartsAt && { previousStartDate: withOffset(session.previousStartsAt) }),
  };
  return JSON.stringify(event).replaceAll('<', '\\u003c');
}

/** One status, or two for what moved both online and to another moment. */
function statusOf({ status, previousStartsAt, movedOnline }: SessionDetail) {
  if (status === 'cancelled') return schema('EventCancelled');
  const moves = [
    ...(movedOnline ? ['EventMovedOnline'] : []),
    ...(previousStartsAt ? ['EventRescheduled'] : []),
  ].map(schema);
  return moves.length > 1 ? moves : (moves[0] ?? schema('EventScheduled'));
}
