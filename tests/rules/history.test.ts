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
