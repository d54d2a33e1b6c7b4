import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  decimal,
  exactNumber,
  inHours,
  parseHours,
  parseNumber,
  parseWhole,
  percent,
} from '../../api/language/numbers.ts';

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
    ['-1', -1],
    ['-0', 0],
    ['2095,123', 2095.123],
    ['1,6512', 1.6512],
    ['1  651', 1651],
    ['1\u00a0000\u202f000', 1_000_000],
    ['999.999.999.999', 999_999_999_999],
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
    '12 34',
    '7€5',
    '60,-5',
    '45%8',
    '1.000.000.000.000',
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

describe('a whole number', () => {
  it.each([
    ['12', 12],
    [' 1.500 ', 1500],
    ['1 500', 1500],
    ['1.000.000', 1_000_000],
    ['0', 0],
    ['999999999999', 999_999_999_999],
    ['1000000000000', null],
    ['1,5', null],
    ['-1', null],
    ['', null],
    ['12x', null],
    ['x12', null],
  ])('%j is %j', (text, value) => expect(parseWhole(text)).toBe(value));
});

describe('hours', () => {
  it.each([
    ['1,5', 90],
    ['1.5', 90],
    [' 2 ', 120],
    ['0,25', 15],
    ['1,67', 100],
    ['123456', 7_407_360],
    ['1234567', null],
    ['1,555', null],
    ['1,5 uur', null],
    ['ca 1,5', null],
    ['-1', null],
    ['', null],
  ])('%j are %j minutes', (text, minutes) => expect(parseHours(text)).toBe(minutes));

  it.each([
    [90, '1,5', '1.5'],
    [120, '2', '2'],
    [100, '1,67', '1.67'],
    [50, '0,83', '0.83'],
  ])('%i minutes are written as %j, in English as %j', (minutes, nl, en) =>
    expect([inHours(minutes, 'nl'), inHours(minutes, 'en')]).toEqual([nl, en]),
  );
});

describe('written for people', () => {
  it.each([
    ['a count in groups', count, 1262, '1.262', '1,262'],
    ['with at most three decimals', count, 2.0626, '2,063', '2.063'],
    ['a mean to one decimal', decimal, 4.46, '4,5', '4.5'],
    ['a figure of another source to four', exactNumber, 0.12346, '0,1235', '0.1235'],
    ['a share in whole percents', percent, 0.314, '31%', '31%'],
  ] as const)('%s', (_, write, value, nl, en) =>
    expect([write(value, 'nl'), write(value, 'en')]).toEqual([nl, en]),
  );
});
