const isSmall = (value: number, k: number) => value > 0 && value < k;

/**
 * Which rows of a breakdown can't be shown, because a number of less than `k` could be read or computed. Each row has the
 * same columns, of which the totals are known. A row is hidden as a whole, but zeros are shown. Null: nothing can be shown
 * but the totals.
 *
 * Who subtracts knows of each column the sum of what is hidden, and that each hidden number is at least one. So one hidden
 * number alone is known, and so are several that are all one: then another row is hidden as well.
 */
export function hiddenRows(rows: number[][], k: number): boolean[] | null {
  const hidden = rows.map((row) => row.some((value) => isSmall(value, k)));
  for (;;) {
    const column = (rows[0] ?? []).findIndex((_, at) => isKnown(rows, hidden, at));
    if (column === -1) return hidden;
    const next = smallest(rows.map((row, i) => (hidden[i] ? 0 : row[column]!)));
    if (next === null) return null;
    hidden[next] = true;
  }
}

function isKnown(rows: number[][], hidden: boolean[], column: number) {
  const values = rows.flatMap((row, i) => (hidden[i] && row[column]! > 0 ? [row[column]!] : []));
  return values.length === 1 || (values.length > 0 && values.every((value) => value === 1));
}

/** Where the smallest number above zero is. */
function smallest(values: number[]): number | null {
  const least = Math.min(...values.filter((value) => value > 0));
  return least === Infinity ? null : values.indexOf(least);
}

export type HiddenCells = {
  cells: boolean[][];
  /** The totals of the columns can't be shown either. */
  withoutTotals: boolean;
};

/**
 * The same for a table of which the totals of the rows are known, and those of the columns unless they are hidden
 * themselves. The hidden cells and totals are the edges of a graph between rows and columns: a number is known when no
 * other solution exists, so when no cycle of hidden numbers runs through it along which one can be moved.
 */
export function hiddenCells(table: number[][], hiddenTotals: boolean[], k: number): HiddenCells {
  const cells = table.map((row) => row.map((value) => isSmall(value, k)));
  for (;;) {
    const known = findKnown(table, cells, hiddenTotals, k, 1);
    if (!known) return { cells, withoutTotals: false };
    const more = cheapestCycle(table, cells, hiddenTotals, known) ?? cheapestCell(table, cells, known);
    if (!more) break;
    for (const { i, j } of more) cells[i]![j] = true;
  }
  const sums = columnSums(table);
  const all = (withoutTotals: boolean) =>
    table.map((row) => {
      const isEmpty = row.every((value) => value === 0);
      return row.map((_, j) => !isEmpty && (withoutTotals || hiddenTotals[j]! || sums[j]! > 0));
    });
  const kept = { cells: all(false), withoutTotals: false };
  return findKnown(table, kept.cells, hiddenTotals, k, 0) ? { cells: all(true), withoutTotals: true } : kept;
}

type Cell = { i: number; j: number };

/**
 * The other corners of a rectangle, of which the least is lost by hiding what is still shown. Its other row may be that of
 * the totals, where these are hidden anyway.
 */
function cheapestCycle(
  table: number[][],
  cells: boolean[][],
  hiddenTotals: boolean[],
  known: Cell,
): Cell[] | null {
  const isTotal = ({ i }: Cell) => i === table.length;
  const canMove = (cell: Cell) => (isTotal(cell) ? hiddenTotals[cell.j]! : table[cell.i]![cell.j]! > 0);
  const lossOf = (cell: Cell) => (isTotal(cell) || cells[cell.i]![cell.j] ? 0 : table[cell.i]![cell.j]!);
  const loss = (corners: Cell[]) => corners.reduce((sum, corner) => sum + lossOf(corner), 0);
  const best = [...table, hiddenTotals]
    .flatMap((row, i) => [...row.keys()].map((j) => ({ i, j })))
    .filter(({ i, j }) => i !== known.i && j !== known.j)
    .map(({ i, j }) => [
      { i, j },
      { i: known.i, j },
      { i, j: known.j },
    ])
    .filter((corners) => corners.every(canMove) && loss(corners) > 0)
    .reduce<Cell[] | null>((best, one) => (best && loss(best) <= loss(one) ? best : one), null);
  return best && best.filter((cell) => !isTotal(cell));
}

/** The smallest that is still shown, in the same row when there is one. */
function cheapestCell(table: number[][], cells: boolean[][], known: Cell): Cell[] | null {
  const far = ({ i }: Cell) => Number(i !== known.i);
  const [next] = table
    .flatMap((row, i) => row.map((value, j) => ({ i, j, value })))
    .filter(({ i, j, value }) => value > 0 && !cells[i]![j])
    .sort((a, b) => far(a) - far(b) || a.value - b.value);
  return next ? [next] : null;
}

const columnSums = (table: number[][]) =>
  (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));

/**
 * A number below `k`, which is hidden, that can be computed all the same; the total of column j stands in the row below the
 * last.
 */
function findKnown(table: number[][], cells: boolean[][], hiddenTotals: boolean[], k: number, least: number) {
  const values = [...table, columnSums(table)];
  const hidden = [...cells, hiddenTotals];
  // In the row of the totals a number works against those above it.
  const room = (i: number, j: number, change: number) => {
    const own = i === table.length ? -change : change;
    return own > 0 || values[i]![j]! > (i === table.length ? 1 : least);
  };
  for (const [i, row] of hidden.entries()) {
    for (const j of row.keys()) {
      const moves = (change: number) => room(i, j, change) && hasCycle(hidden, room, { i, j }, change);
      if (isSmall(values[i]![j]!, k) && !moves(1) && !moves(-1)) return { i, j };
    }
  }
  return null;
}

type Room = (i: number, j: number, change: number) => boolean;

/** Whether a change of one cell can be made good by others, back and forth between its column and its row. */
function hasCycle(hidden: boolean[][], room: Room, from: Cell, change: number) {
  const isUsable = (i: number, j: number, by: number) =>
    hidden[i]![j]! && !(i === from.i && j === from.j) && room(i, j, by);
  const seenColumns = new Set([from.j]);
  for (const column of seenColumns) {
    for (const i of hidden.keys()) {
      if (!isUsable(i, column, -change)) continue;
      if (i === from.i) return true;
      for (const j of hidden[i]!.keys()) if (isUsable(i, j, change)) seenColumns.add(j);
    }
  }
  return false;
}
