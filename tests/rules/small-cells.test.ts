import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCells, hiddenRows } from '../../api/steering/reports/small-cells.rules.ts';
import { attack, type Published, type Sum } from './small-cells-attacker.ts';

const K = 5;
const number = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(14) });
const rowsOf = (columns: number, most: number) =>
  fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: most });
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const column = (rows: number[][], j: number) => rows.map((row) => row[j]!);

type Rows = { rows: number[][]; hidden: boolean[] | null };
/** What someone knows of a breakdown: each column with its total, zeros shown unless everything is hidden. */
function publishRows(name: string, { rows, hidden }: Rows) {
  const published: Published = {};
  const sums: Sum[] = [];
  for (const j of rows[0]!.keys()) {
    const names = rows.map((_, i) => `${name}/${i}/${j}`);
    rows.forEach((row, i) => {
      const isHidden = hidden === null || (hidden[i]! && row[j] !== 0);
      published[names[i]!] = isHidden ? null : row[j]!;
    });
    sums.push({ parts: names, total: sumOf(column(rows, j)) });
  }
  return { published, sums };
}
const knownSmall = (known: Map<string, number>) => [...known].filter(([, value]) => value > 0 && value < K);

describe('a breakdown', () => {
  it('never shows a number below five', () => {
    fc.assert(
      fc.property(rowsOf(3, 6), (rows) => {
        const hidden = hiddenRows(rows, K);
        const shown = rows.filter((_, i) => hidden && !hidden[i]).flat();
        expect(shown.filter((value) => value > 0 && value < K)).toEqual([]);
      }),
    );
  });

  it('gives nothing below five to who subtracts, also from another breakdown of the same people', () => {
    fc.assert(
      fc.property(rowsOf(2, 5), rowsOf(2, 5), (rows, others) => {
        const one = publishRows('one', { rows, hidden: hiddenRows(rows, K) });
        // The other has the same totals: what is missing is added to its first row.
        for (const j of [0, 1]) {
          const missing = sumOf(column(rows, j)) - sumOf(column(others, j));
          if (missing > 0) others[0]![j]! += missing;
          else rows[0]![j]! -= missing;
        }
        const both = [rows, others].map((list, n) =>
          publishRows(String(n), { rows: list, hidden: hiddenRows(list, K) }),
        );
        const published = Object.assign({}, ...both.map((it) => it.published)) as Published;
        const sums = both.flatMap((it) => it.sums);
        const isAll = (name: string) => hiddenRows(name.startsWith('0') ? rows : others, K) === null;
        expect(knownSmall(attack(published, sums, (name) => (isAll(name) ? 0 : 1), 60))).toEqual([]);
        expect(one.sums.length).toBe(2);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing small', [[9], [7], [0]], [false, false, false]],
    ['one small number takes the smallest other with it', [[2], [9], [7]], [true, false, true]],
    ['two small numbers protect each other', [[2], [3], [9]], [true, true, false]],
    ['two ones would be known: they are two together', [[1], [1], [9]], [true, true, true]],
    [
      'a row goes as a whole',
      [
        [9, 2],
        [8, 8],
        [7, 7],
      ],
      [true, false, true],
    ],
    ['with nothing to hide behind there is nothing to show', [[3], [0]], null],
    ['one small number alone has nothing to hide behind', [[1]], null],
    ['nobody at all', [[0], [0]], [false, false]],
    ['no rows', [], []],
  ])('%s', (_, rows, expected) => {
    expect(hiddenRows(rows, K)).toEqual(expected);
  });
});

describe('a table', () => {
  const table = fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });

  it('gives nothing below five to who subtracts rows, columns and the breakdown of its columns', () => {
    fc.assert(
      fc.property(table, fc.array(number, { minLength: 3, maxLength: 3 }), (rows, others) => {
        const { known } = attackTable(rows, others);
        expect(knownSmall(known)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('the attacker can do it: with only what is small hidden, numbers are known', () => {
    const found = fc
      .sample(table, 300)
      .filter((rows) => knownSmall(attackTable(rows, [0, 0, 0], false).known).length > 0);
    expect(found.length).toBeGreaterThan(10);
  });

  it('hides no more than it must', () => {
    const rows = [
      [20, 9, 8],
      [14, 2, 7],
      [30, 12, 9],
    ];
    const { cells, withoutTotals } = hiddenCells(rows, [false, false, false], K);
    expect(withoutTotals).toBe(false);
    expect(cells.flat().filter(Boolean).length).toBe(4);
  });
});

/** A table with its margins, as a report has it: the columns add up to a breakdown with `others` beside, protected as well. */
function attackTable(rows: number[][], others: number[], isProtected = true) {
  const totals = [0, 1, 2].map((j) => sumOf(column(rows, j)));
  const margins = hiddenRows(
    totals.map((total, j) => [total, others[j]!]),
    K,
  );
  const hiddenTotals = totals.map((total, j) => margins === null || (margins[j]! && total !== 0));
  const made = hiddenCells(rows, hiddenTotals, K);
  const cells = isProtected ? made.cells : rows.map((row) => row.map((value) => value > 0 && value < K));
  const allTotals = margins === null || (isProtected && made.withoutTotals);
  const published: Published = {};
  rows.forEach((row, i) => row.forEach((value, j) => (published[`${i}/${j}`] = cells[i]![j] ? null : value)));
  totals.forEach((total, j) => (published[`t/${j}`] = allTotals || hiddenTotals[j] ? null : total));
  const sums: Sum[] = [
    ...rows.map((row, i) => ({ parts: row.map((_, j) => `${i}/${j}`), total: sumOf(row) })),
    ...totals.map((_, j) => ({ parts: rows.map((__, i) => `${i}/${j}`), total: `t/${j}` })),
    { parts: totals.map((_, j) => `t/${j}`), total: sumOf(totals) },
  ];
  // Zeros are shown, so what is hidden is at least one: unless nothing is shown where there can be something.
  const isEmpty = (i: number, j: number) => sumOf(rows[i]!) === 0 || (!hiddenTotals[j] && totals[j] === 0);
  const zeros = cells.every((row, i) => row.every((hidden, j) => hidden || isEmpty(i, j)));
  const least = (name: string) => (name.startsWith('t') ? (allTotals ? 0 : 1) : zeros ? 0 : 1);
  return { known: attack(published, sums, least, 60) };
}
