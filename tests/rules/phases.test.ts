import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fits,
  type PhaseBase,
  type PhaseChange,
  phaseOn,
  releaseRefusal,
} from '../../api/programmes/phases/rules.ts';

const base = { state: 'planned', ceilingCents: 30_000_00, pausedFrom: null } as const;
let n = 0;
const change = (kind: PhaseChange['kind'], effectiveOn: string, ceilingCents: number | null = null) => ({
  id: `id-${String(n++).padStart(6, '0')}`,
  kind,
  ceilingCents,
  effectiveOn,
  decidedAt: '2026-11-01T09:00:00.000Z',
});

describe('what is in force of a phase', () => {
  const changes = [
    change('release', '2026-11-01'),
    change('reduce', '2026-11-10', 20_000_00),
    change('pause', '2026-11-15'),
    change('resume', '2026-11-20'),
    change('pay', '2026-12-01'),
    change('reduce', '2026-12-10', 30_000_00),
  ];
  it.each([
    ['2026-10-31', 'planned', 30_000_00, false],
    ['2026-11-01', 'approved', 30_000_00, true],
    ['2026-11-10', 'reduced', 20_000_00, true],
    ['2026-11-15', 'paused', 20_000_00, true],
    ['2026-11-20', 'reduced', 20_000_00, true],
    ['2026-12-01', 'paid', 20_000_00, true],
    ['2026-12-10', 'paid', 30_000_00, true],
  ] as const)('on %s is %s', (date, state, ceilingCents, released) => {
    expect(phaseOn(base, changes, date)).toMatchObject({ state, ceilingCents, released });
  });

  it('is what it began with when nothing happened', () => {
    for (const state of ['planned', 'approved', 'paid', 'reduced', 'paused'] as const) {
      const found = phaseOn({ ...base, state }, [], '2026-11-24');
      expect(found).toMatchObject({
        state,
        ceilingCents: base.ceilingCents,
        released: state !== 'planned',
        paused: state === 'paused',
      });
    }
  });

  it('a phase that is paused before its release is not released', () => {
    const paused = [change('pause', '2026-11-02')];
    expect(phaseOn(base, paused, '2026-11-03')).toMatchObject({ state: 'paused', released: false });
  });

  it('that began with a pause ahead goes until that day', () => {
    const began = { ...base, state: 'approved', pausedFrom: '2026-11-10' } as const;
    const stateOn = (date: string) => phaseOn(began, [], date).state;
    expect([stateOn('2026-11-09'), stateOn('2026-11-10'), stateOn('2026-11-11')]).toEqual([
      'approved',
      'paused',
      'paused',
    ]);
  });

  it('that was paid and lowered after that is reduced, and one that began reduced is paid once it is paid', () => {
    const lowered = [change('reduce', '2026-11-10', 20_000_00)];
    expect(phaseOn({ ...base, state: 'paid' }, lowered, '2026-11-10')).toMatchObject({
      state: 'reduced',
      paid: true,
    });
    expect(phaseOn({ ...base, state: 'reduced' }, [change('pay', '2026-11-10')], '2026-11-10').state).toBe(
      'paid',
    );
  });

  it('of two decisions for one day the later one holds, whatever came in first', () => {
    const day = '2026-11-10';
    const first = { ...change('reduce', day, 10_000_00), id: 'b', decidedAt: '2026-11-02T09:00:00.000Z' };
    const last = { ...change('reduce', day, 20_000_00), id: 'a', decidedAt: '2026-11-03T09:00:00.000Z' };
    const ceiling = (...all: PhaseChange[]) => phaseOn(base, all, day).ceilingCents;
    expect([ceiling(first, last), ceiling(last, first)]).toEqual([20_000_00, 20_000_00]);
    // Of one moment, the one that was written down last: its id is higher.
    const same = { ...last, id: 'c', ceilingCents: 15_000_00 };
    expect([ceiling(last, same), ceiling(same, last)]).toEqual([15_000_00, 15_000_00]);
  });

  it('goes by the day on which a decision takes effect, not by that on which it was taken', () => {
    const early = { ...change('reduce', '2026-11-10', 10_000_00), decidedAt: '2026-11-05T09:00:00.000Z' };
    const late = { ...change('reduce', '2026-11-12', 20_000_00), decidedAt: '2026-11-01T09:00:00.000Z' };
    expect(phaseOn(base, [late, early], '2026-11-12').ceilingCents).toBe(20_000_00);
  });

  it('a change of a later day never alters the answer for an earlier one, in whatever order they come', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
    const anyChange = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('release', 'pay', 'reduce', 'pause', 'resume'),
      ceilingCents: fc.integer({ min: 0, max: 30_000_00 }),
      effectiveOn: date,
      decidedAt: date,
    }) as fc.Arbitrary<PhaseChange>;
    const anyBase = fc.record({
      state: fc.constantFrom('planned', 'approved', 'paid', 'reduced', 'paused'),
      ceilingCents: fc.constant(30_000_00),
      pausedFrom: fc.option(date),
    }) as fc.Arbitrary<PhaseBase>;
    fc.assert(
      fc.property(anyBase, fc.array(anyChange), anyChange, date, (began, before, added, on) => {
        fc.pre(on < added.effectiveOn);
        expect(phaseOn(began, [added, ...before], on)).toEqual(phaseOn(began, before, on));
        expect(phaseOn(began, before.toReversed(), on)).toEqual(phaseOn(began, before, on));
        expect(phaseOn(began, before, on).ceilingCents).toBeLessThanOrEqual(began.ceilingCents);
      }),
    );
  });
});

