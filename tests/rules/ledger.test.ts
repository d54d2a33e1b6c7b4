import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesOfPhases,
  type Held,
  isPaused,
  moneyOfPlace,
  moneyOfSession,
  movesBetween,
  type MoneyState,
  type Phase,
  withoutNew,
} from '../../api/money/ledger/rules.ts';

const phase = (state: NonNullable<Phase>['state'], pausedFrom: string | null = null) =>
  ({ id: 'q1', state, pausedFrom }) as const;
const open = phase('approved');
const planned = phase('planned');
const sum = { cents: 10_000, vatCents: 2_100 };
const eligible = { outcome: 'eligible', ...sum } as const;
const review = { outcome: 'needs-review', ...sum } as const;
const refused = { outcome: 'not-eligible', cents: 0, vatCents: 0 } as const;
const terms = { paysNoShow: false };
const place = (
  status: Parameters<typeof moneyOfPlace>[0]['status'],
  attendance: Parameters<typeof moneyOfPlace>[0]['attendance'] = null,
) => ({ status, attendance });
const money = (state: MoneyState, phaseId = 'q1') => ({ phaseId, state, ...sum });
const held = (state: MoneyState, where: Partial<Held> = {}): Held => ({
  ...money(state),
  programmeId: 'p',
  sessionId: 's',
  ...where,
});

describe('the money of a place', () => {
  it.each([
    ['offered', 'reserved'],
    ['confirmed', 'committed'],
  ] as const)('of someone eligible: %s is %s', (status, state) => {
    expect(moneyOfPlace(place(status), eligible, open, terms)).toEqual(money(state));
  });

  it.each(['held', 'waitlisted', 'cancelled', 'expired'] as const)('is none when %s', (status) => {
    expect(moneyOfPlace(place(status), eligible, open, terms)).toBeNull();
  });

  it('is realised by who came, and by a no-show only where that is paid', () => {
    expect(moneyOfPlace(place('confirmed', 'present'), eligible, open, terms)).toEqual(money('realised'));
    expect(moneyOfPlace(place('confirmed', 'excused'), eligible, open, terms)).toBeNull();
    expect(moneyOfPlace(place('confirmed', 'absent'), eligible, open, terms)).toBeNull();
    const pays = { paysNoShow: true };
    expect(moneyOfPlace(place('confirmed', 'absent'), eligible, open, pays)).toEqual(money('realised'));
    expect(moneyOfPlace(place('confirmed', 'excused'), eligible, open, pays)).toBeNull();
  });

  it('stays in reserve while someone still has to judge or the phase is not released', () => {
    expect(moneyOfPlace(place('confirmed', 'present'), review, open, terms)).toEqual(money('reserved'));
    expect(moneyOfPlace(place('confirmed', 'present'), eligible, planned, terms)).toEqual(money('reserved'));
    const unreleased = { ...phase('paused'), released: false };
    expect(moneyOfPlace(place('confirmed'), eligible, unreleased, terms)).toEqual(money('reserved'));
    const released = { ...phase('paused'), released: true };
    expect(moneyOfPlace(place('confirmed'), eligible, released, terms)).toEqual(money('committed'));
  });

  it('is none without a decision, for who is not eligible, and where the place costs nothing', () => {
    expect(moneyOfPlace(place('confirmed'), null, open, terms)).toBeNull();
    expect(moneyOfPlace(place('confirmed'), refused, open, terms)).toBeNull();
    expect(moneyOfPlace(place('confirmed'), { ...refused, ...sum }, open, terms)).toBeNull();
    const costing = (cents: number) => ({ ...eligible, cents, vatCents: 0 });
    expect(moneyOfPlace(place('confirmed'), costing(0), open, terms)).toBeNull();
    expect(moneyOfPlace(place('confirmed'), costing(1), open, terms)).toMatchObject({ cents: 1 });
  });

  it('is in no phase where the programme has none, and waits for none', () =>
    expect(moneyOfPlace(place('confirmed'), eligible, null, terms)).toEqual({
      ...money('committed'),
      phaseId: null,
    }));
});

