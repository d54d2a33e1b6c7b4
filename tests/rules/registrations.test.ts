import { describe, expect, it } from 'vitest';
import { bookingState, placesLeft } from '../../api/offer/catalogue/rules.ts';
import {
  cancellableUntil,
  heldUntil,
  isLive,
  judgeBooking,
  judgeInTurn,
  judgeSwap,
  judgeWaiting,
  longestHold,
  mayBecome,
  mayCancel,
  maySwap,
  nextInQueue,
  offeredUntil,
  offersDue,
  seatsBetween,
  sequenceAfterSwap,
  statusAt,
  type Status,
  takesPlace,
  transitions,
} from '../../api/places/life/rules.ts';

const now = new Date('2026-12-01T12:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const session = {
  status: 'scheduled' as const,
  startsAt: inMinutes(600),
  bookingOpensAt: inMinutes(-600),
  bookingClosesAt: inMinutes(480),
  minimumNoticeMinutes: 0,
  cancellationDeadlineMinutes: 0,
  placesPerBusiness: 1,
  hasWaitlist: true,
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
    ['closed', { minimumNoticeMinutes: 600 }, 0, { refusal: 'booking-closed' }],
    ['open', { minimumNoticeMinutes: 599 }, 0, { placement: 'place' }],
    ['full', { hasWaitlist: false, seatsTaken: 20 }, 0, { refusal: 'session-full' }],
    ['full', { hasWaitlist: false, seatsTaken: 19 }, 1, { refusal: 'session-full' }],
    ['open', { hasWaitlist: false }, 0, { placement: 'place' }],
  ])('%s', (state, change, waiting, judged) => {
    expect(bookingState({ ...session, ...change }, waiting, now)).toBe(state);
    expect(judgeBooking({ ...session, ...change }, { waiting, ofBusiness: 0 }, now)).toEqual(judged);
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

  it.each<[Status, Status[]]>([
    ['held', ['confirmed', 'waitlisted', 'cancelled', 'expired']],
    ['waitlisted', ['offered', 'cancelled', 'expired']],
    ['offered', ['confirmed', 'cancelled', 'expired']],
    ['confirmed', ['cancelled']],
    ['cancelled', []],
    ['expired', []],
  ])('goes on from %s to %j', (from, next) =>
    expect(all.filter((to) => mayBecome(from, to)).sort()).toEqual(next.toSorted()),
  );

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
    expect(mayCancel({ status: 'confirmed', attendance: null }, { ...session, startsAt: now }, now)).toBe(
      false,
    );
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

describe('places per business', () => {
  const placed = (ofBusiness: number, change: object = {}) =>
    judgeBooking({ ...session, ...change }, { waiting: 0, ofBusiness }, now);

  it('gives one place unless the session says otherwise', () => {
    expect(placed(0)).toEqual({ placement: 'place' });
    expect(placed(1)).toEqual({ refusal: 'business-has-place' });
    expect(placed(1, { placesPerBusiness: 2 })).toEqual({ placement: 'place' });
    expect(placed(50, { placesPerBusiness: null })).toEqual({ placement: 'place' });
  });

  it('holds for the queue too', () => {
    expect(placed(1, { seatsTaken: 20 })).toEqual({ refusal: 'business-has-place' });
  });

  it('is not the reason when the session is closed for everyone', () => {
    expect(placed(1, { bookingClosesAt: now })).toEqual({ refusal: 'booking-closed' });
  });
});

describe('the cancellation deadline', () => {
  const late = { ...session, cancellationDeadlineMinutes: 600 };
  const one = (status: Status) => ({ status, attendance: null });

  it('holds for certain places, to the minute', () => {
    expect(mayCancel(one('confirmed'), late, now)).toBe(false);
    expect(mayCancel(one('confirmed'), late, inMinutes(-1))).toBe(true);
    expect(cancellableUntil(one('confirmed'), late)).toEqual(now);
  });

  it('keeps nobody in a queue or in a place that is not certain', () => {
    for (const status of ['waitlisted', 'offered', 'held'] as const) {
      expect(mayCancel(one(status), late, now)).toBe(true);
    }
    expect(cancellableUntil(one('expired'), late)).toBeNull();
  });
});

describe('moving a place to another date', () => {
  const from = { ...session, moduleId: 'm' };
  const confirmed = { status: 'confirmed' as Status, attendance: null };
  const swap = (change: { registration?: object; from?: object; to?: object; ofBusiness?: number }) =>
    judgeSwap(
      { ...confirmed, ...change.registration },
      { ...from, ...change.from },
      { ...from, ...change.to },
      { waiting: 0, ofBusiness: change.ofBusiness ?? 0 },
      now,
    );

  it.each([
    ['a certain place', {}, null],
    ['a held place', { registration: { status: 'held' } }, null],
    [
      'a held place after the deadline',
      { registration: { status: 'held' }, from: { cancellationDeadlineMinutes: 600 } },
      null,
    ],
    ['a position in the queue', { registration: { status: 'waitlisted' } }, 'swap-needs-place'],
    ['an offer', { registration: { status: 'offered' } }, 'swap-needs-place'],
    ['what has ended', { registration: { status: 'expired' } }, 'registration-ended'],
    [
      'a certain place after the deadline',
      { from: { cancellationDeadlineMinutes: 600 } },
      'too-late-to-cancel',
    ],
    ['a place whose presence is marked', { registration: { attendance: 'present' } }, 'too-late-to-cancel'],
    ['to another module', { to: { moduleId: 'n' } }, 'other-module'],
    ['to a full session, also when it has a queue', { to: { seatsTaken: 20 } }, 'session-full'],
    ['to a closed session', { to: { bookingClosesAt: now } }, 'booking-closed'],
    ['to a session where the business is already', { ofBusiness: 1 }, 'business-has-place'],
  ])('%s', (_, change, refusal) => expect(swap(change)).toBe(refusal));

  it('makes a later version of the appointment, also back and forth between sessions', () => {
    const [a, b] = [{ sequence: 7 }, { sequence: 0 }];
    const first = { sequence: 0 };
    const second = { sequence: sequenceAfterSwap(first, a) };
    const third = { sequence: sequenceAfterSwap(second, b) };
    const seen = [first.sequence + a.sequence, second.sequence + b.sequence, third.sequence + a.sequence];
    expect(seen).toEqual([7, 8, 16]);
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

  it('offered: never over when it is made', () => {
    const startsAt = new Date(now.getTime() + 1);
    expect(offeredUntil({ startsAt }, now)).toEqual(startsAt);
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

describe('a hold or an offer', () => {
  it('has ended at the moment its time is up, also before that is written down', () => {
    expect(statusAt({ status: 'held', expiresAt: inMinutes(1) }, now)).toBe('held');
    expect(statusAt({ status: 'held', expiresAt: now }, now)).toBe('expired');
    expect(statusAt({ status: 'confirmed', expiresAt: null }, now)).toBe('confirmed');
  });

  it('is kept an hour at the most, however often someone asks again', () => {
    expect(longestHold(inMinutes(-10), inMinutes(30))).toEqual(inMinutes(30));
    expect(longestHold(inMinutes(-40), inMinutes(30))).toEqual(inMinutes(20));
  });

  it('can be moved to another date while it can be cancelled; a place in the queue or an offer cannot', () => {
    const may = (status: Status, startsAt = session.startsAt) =>
      maySwap({ status, attendance: null }, { ...session, startsAt }, now);
    expect((['held', 'confirmed', 'offered', 'waitlisted'] as const).map((one) => may(one))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(may('confirmed', now)).toBe(false);
  });
});

describe('waiting for another session of a module', () => {
  const wait = (change: object, waiting = 0) =>
    judgeWaiting({ ...session, moduleId: 'm', ...change }, 'm', waiting, now);
  it.each([
    ['a full one with a queue', { seatsTaken: 20 }, 0, null],
    ['one of which the last place is for the queue', { seatsTaken: 19 }, 1, null],
    ['one with a free place', {}, 0, 'place-free'],
    ['a full one without a queue', { seatsTaken: 20, hasWaitlist: false }, 0, 'no-waitlist'],
    ['a closed one', { seatsTaken: 20, bookingClosesAt: now }, 0, 'not-bookable'],
    ['one of another module', { moduleId: 'n', seatsTaken: 20 }, 0, 'other-module'],
  ])('%s', (_, change, waiting, refusal) => expect(wait(change, waiting)).toBe(refusal));
});

describe('newcomers of one moment', () => {
  const queue = { waitlistLength: 0, unproved: 0, passedBy: 0, lastWaitlistedAt: null as Date | null };
  const someone = { proved: true, ofBusiness: 0 };
  const nothing = { expiresAt: null, waitlistedAt: null, position: null };
  const turns = (free: number, newcomers: object[], change: object = {}, of: object = {}) =>
    judgeInTurn(
      { ...session, seatsTaken: 20 - free, ...of },
      { ...queue, ...change },
      newcomers.map((one) => ({ ...someone, ...one })),
      now,
    );

  it('what one gets the next does not, and the others stand behind each other', () => {
    const [one, first, second, third] = turns(2, [{}, {}, {}, {}]);
    expect([one, first]).toEqual(Array(2).fill({ ...nothing, status: 'confirmed' }));
    expect(second).toEqual({ ...nothing, status: 'waitlisted', waitlistedAt: now, position: 1 });
    const after = new Date(now.getTime() + 1);
    expect(third).toEqual({ ...nothing, status: 'waitlisted', waitlistedAt: after, position: 2 });
  });

  it('who did not prove the address has half an hour for it, with a place and in the queue', () => {
    const expiresAt = inMinutes(30);
    expect(turns(1, [{ proved: false }, { proved: false }])).toEqual([
      { ...nothing, status: 'held', expiresAt },
      { ...nothing, status: 'waitlisted', waitlistedAt: now, position: 1, expiresAt },
    ]);
  });

  it('who did not prove the address has a position, and does not stand in the way', () => {
    const [first, second] = turns(1, [{}, {}], { unproved: 3, lastWaitlistedAt: now });
    expect(first).toEqual({ ...nothing, status: 'confirmed' });
    expect(second).toMatchObject({ status: 'waitlisted', position: 4 });
  });

  it('stand behind who waits already', () =>
    expect(turns(1, [{}], { waitlistLength: 3, lastWaitlistedAt: now })).toEqual([
      { ...nothing, status: 'waitlisted', waitlistedAt: new Date(now.getTime() + 1), position: 4 },
    ]));

  it('who was passed by does not stand in the way, and keeps the turn', () => {
    const [first, second] = turns(1, [{}, {}], { waitlistLength: 2, passedBy: 2 });
    expect(first).toEqual({ ...nothing, status: 'confirmed' });
    expect(second).toMatchObject({ status: 'waitlisted', position: 3 });
  });

  it('who may not have what is left waits, and the next one gets it', () =>
    expect(turns(1, [{ keptOut: true }, {}, {}], { waitlistLength: 1, passedBy: 1 })).toEqual([
      { ...nothing, status: 'waitlisted', waitlistedAt: now, position: 2 },
      { ...nothing, status: 'confirmed' },
      { ...nothing, status: 'waitlisted', waitlistedAt: new Date(now.getTime() + 1), position: 3 },
    ]));

  it('without a queue a refusal says whether places are kept for others', () => {
    const noQueue = { hasWaitlist: false };
    expect(turns(1, [{ keptOut: true }], {}, noQueue)).toEqual([{ refusal: 'places-reserved' }]);
    expect(turns(0, [{}], {}, noQueue)).toEqual([{ refusal: 'session-full' }]);
    const closed = { ...noQueue, bookingClosesAt: now };
    expect(turns(1, [{ keptOut: true }], {}, closed)).toEqual([{ refusal: 'booking-closed' }]);
  });

  it('who is refused takes nothing', () =>
    expect(turns(1, [{ ofBusiness: 1 }, {}])).toEqual([
      { refusal: 'business-has-place' },
      { ...nothing, status: 'confirmed' },
    ]));
});

describe('the seats between what places were and what they become', () => {
  const place = (status: Status, source: 'booking' | 'walkIn' = 'booking') => ({ status, source });

  it('are taken by an offer, kept by a confirmation and given back by an end', () => {
    expect(seatsBetween([place('waitlisted')], 'offered')).toBe(1);
    expect(seatsBetween([place('held'), place('offered')], 'confirmed')).toBe(0);
    expect(seatsBetween([place('held'), place('offered'), place('confirmed')], 'cancelled')).toBe(-3);
    expect(seatsBetween([place('waitlisted')], 'cancelled')).toBe(0);
    expect(seatsBetween([place('held')], 'waitlisted')).toBe(-1);
  });

  it('are none of who was written down at the door', () => {
    expect(seatsBetween([place('confirmed', 'walkIn'), place('confirmed')], 'cancelled')).toBe(-1);
  });
});
