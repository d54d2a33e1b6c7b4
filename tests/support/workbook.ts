import { read, utils } from '@e965/xlsx';

/** A workbook as another library reads it: its sheets as rows, and what stands in it as a formula. */
export function readWorkbook(bytes: ArrayBuffer) {
  const book = read(new Uint8Array(bytes), { cellFormula: true });
  const sheets = Object.fromEntries(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<(string | number)[]>(book.Sheets[name]!, { header: 1, defval: '' }),
    ]),
  );
  const formulas = Object.values(book.Sheets).flatMap((sheet) =>
    Object.values(sheet).filter((cell) => typeof cell === 'object' && 'f' in cell),
  );
  return { sheets, formulas };
}
