import { describe, expect, it } from 'vitest';
import { hiddenCells } from '../../api/steering/reports/small-cells.rules.ts';

const no = null;
const [shown, hidden] = [false, true];
const allShown = [shown, shown, shown];
const allHidden = [hidden, hidden, hidden];

/** A table as it may be shown, with `no` where a number is hidden; whether the totals of the columns go as well. */
const show = (table: number[][], totals: boolean[]) => {
  const { cells, withoutTotals } = hiddenCells(table, totals, 5);
  return { table: table.map((row, i) => row.map((value, j) => (cells[i]![j] ? no : value))), withoutTotals };
};

type Case = [what: string, table: number[][], totals: boolean[], expected: (number | null)[][]];

describe('of a table with a small number in it is hidden as well', () => {
  it.each<Case>([
    ['nothing of no kinds', [], allShown, []],
    [
      'the rectangle that loses least, and has no zeros: those are shown',
      [
        [4, 7, 6],
        [7, 0, 10],
      ],
      allShown,
      [
        [no, 7, no],
        [no, 0, no],
      ],
    ],
    [
      'of two rectangles that lose as much the first',
      [
        [2, 9, 9],
        [9, 9, 9],
      ],
      allShown,
      [
        [no, no, 9],
        [no, no, 9],
      ],
    ],
    [
      'the rest of a rectangle of which the others are small themselves, be it one',
      [
        [9, 2, 1],
        [0, 8, 4],
      ],
      [hidden, hidden, shown],
      [
        [9, no, no],
        [0, no, no],
      ],
    ],
    [
      'in each row and column another, however large, where a total is shown',
      [
        [1, 3, 10],
        [8, 0, 4],
      ],
      [shown, hidden, hidden],
      [
        [no, no, no],
        [no, 0, no],
      ],
    ],
  ])('%s', (_, table, totals, expected) =>
    expect(show(table, totals)).toEqual({ table: expected, withoutTotals: false }),
  );
});

describe('where totals are hidden themselves', () => {
  it.each<Case>([
    ['two small numbers in a row protect each other', [[5, 1, 2]], [shown, hidden, hidden], [[5, no, no]]],
    ['one and two may be two and one', [[0, 1, 2]], [shown, hidden, hidden], [[0, no, no]]],
    ['five may be computed', [[0, 9, 5]], [shown, hidden, hidden], [[0, 9, 5]]],
    [
      'one more in the row is enough',
      [
        [5, 1, 9],
        [9, 8, 0],
      ],
      [hidden, hidden, shown],
      [
        [no, no, 9],
        [9, 8, 0],
      ],
    ],
    [
      'the last of a longer way round is hidden too, when no rectangle is without zeros',
      [
        [0, 5, 2],
        [2, 1, 0],
      ],
      [hidden, shown, hidden],
      [
        [0, no, no],
        [no, no, 0],
      ],
    ],
    [
      'the smallest go first, until it is enough',
      [
        [0, 8, 9],
        [0, 9, 5],
        [4, 4, 0],
      ],
      [hidden, shown, hidden],
      [
        [0, no, no],
        [0, 9, no],
        [no, no, 0],
      ],
    ],
    [
      'but before them what stands in the same row',
      [
        [5, 6, 0],
        [5, 6, 0],
        [11, 0, 3],
      ],
      [shown, hidden, hidden],
      [
        [no, no, 0],
        [no, 6, 0],
        [no, 0, no],
      ],
    ],
  ])('%s', (_, table, totals, expected) =>
    expect(show(table, totals)).toEqual({ table: expected, withoutTotals: false }),
  );
});

describe('with nothing to hide behind zeros are hidden as well', () => {
  it.each<Case>([
    ['in the only row', [[0, 2, 0]], allHidden, [[no, no, no]]],
    [
      'but not under a total of zero',
      [
        [2, 2, 0],
        [1, 0, 0],
      ],
      [hidden, hidden, shown],
      [
        [no, no, 0],
        [no, no, 0],
      ],
    ],
    [
      'nor in a row without visits',
      [
        [1, 13, 9],
        [1, 1, 1],
        [0, 0, 0],
      ],
      allHidden,
      [
        [no, no, no],
        [no, no, no],
        [0, 0, 0],
      ],
    ],
  ])('%s', (_, table, totals, expected) =>
    expect(show(table, totals)).toEqual({ table: expected, withoutTotals: false }),
  );

  it('and the totals with them, when there was one visit in all', () =>
    expect(show([[0, 0, 1]], allHidden)).toEqual({ table: [[no, no, no]], withoutTotals: true }));
});
