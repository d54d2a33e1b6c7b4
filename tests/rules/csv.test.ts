import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csv } from '../../site/csv.ts';

test('a spreadsheet gets semicolons, decimal commas and no formula', () => {
  const text = csv(
    ['Naam', 'Bedrag'],
    [
      ['=1+1', -12.5],
      ['Café; "De Brug"', 0],
      [null, 3],
      ['@SUM(A1)', 1],
    ],
  );
  expect(text.startsWith('\ufeffNaam;Bedrag\r\n')).toBe(true);
  expect(parse(text, { delimiter: ';', bom: true, from: 2 })).toEqual([
    ["'=1+1", '-12,5'],
    ['Café; "De Brug"', '0'],
    ['', '3'],
    ["'@SUM(A1)", '1'],
  ]);
});

test('a program gets RFC 4180 with decimal points', () => {
  expect(csv(['a', 'b'], [['x,y', 1.5]], 'data')).toBe('a,b\r\n"x,y",1.5\r\n');
});
