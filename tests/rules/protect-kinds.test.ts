import { describe, expect, it } from 'vitest';
import { protect } from '../../api/steering/reports/protect.rules.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import {
  breakdown,
  breakdownOf,
  hidden,
  kind,
  large,
  memberships,
  type Numbers,
  numbersOf,
  report,
} from './breakdown-facts.ts';

describe('kind by membership', () => {
  const total = (rows: Numbers[], at: 0 | 1 | 2) => rows.reduce((sum, row) => sum + row[at], 0);
  /** Kinds with visits of members, non-members and unknown, and the breakdown of which they are the parts. */
  const table = (...rows: Numbers[]): Partial<Report> => {
    const all = (at: 0 | 1 | 2): Numbers => [total(rows, at), total(rows, at), total(rows, at)];
    return {
      breakdowns: [memberships(all(0), all(1), all(2))],
      kindByMembership: rows.map((row, n) => kind((['workshop', 'coaching', 'network'] as const)[n]!, row)),
    };
  };
  const cellsOf = ({ kindByMembership }: Report) =>
    kindByMembership.map(({ member, notMember, unknown }) => [member, notMember, unknown]);

  it('is shown as it is when no number is small', () => {
    const shown = protect(report(table([20, 10, 5], [9, 8, 0])));
    expect(cellsOf(shown)).toEqual([
      [20, 10, 5],
      [9, 8, 0],
    ]);
    expect(shown.kindByMembership[0]).toMatchObject({ kind: 'workshop', total: 35 });
    expect(shown.membership).toEqual({ member: 29, notMember: 18, unknown: 5 });
  });

  it('hides a small number with the three others from which it could be computed', () => {
    expect(cellsOf(protect(report(table([20, 10, 9], [4, 8, 30], [40, 50, 60]))))).toEqual([
      [null, null, 9],
      [null, null, 30],
      [40, 50, 60],
    ]);
  });

  it('needs fewer when the totals are hidden too', () => {
    const few = table([3, 30, 30], [0, 40, 40]);
    const shown = protect(report(few));
    expect(shown.membership).toEqual({ member: null, notMember: null, unknown: 70 });
    expect(cellsOf(shown)).toEqual([
      [null, null, 30],
      [0, 40, 40],
    ]);
  });

  it('hides as much as it takes while the totals are shown: 23 less 20 would be 3', () => {
    const shown = protect(report(table([3, 9, 0], [20, 0, 0], [0, 0, 30])));
    expect(shown.membership).toEqual({ member: 23, notMember: 9, unknown: 30 });
    expect(cellsOf(shown)).toEqual([hidden, hidden, hidden]);
  });

  it('shows the zeros under a total that is shown to be zero', () => {
    const few = table([3, 0, 0], [0, 0, 20]);
    const shown = protect(report({ ...few, breakdowns: [memberships([9, 3, 3], [3, 0, 0], [30, 20, 20])] }));
    expect(shown.membership).toEqual({ member: null, notMember: 0, unknown: null });
    expect(cellsOf(shown)).toEqual([
      [null, 0, null],
      [null, 0, null],
    ]);
  });

  it('shows nothing when of the membership nothing can be shown', () => {
    const shown = protect(report(table([3, 0, 0])));
    expect([shown.membership, cellsOf(shown)]).toEqual([
      { member: null, notMember: null, unknown: null },
      [hidden],
    ]);
  });

  it('takes the totals with it when they would tell that every visitor was a member', () => {
    const { breakdowns, kindByMembership } = table([3, 0, 0], [2, 0, 0]);
    const district = breakdown('district', { Noord: large, unknown: [0, 0, 0] });
    const shown = protect(
      report({ breakdowns: [...breakdowns!, district], kindByMembership: kindByMembership! }),
    );
    expect(shown.membership).toEqual({ member: null, notMember: null, unknown: null });
    expect(breakdownOf(shown, 'membership').hidden).toBe(true);
    expect(cellsOf(shown)).toEqual([hidden, hidden]);
    expect(numbersOf(breakdownOf(shown, 'district'))).toEqual({ Noord: large, unknown: [0, 0, 0] });
  });

  it('is for an organiser of its own lists: shown, with the membership of its visitors', () => {
    const own = { organisation: { id: 'a', name: 'Stichting A' } };
    const few = report({ ...table([3, 1, 0], [1, 0, 0]), ...own });
    const district = breakdown('district', { Noord: [1, 1, 1], Zuid: [9, 9, 9], unknown: [0, 0, 0] });
    const shown = protect({ ...few, breakdowns: [...few.breakdowns, district] });
    expect(cellsOf(shown)).toEqual([
      [3, 1, 0],
      [1, 0, 0],
    ]);
    expect(shown.membership).toEqual({ member: 4, notMember: 1, unknown: 0 });
    expect(numbersOf(breakdownOf(shown, 'membership'))).toEqual(numbersOf(few.breakdowns[0]!));
    expect(numbersOf(breakdownOf(shown, 'district'))).toMatchObject({ Noord: hidden, Zuid: hidden });
  });
});