describe('what can be done with a phase', () => {
  const on = (...kinds: PhaseChange['kind'][]) =>
    phaseOn(
      base,
      kinds.map((kind) => change(kind, '2026-11-01', kind === 'reduce' ? 100 : null)),
      '2026-11-02',
    );
  const can = (
    kind: PhaseChange['kind'],
    inForce: ReturnType<typeof on>,
    ceilingCents: number | null = null,
  ) => fits({ kind, ceilingCents }, base, inForce);
  it('is released once, paid once and not while it is paused', () => {
    expect(can('release', on())).toBe(true);
    expect(can('release', on('release'))).toBe(false);
    expect(can('pay', on())).toBe(false);
    expect(can('pay', on('release'))).toBe(true);
    expect(can('pay', on('release', 'pause'))).toBe(false);
    expect(can('pay', on('release', 'pay'))).toBe(false);
  });
  it('is paused when it goes, and resumed when it is paused', () => {
    expect(can('pause', on())).toBe(true);
    expect(can('pause', on('pause'))).toBe(false);
    expect(can('resume', on())).toBe(false);
    expect(can('resume', on('pause'))).toBe(true);
  });
  it('is lowered to another amount, never above that with which it began', () => {
    expect(can('reduce', on(), 30_000_01)).toBe(false);
    expect(can('reduce', on(), 30_000_00)).toBe(false);
    expect(can('reduce', on(), 0)).toBe(true);
    expect(can('reduce', on('reduce'), 100)).toBe(false);
    expect(can('reduce', on('reduce'), 30_000_00)).toBe(true);
  });
});

it('a phase is released on the evaluation of the quarter before, unless it says stop', () => {
  expect(releaseRefusal(undefined, false)).toBeNull();
  expect(releaseRefusal(null, false)).toBe('evaluation-needed');
  expect(releaseRefusal({ decision: 'continue' }, false)).toBeNull();
  expect(releaseRefusal({ decision: 'scaleDown' }, false)).toBeNull();
  expect(releaseRefusal({ decision: 'stop' }, false)).toBe('programme-stopped');
  expect(releaseRefusal(undefined, true)).toBe('programme-stopped');
});
