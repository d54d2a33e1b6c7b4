import { columns } from '../../../../../api/steering/history/rules.ts';
import { csv, csvResponse } from '../../../../csv.ts';
import { headOf } from '../../../../gemeente/history/history-file.ts';
import { exampleRow } from '../../../../texts/nl/history.ts';

/** An empty file to fill in, with one row as an example. */
export const GET = () =>
  csvResponse('eerdere-cijfers', csv(columns.map(headOf), [columns.map((column) => exampleRow[column])]));
