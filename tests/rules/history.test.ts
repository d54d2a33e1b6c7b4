import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksOf, type Figure, readRows } from '../../api/steering/history/rules.ts';

const typed = {
  dataset: 'Bereik',
  code: 'a',
  label: 'A',
  value: '1',
  unit: 'personen',
  asOf: '13-09-2021',
  source: 'S1',
};

it('all faults of all rows are told together, by row and column', () => {
  const { faults } = readRows([
    typed,
    { ...typed, value: '202o', asOf: 'gisteren' },
    { ...typed, unit: ' ', source: undefined },
    { ...typed, value: '' },
    { ...typed, code: 'x'.repeat(61) },
  ]);
  expect(faults).toEqual([
    { name: 'rows.1.value', code: 'number' },
    { name: 'rows.1.asOf', code: 'date' },
    { name: 'rows.2.unit', code: 'required' },
    { name: 'rows.2.source', code: 'required' },
    { name: 'rows.3.value', code: 'required' },
    { name: 'rows.4.code', code: 'too-long' },
  ]);
});

it('what was typed is kept tidy, and what was not typed is not known', () => {
  const full = {
    dataset: ' Bereik ',
    code: 'uniek',
    label: 'Unieke\n  personen  en bedrijven',
    value: '3.800',
    unit: 'personen',
    asOf: '13-09-2021',
    period: '2021',
    breakdown: 'route',
    partOf: 'alles',
    source: 'Rapportage',
    page: '12',
    note: 'geschat',
  };
  expect(readRows([full, { ...typed, value: '?' }])).toEqual({
    faults: [],
    figures: [
      {
        ...full,
        dataset: 'Bereik',
        label: 'Unieke personen en bedrijven',
        value: 3800,
        asOf: '2021-09-13',
      },
      {
        ...typed,
        value: null,
        asOf: '2021-09-13',
        period: null,
        breakdown: null,
        partOf: null,
        page: null,
        note: null,
      },
    ],
  });
});

it('what is refused stays empty', () =>
  expect(readRows([{ ...typed, value: '202o', asOf: 'gisteren' }]).figures).toMatchObject([
    { value: null, asOf: '' },
  ]));

it.each(Object.keys(typed))('%s is needed, and nothing else is said of it when it is not there', (column) =>
  expect(readRows([{ ...typed, [column]: ' ' }]).faults).toEqual([
    { name: `rows.0.${column}`, code: 'required' },
  ]),
);

it.each([
  ['dataset', 120],
  ['code', 60],
  ['label', 200],
  ['value', 40],
  ['unit', 80],
  ['asOf', 20],
  ['period', 120],
  ['breakdown', 120],
  ['partOf', 500],
  ['source', 500],
  ['page', 500],
  ['note', 500],
] as const)('%s holds %i characters', (column, most) => {
  const isTooLong = (length: number) =>
    readRows([{ ...typed, [column]: 'x'.repeat(length) }]).faults.some(
      ({ name, code }) => name === `rows.0.${column}` && code === 'too-long',
    );
  expect([isTooLong(most), isTooLong(most + 1)]).toEqual([false, true]);
});

describe('what does not add up', () => {
  const figure = (change: Partial<Figure>): Figure => ({
    ...readRows([typed]).figures[0]!,
    ...change,
  });
  const part = (code: string, value: number | null) =>
    figure({ code, label: code, value, partOf: 'whole', breakdown: 'route' });
  const whole = (value: number) => figure({ code: 'whole', label: 'whole', value });

  it('is parts that are not the whole: 4.142 in three routes against 3.800 unique', () => {
    const parts = [part('b', 1513), part('c', 1613), part('d', 1016)];
    expect(checksOf([whole(3800), ...parts])).toMatchObject([
      { kind: 'sum', breakdown: 'route', sum: 4142, difference: 342, whole: { value: 3800 } },
    ]);
    expect(checksOf([whole(4142), ...parts])).toEqual([]);
  });

  it('is one figure with two values, each with its unit: 1.800 and 1.513', () => {
    const twice = [figure({ value: 1800, unit: 'gesprekken' }), figure({ value: 1513 })];
    expect(checksOf(twice)).toMatchObject([
      { kind: 'differs', difference: 287, values: [{ unit: 'gesprekken' }, { unit: 'personen' }] },
    ]);
    expect(checksOf([twice[0]!, { ...twice[1]!, asOf: '2022-01-01' }])).toEqual([]);
  });

  it('is nothing where a part is not known, or is counted in something else', () => {
    expect(checksOf([whole(10), part('b', 3), part('c', null)])).toEqual([]);
    expect(checksOf([whole(10), { ...part('b', 3), unit: 'uren' }])).toEqual([]);
  });

  it('is nothing when a figure is known in one place and not in another', () => {
    expect(checksOf([figure({ value: 5 }), figure({ value: null })])).toEqual([]);
  });

  it('is looked for in the whole of that code, in its own dataset and unit', () => {
    const others = [
      { ...whole(99), code: 'other' },
      { ...whole(99), dataset: 'Elders' },
      { ...whole(99), code: 'whole', unit: 'uren', asOf: '2020-01-01' },
    ];
    expect(checksOf([...others, whole(7), part('b', 3), part('c', 4)])).toEqual([]);
    expect(checksOf([...others, part('b', 3), part('c', 4)])).toEqual([]);
  });

  it('is against the whole of the same day where there is one, or else the first that is given', () => {
    const earlier = { ...whole(5), asOf: '2021-08-31' };
    const later = { ...whole(9), asOf: '2021-12-31' };
    const parts = [part('b', 3), part('c', 4)];
    expect(checksOf([earlier, whole(7), later, ...parts])).toEqual([]);
    const twice = checksOf([whole(7), whole(9), ...parts]);
    expect(twice.map(({ kind }) => kind)).toEqual(['differs']);
    expect(checksOf([earlier, later, ...parts])).toMatchObject([{ whole: { value: 5 }, difference: 2 }]);
  });

  it('has no false alarm of decimals: 0,1 and 0,2 are 0,3, and 0,1 and 0,7 are 0,8', () => {
    expect(checksOf([whole(0.3), part('b', 0.1), part('c', 0.2)])).toEqual([]);
    expect(checksOf([whole(0.8), part('b', 0.1), part('c', 0.7)])).toEqual([]);
  });

  it('is told exactly when parts are not the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -3, max: 3 }),
        (values, off) => {
          const sum = values.reduce((total, value) => total + value, 0);
          const checks = checksOf([whole(sum - off), ...values.map((value, n) => part(`p${n}`, value))]);
          expect(checks.map(({ difference }) => difference)).toEqual(off === 0 ? [] : [off]);
        },
      ),
    );
  });
});

it('a source that names no day has a month as peildatum', () => {
  const read = (asOf: string) => readRows([{ ...typed, asOf }]);
  for (const asOf of ['2021-07', '07-2021', '7/2021'])
    expect(read(asOf)).toMatchObject({ figures: [{ asOf: '2021-07' }], faults: [] });
  for (const asOf of ['2021-13', '00-2021', 'juli'])
    expect(read(asOf).faults).toEqual([{ name: 'rows.0.asOf', code: 'date' }]);
});