describe('the money of a session that is paid as a whole', () => {
  const none = { held: [], today: '2026-11-24' };

  it('is committed when planned, realised when held, and gone when it is off', () => {
    const planned1 = { status: 'scheduled', present: 1 } as const;
    expect(moneyOfSession(planned1, sum, planned, none)).toEqual(money('reserved'));
    expect(moneyOfSession({ status: 'scheduled', present: 0 }, sum, open, none)).toEqual(money('committed'));
    expect(moneyOfSession(planned1, sum, open, none)).toEqual(money('realised'));
    expect(moneyOfSession({ status: 'cancelled', present: 0 }, sum, open, none)).toBeNull();
    expect(moneyOfSession({ status: 'draft', present: 0 }, sum, open, none)).toBeNull();
  });

  it.each([
    ['by its state', phase('paused')],
    ['from today', phase('approved', '2026-11-24')],
  ])('in a phase that is paused %s stays where it was promised, and is nowhere new', (_, paused) => {
    const session = { status: 'scheduled', present: 0 } as const;
    expect(moneyOfSession(session, sum, paused, none)).toBeNull();
    const elsewhere = { ...none, held: [held('committed', { phaseId: 'q0' })] };
    expect(moneyOfSession(session, sum, paused, elsewhere)).toBeNull();
    const here = { ...none, held: [held('committed')] };
    expect(moneyOfSession(session, sum, paused, here)).toEqual(money('committed'));
  });

  it('in a quarter without a phase stays where it was promised, and is nowhere new', () => {
    const session = { status: 'scheduled', present: 0 } as const;
    expect(moneyOfSession(session, sum, null, none)).toBeNull();
    expect(moneyOfSession(session, sum, null, { ...none, held: [held('committed')] })).toBeNull();
    const here = { ...none, held: [held('committed', { phaseId: null })] };
    expect(moneyOfSession(session, sum, null, here)).toEqual({ ...money('committed'), phaseId: null });
  });
});

it.each([
  [null, false],
  [phase('approved'), false],
  [phase('paused'), true],
  [phase('approved', '2026-11-25'), false],
  [phase('approved', '2026-11-24'), true],
])('a phase as %j is paused on 24 November: %s', (one, paused) => {
  expect(isPaused(one, '2026-11-24')).toBe(paused);
});

describe('the moves between two states', () => {
  it('are none for the same, one for another state, and two for another phase, session or sum', () => {
    expect(movesBetween([held('reserved')], held('reserved'))).toEqual([]);
    const base = { programmeId: 'p', sessionId: 's', phaseId: 'q1', ...sum };
    expect(movesBetween([held('reserved')], held('committed'))).toEqual([
      { ...base, fromState: 'reserved', toState: 'committed' },
    ]);
    for (const other of [{ phaseId: 'q2' }, { sessionId: 's2' }, { programmeId: 'p2' }, { cents: 5_000 }]) {
      expect(movesBetween([held('committed')], held('committed', other))).toEqual([
        { ...base, fromState: 'committed', toState: 'free' },
        { ...base, ...other, fromState: 'free', toState: 'committed' },
      ]);
    }
  });

  const state = fc.constantFrom<MoneyState>('reserved', 'committed', 'realised');
  const one = fc.record({
    programmeId: fc.constantFrom('p', 'p2'),
    sessionId: fc.constantFrom('s', 's2'),
    phaseId: fc.constantFrom('q1', 'q2', null),
    state,
    cents: fc.integer({ min: -300, max: 300 }).filter((cents) => cents !== 0),
  });
  const where = (it: Omit<Held, 'cents' | 'vatCents'>) =>
    JSON.stringify([it.programmeId, it.sessionId, it.phaseId, it.state]);
  const balances = fc
    .uniqueArray(one, { selector: where, maxLength: 4 })
    .map((all) => all.map((it) => ({ ...it, vatCents: it.cents })));
  const wanted = fc.option(
    one.map((it) => ({ ...it, cents: Math.abs(it.cents), vatCents: Math.abs(it.cents) })),
  );

  it('bring whatever is held to exactly what should be, with amounts above nothing', () => {
    fc.assert(
      fc.property(balances, wanted, (before, to) => {
        const moves = movesBetween(before, to);
        const after = new Map(before.map((it) => [where(it), it.cents]));
        for (const { fromState, toState, cents, vatCents, ...rest } of moves) {
          expect(cents).toBeGreaterThan(0);
          expect(vatCents).toBe(cents);
          for (const [side, sign] of [
            [fromState, -1],
            [toState, 1],
          ] as const) {
            if (side === 'free') continue;
            const key = where({ ...rest, state: side });
            after.set(key, (after.get(key) ?? 0) + sign * cents);
          }
        }
        const left = [...after].filter(([, cents]) => cents !== 0);
        expect(left).toEqual(to ? [[where(to), to.cents]] : []);
        expect(movesBetween(to ? [to] : [], to)).toEqual([]);
      }),
    );
  });

  it('leave nothing in a phase that was left', () => {
    const there = movesBetween([], held('committed'));
    const away = movesBetween([held('committed')], held('committed', { phaseId: 'q2' }));
    expect(Object.fromEntries(changesOfPhases([...there, ...away]))).toEqual({
      q1: { reserved: 0, committed: 0, realised: 0 },
      q2: { reserved: 0, committed: 10_000, realised: 0 },
    });
  });
});

describe('without anything new', () => {
  it('what is held in the phase stays, in the state that it should have', () => {
    const to = { ...held('realised'), cents: 99_999 };
    expect(withoutNew([held('committed')], to)).toEqual(held('realised'));
    expect(withoutNew([held('committed', { phaseId: 'q2' })], to)).toBeNull();
    expect(withoutNew([], to)).toBeNull();
    expect(withoutNew([held('committed')], null)).toBeNull();
  });
});
