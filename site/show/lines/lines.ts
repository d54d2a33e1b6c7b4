import type { FieldError, Refused } from '../../forms.ts';

/** A line of two parts with a semicolon or a tab between them, as people paste them from a sheet; `at` is its number. */
type Line = { left: string; right: string; at: number };

/** Empty lines count for nothing but the numbers of the others. */
export const linesIn = (typed = ''): Line[] =>
  typed.split(/\r?\n/).flatMap((line, n) => {
    if (line.trim() === '') return [];
    const [left = '', ...right] = line.split(/[;\t]/);
    return { left: left.trim(), right: right.join(';').trim(), at: n + 1 };
  });

type Words = { twice: (line: string) => string; wrong: (line: string) => string };
const ROW = /^rows\.(\d+)\./;

/** What the API found wrong with rows, at the one field that they were typed in, by the lines that they stand on. */
export function faultsOfLines(refused: Refused, typed: Line[], words: Words): Refused {
  const fields = refused.fields.map((field): FieldError => {
    const line = typed[Number(ROW.exec(field.name)?.[1] ?? NaN)];
    if (!line) return { ...field, name: 'lines' };
    const said = field.code === 'in-use' ? words.twice : words.wrong;
    const reason = said(`${line.at} (${[line.left, line.right].join(' ; ')})`);
    return { name: 'lines', code: 'explained', reason };
  });
  return { ...refused, fields };
}
