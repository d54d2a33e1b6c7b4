import { describe, expect, it } from 'vitest';
import { plusDays } from '../../api/language/time.ts';
import { proposedThresholds } from '../../api/steering/settings/rules.ts';
import { elapsedShare, readingsOf, stillPossible } from '../../api/steering/signals/rules.ts';
import { quiet } from './signals-facts.ts';

describe('the days of a quarter', () => {
  it.each([quiet.endsOn, plusDays(quiet.endsOn, 1)])('on %s no day is left', (today) =>
    expect(
      readingsOf(
        { ...quiet, groups: [{ group: 'network', held: 0, planned: 0, min: 1, max: 1 }], today, phase: null },
        proposedThresholds,
      ),
    ).toMatchObject([{ kind: 'target-unreachable', figures: { possible: 0, daysLeft: 0 } }]),
  );

  it('in every week that begins in time two sessions can still be held', () => {
    const possible = (today: string) => stillPossible({ ...quiet, today }, proposedThresholds);
    // Fourteen days later it is the last day, with weeks of seven days before it.
    expect(['2022-02-04', '2022-01-29', '2022-01-28', '2022-01-22', '2022-01-21'].map(possible)).toEqual([
      2, 2, 4, 4, 6,
    ]);
    expect(['2022-02-05', '2022-02-13'].map(possible)).toEqual([0, 0]);
  });

  it('today counts as over', () => {
    expect(elapsedShare({ ...quiet, today: '2022-01-03' })).toBe(0.5);
    expect(elapsedShare({ ...quiet, today: quiet.startsOn })).toBeCloseTo(1 / 92, 10);
  });
});
