import { expect, it } from 'vitest';
import { wrongSession } from '../../api/publishing/sessions/rules.ts';

const at = (text: string) => new Date(`2027-${text}:00Z`);
const now = at('01-15T12:00');
const whole: Parameters<typeof wrongSession>[0] = {
  startsAt: at('02-02T18:00'),
  endsAt: at('02-02T20:00'),
  bookingOpensAt: at('01-20T08:00'),
  bookingClosesAt: at('02-01T18:00'),
  deliveryMode: 'onLocation',
  hasVenue: true,
  capacity: 12,
  reservedPlaces: 4,
  memberBookingOpensAt: null,
};
const wrong = (change: Partial<typeof whole>) =>
  wrongSession({ ...whole, ...change }, now).map(({ name, code }) => `${name} ${code}`);

it.each<[string, Partial<typeof whole>, string[]]>([
  ['one that is right', {}, []],
  ['one that has begun', { startsAt: now }, ['startsAt in-past']],
  ['one that ends when it starts', { endsAt: whole.startsAt }, ['endsAt before-start']],
  ['no venue', { hasVenue: false }, ['venueId required']],
  ['no venue for those who come', { deliveryMode: 'hybrid', hasVenue: false }, ['venueId required']],
  ['no venue, and online', { deliveryMode: 'online', hasVenue: false }, []],
  ['online with a venue', { deliveryMode: 'online' }, []],
  [
    'booking closes when it opens',
    { bookingClosesAt: whole.bookingOpensAt },
    ['bookingClosesAt before-opening'],
  ],
  ['booking is open for a minute', { bookingClosesAt: at('01-20T08:01') }, []],
  ['all places kept', { reservedPlaces: 12 }, []],
  ['more places kept than there are', { reservedPlaces: 13 }, ['reservedPlaces invalid']],
  ['members a minute earlier', { memberBookingOpensAt: at('01-20T07:59') }, []],
  [
    'members first, at the same moment',
    { memberBookingOpensAt: whole.bookingOpensAt },
    ['memberBookingOpensAt invalid'],
  ],
  ['members later', { memberBookingOpensAt: at('01-20T08:01') }, ['memberBookingOpensAt invalid']],
  ['much at once', { hasVenue: false, capacity: 3 }, ['venueId required', 'reservedPlaces invalid']],
])('what is wrong with a session: %s', (_, change, expected) => expect(wrong(change)).toEqual(expected));
