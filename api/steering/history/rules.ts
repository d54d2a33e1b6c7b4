import type { FieldCode } from '../../http/problem.ts';
import { parseNumber } from '../../language/numbers.ts';
import { parseDate } from '../../language/time.ts';

export const columns = [
  'dataset',
  'code',
  'label',
  'value',
  'unit',
  'asOf',
  'period',
  'breakdown',
  'partOf',
  'source',
  'page',
  'note',
] as const;
export type Column = (typeof columns)[number];
/** One row as it was typed. */
export type TypedRow = Partial<Record<Column, string | undefined>>;
export type Figure = {
  dataset: string;
  code: string;
  label: string;
  value: number | null;
  unit: string;
  asOf: string;
} & Record<'period' | 'breakdown' | 'partOf' | 'page' | 'note', string | null> & { source: string };

const needed = ['dataset', 'code', 'label', 'value', 'unit', 'asOf', 'source'] as const;
const MOST = {
  dataset: 120,
  code: 60,
  label: 200,
  value: 40,
  unit: 80,
  asOf: 20,
  period: 120,
  breakdown: 120,
};
const most = (column: Column) => (MOST as Partial<Record<Column, number>>)[column] ?? 500;

type Fault = { name: string; code: FieldCode };

/** What the rows say, and everything that is wrong with them: `rows.0.value` is the value of the first. */
export function readRows(rows: TypedRow[]): { figures: Figure[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const figures = rows.map((row, n) => {
    const text = (column: Column) => row[column]?.replace(/\s+/g, ' ').trim() ?? '';
    const fault = (column: Column, code: FieldCode) => faults.push({ name: `rows.${n}.${column}`, code });
    for (const column of needed) if (text(column) === '') fault(column, 'required');
    for (const column of columns) if (text(column).length > most(column)) fault(column, 'too-long');
    const value = parseNumber(text('value'));
    if (value === undefined && text('value') !== '') fault('value', 'number');
    const asOf = parseDate(text('asOf')) ?? parseMonth(text('asOf'));
    if (asOf === null && text('asOf') !== '') fault('asOf', 'date');
    return {
      dataset: text('dataset'),
      code: text('code'),
      label: text('label'),
      value: value ?? null,
      unit: text('unit'),
      asOf: asOf ?? '',
      period: text('period') || null,
      breakdown: text('breakdown') || null,
      partOf: text('partOf') || null,
      source: text('source'),
      page: text('page') || null,
      note: text('note') || null,
    };
  });
  return { figures, faults };
}

/** A month, for a source that says no more: `2021-07` or `07-2021`. */
function parseMonth(text: string): string | null {
  const [, year, month] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
  const [, dutchMonth, dutchYear] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return parseDate(`${year ?? dutchYear}-${month ?? dutchMonth}-1`)?.slice(0, 7) ?? null;
}

type Checked = Pick<
  Figure,
  'dataset' | 'code' | 'label' | 'value' | 'unit' | 'asOf' | 'breakdown' | 'partOf' | 'page'
>;
type Said = { label: string; value: number; unit: string; page: string | null };
export type Check =
  /** Parts that do not add up to the figure that they are parts of. */
  | {
      kind: 'sum';
      dataset: string;
      breakdown: string | null;
      whole: Said;
      parts: Said[];
      sum: number;
      difference: number;
    }
  /** One figure that is given with different values. */
  | { kind: 'differs'; dataset: string; values: Said[]; difference: number };

const said = ({ label, value, unit, page }: Checked): Said => ({ label, value: value!, unit, page });
// Decimals of figures are at most four.
const round = (value: number) => Math.round(value * 10_000) / 10_000;
const key = (...parts: (string | null)[]) => JSON.stringify(parts);

/** What does not add up in earlier figures. It is shown, and never put right. */
export function checksOf(figures: Checked[]): Check[] {
  const known = figures.filter(({ value }) => value !== null);
  return [...sums(figures, known), ...differences(known)];
}

function sums(figures: Checked[], known: Checked[]): Check[] {
  const groups = Map.groupBy(
    figures.filter(({ partOf }) => partOf !== null),
    ({ dataset, partOf, breakdown, unit, asOf }) => key(dataset, partOf, breakdown, unit, asOf),
  );
  return [...groups.values()].flatMap((parts) => {
    const { dataset, partOf, breakdown, unit, asOf } = parts[0]!;
    const wholes = known.filter((one) => one.dataset === dataset && one.code === partOf && one.unit === unit);
    const whole = wholes.find((one) => one.asOf === asOf) ?? wholes[0];
    if (!whole || parts.some(({ value }) => value === null)) return [];
    const sum = round(parts.reduce((total, { value }) => total + value!, 0));
    const difference = round(sum - whole.value!);
    if (difference === 0) return [];
    return [
      {
        kind: 'sum' as const,
        dataset,
        breakdown,
        whole: said(whole),
        parts: parts.map(said),
        sum,
        difference,
      },
    ];
  });
}

function differences(known: Checked[]): Check[] {
  const groups = Map.groupBy(known, ({ dataset, code, breakdown, asOf }) =>
    key(dataset, code, breakdown, asOf),
  );
  return [...groups.values()].flatMap((same) => {
    const values = same.map(({ value }) => value!);
    const difference = round(Math.max(...values) - Math.min(...values));
    return difference === 0
      ? []
      : [{ kind: 'differs' as const, dataset: same[0]!.dataset, values: same.map(said), difference }];
  });
}
