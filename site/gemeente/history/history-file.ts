import { parse } from 'csv-parse/sync';
import { type Column, columns, type TypedRow } from '../../../api/steering/history/rules.ts';
import { history } from '../../texts/nl/history.ts';

/** The columns of the file are Dutch in every language, so that one file fits both pages. */
export const headOf = (column: Column) => history.columns[column];
const needed: Column[] = ['dataset', 'code', 'label', 'value', 'unit', 'asOf', 'source'];

export type ReadFile =
  /** `lines` holds where each row stands in the file. */
  | { ok: true; rows: TypedRow[]; lines: number[] }
  | { ok: false; problem: 'empty' | 'unreadable' }
  | { ok: false; problem: 'missing'; columns: string[] };

/** What is in a file: UTF-8, or what older spreadsheets on Windows write. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows of a CSV file as typed, with a semicolon or a comma between. */
export function readHistoryFile(text: string): ReadFile {
  const first = text.split(/\r?\n/, 1)[0]!;
  const delimiter = first.split(';').length >= first.split(',').length ? ';' : ',';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as typeof records;
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
  const [head, ...body] = records;
  if (!head || body.length === 0) return { ok: false, problem: 'empty' };
  const names = head.record.map((name) => name.toLowerCase().replace(/\s+/g, '_'));
  const missing = needed.map(headOf).filter((name) => !names.includes(name));
  if (missing.length > 0) return { ok: false, problem: 'missing', columns: missing };
  const rows = body.map(({ record }) =>
    Object.fromEntries(columns.map((column) => [column, record[names.indexOf(headOf(column))] ?? ''])),
  );
  return { ok: true, rows, lines: body.map(({ info }) => info.lines) };
}
