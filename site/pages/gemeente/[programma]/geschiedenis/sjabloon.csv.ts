import { columns } from '../../../../../api/steering/history/rules.ts';
import { csv, csvResponse } from '../../../../csv.ts';
import { headOf } from '../../../../gemeente/history/history-file.ts';

/** An empty file to fill in, with one row as an example. */
export const GET = () => {
  const example = {
    dataset: 'Bereik',
    code: 'uniek',
    label: 'Unieke ondernemers',
    value: '3.800',
    unit: 'ondernemers',
    asOf: '13-09-2021',
    period: 'november 2020 tot en met september 2021',
    breakdown: '',
    partOf: '',
    source: 'Titel van het document, datum',
    page: '7',
    note: '',
  };
  return csvResponse('eerdere-cijfers', csv(columns.map(headOf), [columns.map((column) => example[column])]));
};
