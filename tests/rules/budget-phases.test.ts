import { describe, expect, it } from 'vitest';
import { canChange, canRemove, faultsOfPhase } from '../../api/steering/budget-phases/rules.ts';
import { phaseWords } from '../../api/steering/budget-phases/words.ts';

const phase = { ceilingCents: 500, promisedCents: 0, decisions: 0, moves: 0 };
const around = { authorisedCents: 1_000, othersCents: 400, phase: null };

describe('the amount of a phase', () => {
  it.each([
    ['all that is left', 600, around, []],
    ['a cent more than that', 601, around, [{ code: 'above-authorised', roomCents: 600 }]],
    [
      'anything, when the others are too much already',
      1,
      { ...around, othersCents: 1_200 },
      [{ code: 'above-authorised', roomCents: 0 }],
    ],
    [
      'anything, when nothing was authorised',
      1,
      { ...around, authorisedCents: null },
      [{ code: 'not-authorised' }],
    ],
    ['as much as was promised', 300, { ...around, phase: { ...phase, promisedCents: 300 } }, []],
    [
      'a cent less than that',
      299,
      { ...around, phase: { ...phase, promisedCents: 300 } },
      [{ code: 'below-promised', promisedCents: 300 }],
    ],
    [
      'too much and too little at once',
      700,
      { ...around, phase: { ...phase, promisedCents: 800 } },
      [
        { code: 'above-authorised', roomCents: 600 },
        { code: 'below-promised', promisedCents: 800 },
      ],
    ],
  ])('%s', (_, cents, of, faults) => {
    expect(faultsOfPhase(cents, of)).toEqual(faults);
  });

  it('is refused in words with the amount that is possible', () => {
    const [above] = faultsOfPhase(601_00, { ...around, authorisedCents: 1_000_00, othersCents: 400_00 });
    expect(phaseWords(above!, 'nl')).toContain('€\u00a0600');
    expect(phaseWords(above!, 'en')).toContain('600');
    expect(phaseWords({ code: 'below-promised', promisedCents: 300_00 }, 'nl')).toContain('€\u00a0300');
    expect(phaseWords({ code: 'below-promised', promisedCents: 300_00 }, 'en')).toContain('300');
    expect(phaseWords({ code: 'not-authorised' }, 'nl')).toMatch(/instellingen/);
    expect(phaseWords({ code: 'not-authorised' }, 'en')).toMatch(/settings/);
  });
});

describe('a phase', () => {
  it('is changed until something was decided about it, and removed while nothing was ever promised in it', () => {
    expect([canChange(null), canChange(phase), canChange({ ...phase, decisions: 1 })]).toEqual([
      true,
      true,
      false,
    ]);
    expect([
      canRemove(phase),
      canRemove({ ...phase, decisions: 1 }),
      canRemove({ ...phase, moves: 2 }),
    ]).toEqual([true, false, false]);
    expect(canChange({ ...phase, moves: 2 })).toBe(true);
  });
});
