import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseFromQueue,
  isReserving,
  reservedUntil,
  roomForMembers,
} from '../../api/offer/catalogue/reserve.rules.ts';

const session = {
  startsAt: new Date('2027-03-29T17:30:00Z'),
  capacity: 20,
  reservedPlaces: 5,
  reservedDays: 7,
};

describe('places reserved for who is no member', () => {
  it('are so until the local day that lies so many days before the start, also over a change of clock', () => {
    expect(reservedUntil(session).toISOString()).toBe('2027-03-21T23:00:00.000Z');
    expect(isReserving(session, new Date('2027-03-21T22:59:59Z'))).toBe(true);
    expect(isReserving(session, new Date('2027-03-21T23:00:00Z'))).toBe(false);
    expect(isReserving({ ...session, reservedPlaces: 1 }, new Date('2027-01-01T00:00:00Z'))).toBe(true);
    expect(isReserving({ ...session, reservedPlaces: 0 }, new Date('2027-01-01T00:00:00Z'))).toBe(false);
  });

  it('leave the rest to members, and never less than nothing', () => {
    expect([0, 14, 15, 18].map((members) => roomForMembers(session, members))).toEqual([15, 1, 0, 0]);
  });

  it('go to members until their share is taken, and then past them', () => {
    const [first, second, other] = [{ isMember: true }, { isMember: true }, { isMember: false }];
    const queue = [first, second, other];
    expect(chooseFromQueue(queue, 3, 1)).toEqual({ chosen: [first, other], passed: [second] });
    expect(chooseFromQueue(queue, 3, 2)).toEqual({ chosen: queue, passed: [] });
    expect(chooseFromQueue(queue, 1, 0)).toEqual({ chosen: [other], passed: [first, second] });
    expect(chooseFromQueue(queue, 0, 2)).toEqual({ chosen: [], passed: [] });
    expect(chooseFromQueue([other, first], 2, 1)).toEqual({ chosen: [other, first], passed: [] });
  });

  it('go down the queue in order: members are passed by once their share is taken', () => {
    const entries = fc.array(fc.record({ isMember: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(entries, fc.nat(8), fc.nat(8), (queue, places, room) => {
        const { chosen, passed } = chooseFromQueue(queue, places, room);
        expect(chosen.filter(({ isMember }) => isMember).length).toBeLessThanOrEqual(room);
        expect(passed.every(({ isMember }) => isMember)).toBe(true);
        expect(chosen).toEqual(queue.filter((entry) => chosen.includes(entry)));
        // Nobody who may have a free place is left without one.
        const left = queue.filter((entry) => !chosen.includes(entry));
        if (chosen.length < places) expect(left).toEqual(passed);
      }),
    );
  });
});
