import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../api/language/numbers.ts';
import { parseDate } from '../../api/language/time.ts';
import { checksOf, type Figure, readRows } from '../../api/steering/history/rules.ts';

describe('a number', () => {
  it.each([
    ['2095,00', 2095],
    ['1.651', 1651],
    ['1 651', 1651],
    ['1\u00a0651', 1651],
    [' 3.800 ', 3800],
    ['7,2', 7.2],
    ['45,8%', 45.8],
    ['26 %', 26],
    ['€60.000,=', 60_000],
    ['€ 1.262,50', 1262.5],
    ['0', 0],
    ['0,458', 0.458],
    ['-2,6', -2.6],
    ['1.000.000', 1_000_000],
    ['?', null],
    [' ? ', null],
  ])('%j is %j', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each([
    '202o',
    '1.6o0',
    '1.65',
    '1,651',
    '1.65.1',
    '12.34,5',
    '01',
    '',
    'ongeveer 750',
    '100 50/50',
    '1e3',
    '--2',
    '??',
    'NaN',
    '9'.repeat(13),
  ])('%j is refused, not guessed', (text) => expect(parseNumber(text)).toBeUndefined());

  it('comes back from how it is written in Dutch', () => {
    const written = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (hundredths) => {
        const value = hundredths / 100;
        expect(parseNumber(written.format(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['2021-09-13', '2021-09-13'],
    ['13-09-2021', '2021-09-13'],
    ['3/9/2021', '2021-09-03'],
    ['13.09.2021', '2021-09-13'],
    ['31-02-2021', null],
    ['2021', null],
    ['13-09-21', null],
    ['september 2021', null],
  ])('%j is %j', (text, date) => expect(parseDate(text)).toBe(date));
});

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

  it('has no false alarm of decimals: 0,1 and 0,2 are 0,3', () => {
    expect(checksOf([whole(0.3), part('b', 0.1), part('c', 0.2)])).toEqual([]);
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
