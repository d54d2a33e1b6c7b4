import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean | null;

/**
 * A table as CSV. `spreadsheet` is what Dutch spreadsheets open by double click: semicolons, a byte order mark, decimal
 * commas. `data` is RFC 4180, for programs. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csv(head: string[], rows: Cell[][], reader: 'spreadsheet' | 'data' = 'spreadsheet') {
  const forSpreadsheet = reader === 'spreadsheet';
  return stringify([head, ...rows.map((row) => row.map((cell) => cell ?? ''))], {
    delimiter: forSpreadsheet ? ';' : ',',
    bom: forSpreadsheet,
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: {
      number: (value) => ({
        value: forSpreadsheet ? String(value).replace('.', ',') : String(value),
        escape_formulas: false,
      }),
      boolean: (value) => (value ? '1' : '0'),
    },
  });
}

/** A download of `csv`, named for who saves it. */
export const csvResponse = (name: string, text: string) =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
