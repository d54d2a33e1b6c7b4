import { describe, expect, it } from 'vitest';
import type { PhaseChange } from '../../api/programmes/phases/rules.ts';
import { undoRefusal } from '../../api/steering/phase-changes/rules.ts';

const base = { state: 'planned', ceilingCents: 1000, pausedFrom: null } as const;
const around = { base, hasCommitted: false, today: '2027-03-10' };
const change = (kind: PhaseChange['kind'], more: Partial<PhaseChange> = {}): PhaseChange => ({
  id: kind,
  kind,
  ceilingCents: kind === 'reduce' ? 500 : null,
  effectiveOn: '2027-03-10',
  decidedAt: '2027-03-10T09:00:00.000Z',
  ...more,
});
const tomorrow = { effectiveOn: '2027-03-11' };
const later = { decidedAt: '2027-03-10T10:00:00.000Z' };

describe('a change of a phase is taken back', () => {
  it.each<[string, PhaseChange, Partial<typeof around>, string | null]>([
    ['a release before money is committed', change('release', { effectiveOn: '2027-01-01' }), {}, null],
    ['not a release after it', change('release'), { hasCommitted: true }, 'phase-change-in-effect'],
    ['a payment on the day', change('pay'), { hasCommitted: true }, null],
    ['not a payment a day later', change('pay', { effectiveOn: '2027-03-09' }), {}, 'phase-change-in-effect'],
    ['a pause of tomorrow', change('pause', tomorrow), { hasCommitted: true }, null],
    ['not a pause of today', change('pause'), {}, 'phase-change-in-effect'],
    ['a lower ceiling of tomorrow', change('reduce', tomorrow), {}, null],
    ['not a lower ceiling of today', change('reduce'), {}, 'phase-change-in-effect'],
    ['not a resumption of today', change('resume'), {}, 'phase-change-in-effect'],
  ])('%s', (_, one, known, refusal) => {
    expect(undoRefusal(one, [one], { ...around, ...known })).toBe(refusal);
  });

  it('not before what rests on it', () => {
    const [release, pay] = [change('release'), change('pay', later)];
    expect(undoRefusal(release, [release, pay], around)).toBe('phase-change-needed');
    expect(undoRefusal(pay, [release, pay], around)).toBe(null);
    const [pause, resume] = [change('pause', tomorrow), change('resume', { ...tomorrow, ...later })];
    expect(undoRefusal(pause, [resume, pause], around)).toBe('phase-change-needed');
    expect(undoRefusal(resume, [pause, resume], around)).toBe(null);
  });

  it('of two of one moment the first is the one with the lower id', () => {
    const [release, pay] = [change('release', { id: 'a' }), change('pay', { id: 'b' })];
    expect(undoRefusal(release, [pay, release], around)).toBe('phase-change-needed');
  });

  it('whatever was decided beside it', () => {
    const [pause, release] = [change('pause', tomorrow), change('release', later)];
    expect(undoRefusal(pause, [pause, release], around)).toBe(null);
    const [one, two] = [
      change('reduce', tomorrow),
      change('pause', { effectiveOn: '2027-03-12', id: 'x', ...later }),
    ];
    expect(undoRefusal(one, [one, two], around)).toBe(null);
  });
});
