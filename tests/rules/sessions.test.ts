import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  isChangeable,
  movedBack,
  movedOnline,
  movedTimes,
  movedTo,
  wrongTimes,
} from '../../api/publishing/sessions/rules.ts';

const at = (text: string) => new Date(`2027-${text}:00Z`);
const times = {
  startsAt: at('02-02T18:00'),
  endsAt: at('02-02T20:00'),
  previousStartsAt: null,
  bookingOpensAt: at('01-20T08:00'),
  bookingClosesAt: at('02-01T18:00'),
};
const hall = {
  deliveryMode: 'onLocation' as const,
  venueId: 'hall',
  onlineUrl: null,
  originalDeliveryMode: null,
  originalVenueId: null,
  originalOnlineUrl: null,
};
const now = at('01-25T12:00');

it('only a draft, and what is planned and has not begun, can be changed', () => {
  expect(isChangeable({ status: 'scheduled', startsAt: at('02-02T18:00') }, now)).toBe(true);
  expect(isChangeable({ status: 'scheduled', startsAt: now }, now)).toBe(false);
  expect(isChangeable({ status: 'draft', startsAt: now }, now)).toBe(true);
  expect(isChangeable({ status: 'cancelled', startsAt: at('02-02T18:00') }, now)).toBe(false);
});

describe('another moment', () => {
  it('keeps the length, and closes booking as long before the start', () => {
    expect(movedTimes(times, { startsAt: at('02-09T18:00') })).toEqual({
      startsAt: at('02-09T18:00'),
      endsAt: at('02-09T20:00'),
      previousStartsAt: times.startsAt,
      bookingOpensAt: times.bookingOpensAt,
      bookingClosesAt: at('02-08T18:00'),
    });
  });

  it('moves the opening only when booking would close before it opens', () => {
    const earlier = movedTimes(times, { startsAt: at('01-21T06:00') });
    expect(earlier.bookingClosesAt).toEqual(at('01-20T06:00'));
    expect(earlier.bookingOpensAt < earlier.bookingClosesAt).toBe(true);
  });

  it('moves the opening along when booking would close at the moment it opens', () => {
    const moved = movedTimes(times, { startsAt: at('01-21T08:00') });
    expect(moved.bookingClosesAt).toEqual(at('01-20T08:00'));
    expect(moved.bookingOpensAt).toEqual(at('01-07T22:00'));
  });

  it('another end alone is no other start', () => {
    expect(movedTimes(times, { endsAt: at('02-02T21:00') })).toEqual({ ...times, endsAt: at('02-02T21:00') });
  });

  it('lies in the future, and ends after it starts', () => {
    expect(wrongTimes(times, now)).toEqual([]);
    expect(wrongTimes({ ...times, startsAt: now, endsAt: now }, now)).toEqual([
      { name: 'startsAt', code: 'in-past' },
      { name: 'endsAt', code: 'before-start' },
    ]);
  });
});

describe('another place', () => {
  const away = movedOnline(hall, 'https://meet.example');

  it('online and back is where it was', () => {
    expect(away).toMatchObject({ deliveryMode: 'online', venueId: null, originalVenueId: 'hall' });
    expect(movedBack(away)).toEqual(hall);
    expect(movedBack(hall)).toEqual(hall);
    expect(movedBack({ ...hall, deliveryMode: 'online', venueId: null })).toBeNull();
  });

  it('online twice remembers the first place, and keeps the link that is not given again', () => {
    expect(movedOnline(away, undefined)).toEqual(away);
    expect(movedOnline(away, 'https://new.example')).toEqual({ ...away, onlineUrl: 'https://new.example' });
  });

  it('online is without a venue, and remembers the whole place', () => {
    const hybrid = { ...hall, deliveryMode: 'hybrid' as const, onlineUrl: 'https://old.example' };
    expect(movedOnline(hybrid, 'https://meet.example')).toEqual({
      deliveryMode: 'online',
      venueId: null,
      onlineUrl: 'https://meet.example',
      originalDeliveryMode: 'hybrid',
      originalVenueId: 'hall',
      originalOnlineUrl: 'https://old.example',
    });
  });

  it('keeps what is not chosen anew, and has a link only where one can join online', () => {
    const hybrid = { ...hall, deliveryMode: 'hybrid' as const, onlineUrl: 'https://meet.example' };
    expect(movedTo(hybrid, { venueId: 'other' })).toEqual({ ...hybrid, venueId: 'other' });
    expect(movedTo(hybrid, { onlineUrl: 'https://new.example' })).toEqual({
      ...hybrid,
      onlineUrl: 'https://new.example',
    });
    expect(movedTo(hybrid, { onlineUrl: null })).toEqual({ ...hybrid, onlineUrl: null });
    expect(movedTo(hybrid, { deliveryMode: 'onLocation' })).toEqual(hall);
    expect(
      movedTo({ ...hall, deliveryMode: 'online', venueId: null }, { deliveryMode: 'hybrid' }),
    ).toBeNull();
  });

  it('a chosen place is no longer where it was meant to be', () => {
    expect(movedTo(away, { deliveryMode: 'onLocation', venueId: 'other' })).toEqual({
      ...hall,
      venueId: 'other',
    });
    expect(movedTo(away, { deliveryMode: 'onLocation' })).toEqual(hall);
    expect(movedTo(hall, { deliveryMode: 'online' })).toMatchObject({ originalVenueId: 'hall' });
  });

  it.each([
    ['nothing', {}, null],
    ['time', { startsAt: at('02-09T18:00') }, 'time'],
    ['the end', { endsAt: at('02-02T21:00') }, 'time'],
    ['place', { venueId: 'other' }, 'place'],
    ['both', { venueId: 'other', endsAt: at('02-02T21:00') }, 'timeAndPlace'],
    ['to online', away, 'online'],
    ['joining online as well', { deliveryMode: 'hybrid' as const }, 'place'],
    ['another link', { onlineUrl: 'https://new.example' }, 'place'],
  ])('what people hear of: %s', (_, after, change) => {
    expect(changeBetween({ ...times, ...hall }, { ...times, ...hall, ...after })).toBe(change);
  });

  it('another link of what is online is another place, whether it always was or moved there', () => {
    const always = {
      ...hall,
      deliveryMode: 'online' as const,
      venueId: null,
      onlineUrl: 'https://meet.example',
    };
    for (const online of [always, away])
      expect(
        changeBetween({ ...times, ...online }, { ...times, ...online, onlineUrl: 'https://new.example' }),
      ).toBe('place');
  });

  it('what people hear of the way back', () => {
    expect(changeBetween({ ...times, ...away }, { ...times, ...hall })).toBe('back');
    expect(changeBetween({ ...times, ...away }, { ...times, ...hall, venueId: 'other' })).toBe('place');
  });
});
