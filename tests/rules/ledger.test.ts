import { describe, expect, it } from 'vitest';
import { changesOfPhases, moneyOfPlace, moneyOfSession, movesBetween } from '../../api/money/rules.ts';

const open = { id: 'q1', state: 'approved' } as const;
const planned = { id: 'q1', state: 'planned' } as const;
const sum = { cents: 10_000, vatCents: 2_100 };
const eligible = { outcome: 'eligible', ...sum } as const;
const review = { outcome: 'needs-review', ...sum } as const;
const refused = { outcome: 'not-eligible', ...sum } as const;
const terms = { paysNoShow: false };
const place = (
  status: 'held' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired',
  attendance: 'present' | 'absent' | 'excused' | null = null,
) => ({ status, attendance });
const money = (state: 'reserved' | 'committed' | 'realised', phaseId = 'q1') => ({ phaseId, state, ...sum });

describe('the money of a place', () => {
  it.each([
    ['held', 'reserved'],
    ['offered', 'reserved'],
    ['confirmed', 'committed'],
  ] as const)('of a place that is %s is %s', (status, state) => {
    expect(moneyOfPlace(place(status), eligible, open, terms)).toEqual(money(state));
  });

  it.each(['waitlisted', 'cancelled', 'expired'] as const)('is nothing when %s', (status) => {
    expect(moneyOfPlace(place(status), eligible, open, terms)).toBeNull();
  });

  it('follows who came, and the setting for who did not', () => {
    expect(moneyOfPlace(place('confirmed', 'present'), eligible, open, terms)).toEqual(money('realised'));
    expect(moneyOfPlace(place('confirmed', 'excused'), eligible, open, terms)).toBeNull();
    expect(moneyOfPlace(place('confirmed', 'absent'), eligible, open, terms)).toBeNull();
    const pays = { ...terms, paysNoShow: true };
    expect(moneyOfPlace(place('confirmed', 'absent'), eligible, open, pays)).toEqual(money('realised'));
    expect(moneyOfPlace(place('confirmed', 'excused'), eligible, open, pays)).toBeNull();
  });

  it('stays in reserve during a review and in a phase that is not released', () => {
    expect(moneyOfPlace(place('confirmed', 'present'), review, open, terms)).toEqual(money('reserved'));
    expect(moneyOfPlace(place('confirmed', 'present'), eligible, planned, terms)).toEqual(money('reserved'));
    expect(moneyOfPlace(place('confirmed'), refused, open, terms)).toBeNull();
  });
});

describe('the money of a session', () => {
  it('is reserved, committed, realised and given back', () => {
    expect(moneyOfSession({ status: 'scheduled', present: 1 }, sum, planned)).toEqual(money('reserved'));
    expect(moneyOfSession({ status: 'scheduled', present: 0 }, sum, open)).toEqual(money('committed'));
    expect(moneyOfSession({ status: 'scheduled', present: 1 }, sum, open)).toEqual(money('realised'));
    expect(moneyOfSession({ status: 'cancelled', present: 0 }, sum, open)).toBeNull();
    expect(moneyOfSession({ status: 'draft', present: 0 }, sum, open)).toBeNull();
  });
});

describe('the moves between two states', () => {
  it('are none for the same, one for another state, and two for another phase', () => {
    expect(movesBetween(money('reserved'), money('reserved'))).toEqual([]);
    expect(movesBetween(money('reserved'), money('committed'))).toEqual([
      { phaseId: 'q1', fromState: 'reserved', toState: 'committed', ...sum },
    ]);
    expect(movesBetween(money('committed'), money('committed', 'q2'))).toEqual([
      { phaseId: 'q1', fromState: 'committed', toState: 'free', ...sum },
      { phaseId: 'q2', fromState: 'free', toState: 'committed', ...sum },
    ]);
  });

  it('leave nothing in a phase that was left', () => {
    const there = movesBetween(null, money('committed'));
    const away = movesBetween(money('committed'), money('committed', 'q2'));
    expect(Object.fromEntries(changesOfPhases([...there, ...away]))).toEqual({
      q1: { reserved: 0, committed: 0, realised: 0 },
      q2: { reserved: 0, committed: 10_000, realised: 0 },
    });
  });
});
