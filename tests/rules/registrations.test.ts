import { describe, expect, it } from 'vitest';
import { bookingState, placesLeft } from '../../api/catalogue/rules.ts';
import {
  heldUntil,
  isLive,
  judgeBooking,
  mayBecome,
  mayCancel,
  nextInQueue,
  offeredUntil,
  offersDue,
  type Status,
  takesPlace,
  transitions,
} from '../../api/registrations/rules.ts';

const now = new Date('2026-12-01T12:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const session = {
  status: 'scheduled' as const,
  startsAt: inMinutes(600),
  bookingOpensAt: inMinutes(-600),
  bookingClosesAt: inMinutes(480),
  capacity: 20,
  seatsTaken: 5,
};

describe('whether a place can be booked', () => {
  it.each([
    ['open', {}, 0, { placement: 'place' }],
    ['waitlist', { seatsTaken: 20 }, 0, { placement: 'waitlist' }],
    ['waitlist', { seatsTaken: 19 }, 1, { placement: 'waitlist' }],
    ['cancelled', { status: 'cancelled' as const }, 0, { refusal: 'session-cancelled' }],
    ['past', { startsAt: now }, 0, { refusal: 'session-past' }],
    ['not-open', { bookingOpensAt: inMinutes(1) }, 0, { refusal: 'booking-not-open' }],
    ['closed', { bookingClosesAt: now }, 0, { refusal: 'booking-closed' }],
  ])('%s', (state, change, waitlist, judged) => {
    expect(bookingState({ ...session, ...change }, waitlist, now)).toBe(state);
    expect(judgeBooking({ ...session, ...change }, waitlist, now)).toEqual(judged);
  });

  it('opens at the minute it says', () => {
    expect(bookingState({ ...session, bookingOpensAt: now }, 0, now)).toBe('open');
  });

  it('does not call a place free that the queue waits for', () => {
    expect(placesLeft({ capacity: 20, seatsTaken: 18 }, 1)).toBe(1);
    expect(placesLeft({ capacity: 20, seatsTaken: 20 }, 3)).toBe(0);
  });
});

describe('the life of a registration', () => {
  const all = Object.keys(transitions) as Status[];

  it('ends for good when cancelled or expired', () => {
    for (const to of all) {
      expect(mayBecome('cancelled', to)).toBe(false);
      expect(mayBecome('expired', to)).toBe(false);
    }
  });

  it('reaches confirmed only from a place', () => {
    expect(all.filter((from) => mayBecome(from, 'confirmed'))).toEqual(['held', 'offered']);
  });

  it('takes a place exactly while held, offered or confirmed', () => {
    expect(all.filter(takesPlace)).toEqual(['held', 'offered', 'confirmed']);
    expect(all.filter(isLive).sort()).toEqual(['confirmed', 'held', 'offered', 'waitlisted']);
  });

  it('can be cancelled until the start, but not after presence was marked', () => {
    expect(mayCancel({ status: 'confirmed', attendance: null }, session, now)).toBe(true);
    expect(mayCancel({ status: 'waitlisted', attendance: null }, session, now)).toBe(true);
    expect(mayCancel({ status: 'confirmed', attendance: null }, { startsAt: now }, now)).toBe(false);
    expect(mayCancel({ status: 'confirmed', attendance: 'present' }, session, now)).toBe(false);
    expect(mayCancel({ status: 'expired', attendance: null }, session, now)).toBe(false);
  });
});

describe('the turn of a newcomer', () => {
  it('comes after everyone who queues, also of those whose request began later', () => {
    expect(nextInQueue(null, now)).toEqual(now);
    expect(nextInQueue(inMinutes(-1), now)).toEqual(now);
    expect(nextInQueue(inMinutes(1), now)).toEqual(new Date(inMinutes(1).getTime() + 1));
    expect(nextInQueue(now, now).getTime()).toBe(now.getTime() + 1);
  });
});

describe('how long a place is kept', () => {
  it('unconfirmed: thirty minutes, never past the start', () => {
    expect(heldUntil(session, now)).toEqual(inMinutes(30));
    expect(heldUntil({ startsAt: inMinutes(10) }, now)).toEqual(inMinutes(10));
  });

  it('offered: a day, at most half of what is left before the start', () => {
    expect(offeredUntil({ startsAt: inMinutes(10_000) }, now)).toEqual(inMinutes(24 * 60));
    expect(offeredUntil({ startsAt: inMinutes(600) }, now)).toEqual(inMinutes(300));
  });
});

describe('how many are offered a place', () => {
  it('as many as are free and waited for', () => {
    expect(offersDue({ ...session, seatsTaken: 18 }, 5, now)).toBe(2);
    expect(offersDue({ ...session, seatsTaken: 18 }, 1, now)).toBe(1);
    expect(offersDue({ ...session, seatsTaken: 20 }, 5, now)).toBe(0);
  });

  it('nobody once the session has begun or is off', () => {
    expect(offersDue({ ...session, startsAt: now }, 5, now)).toBe(0);
    expect(offersDue({ ...session, status: 'cancelled' }, 5, now)).toBe(0);
  });
});
