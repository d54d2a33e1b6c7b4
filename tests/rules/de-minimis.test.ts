import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  CEILING_CENTS,
  grantedInWindow,
  grantOf,
  registerBefore,
  roomForAid,
  stateOf,
  windowStart,
} from '../../api/paying/de-minimis/rules.ts';

describe('three years, from day to day', () => {
  it.each([
    ['2026-11-24', '2023-11-24'],
    ['2027-02-28', '2024-02-28'],
    ['2028-02-29', '2025-02-28'],
  ])('that end on %s begin on %s', (today, from) => expect(windowStart(today)).toBe(from));

  it('counts a grant to the day', () => {
    const grants = [
      { cents: 1, on: '2023-11-23' },
      { cents: 20, on: '2023-11-24' },
      { cents: 300, on: '2026-11-24' },
      { cents: 4_000, on: '2026-12-01' },
    ];
    expect(grantedInWindow(grants, '2026-11-24')).toBe(4_320);
    expect(grantedInWindow(grants, '2026-11-25')).toBe(4_300);
    expect(grantedInWindow(grants, '2026-11-24', 4)).toBe(4_321);
    expect(grantedInWindow([], '2026-11-24')).toBe(0);
  });

  it('whatever is asked, no three years hold more than the ceiling', () => {
    const ask = fc.record({
      days: fc.integer({ min: 0, max: 500 }),
      cents: fc.integer({ min: 0, max: CEILING_CENTS }),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 30 }), (asks) => {
        const grants: { cents: number; on: string }[] = [];
        let on = DateTime.fromISO('2024-01-01');
        for (const { days, cents } of asks) {
          on = on.plus({ days });
          const today = on.toISODate()!;
          const grantedCents = grantedInWindow(grants, today);
          if (roomForAid({ declaredCents: 0, grantedCents }, cents) === 'room')
            grants.push({ cents, on: today });
        }
        for (const { on: first } of grants) {
          const until = DateTime.fromISO(first).plus({ years: 3 }).toISODate()!;
          const sum = grants
            .filter((it) => first <= it.on && it.on < until)
            .reduce((a, it) => a + it.cents, 0);
          expect(sum).toBeLessThanOrEqual(CEILING_CENTS);
        }
      }),
    );
  });
});

describe('an award', () => {
  it.each([
    ['up to the ceiling', 299_000_00, 0, 1_000_00, 'room'],
    ['one cent above fails whole', 299_000_00, 0, 1_000_01, 'exceeds'],
    ['with what we granted', 100_000_00, 199_000_00, 1_000_01, 'exceeds'],
    ['nothing declared', null, 0, 1_000_00, 'unknown'],
    ['nothing declared, and our own leaves exactly enough', null, CEILING_CENTS - 1, 1, 'unknown'],
    ['nothing declared, and our own is too much', null, CEILING_CENTS, 1, 'exceeds'],
    ['of nothing', null, CEILING_CENTS, 0, 'room'],
  ] as const)('%s', (_, declaredCents, grantedCents, aid, expected) => {
    expect(roomForAid({ declaredCents, grantedCents }, aid)).toBe(expected);
  });
});

describe('the last day to register a grant', () => {
  it.each([
    ['a month without holidays', '2026-11-02', '2026-11-30'],
    ['over Christmas and New Year', '2026-12-10', '2027-01-11'],
    ['over Easter', '2026-03-23', '2026-04-22'],
    ['in May, with all its holidays', '2026-04-24', '2026-05-28'],
    ['granted on a Saturday', '2026-11-07', '2026-12-04'],
  ])('%s', (_, granted, last) => expect(registerBefore(granted)).toBe(last));
});

describe('a grant', () => {
  const decided = { outcome: 'eligible', borneExVatCents: 18_781 };
  it('is what the municipality bears for a certain place that is decided', () => {
    expect(grantOf({ status: 'confirmed' }, decided)).toBe(18_781);
    expect(grantOf({ status: 'held' }, decided)).toBe(0);
    expect(grantOf({ status: 'confirmed' }, { ...decided, outcome: 'needs-review' })).toBe(0);
  });

  const entry = { registeredOn: null, registerBefore: '2026-12-01', withdrawnOn: null };
  it.each([
    ['the day before the last', {}, '2026-11-30', 'open'],
    ['the last day', {}, '2026-12-01', 'open'],
    ['the day after', {}, '2026-12-02', 'overdue'],
    ['entered, however late', { registeredOn: '2026-12-05' }, '2026-12-06', 'registered'],
    ['taken back', { registeredOn: '2026-12-05', withdrawnOn: '2026-12-06' }, '2026-12-06', 'withdrawn'],
  ])('%s', (_, change, today, state) => expect(stateOf({ ...entry, ...change }, today)).toBe(state));
});
