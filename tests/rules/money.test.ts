import fc from 'fast-check';
import { expect, it } from 'vitest';
import { money, parseMoney, typedMoney } from '../../api/language/amounts.ts';

it.each([
  ['€60.000,=', 60_000_00],
  ['2095,00', 2_095_00],
  ['€150.000,-', 150_000_00],
  ['1.262,50', 1_262_50],
  ['1262.50', 1_262_50],
  ['1262,5', 1_262_50],
  ['€ 1.262,50', 1_262_50],
  ['€\u00a01.262,50', 1_262_50],
  [' 1 262,50 ', 1_262_50],
  ['1.000.000', 1_000_000_00],
  ['1.262', 1_262_00],
  ['1,262.50', 1_262_50],
  ['EUR 2.500', 2_500_00],
  ['75 euro', 75_00],
  ['112,50 €', 112_50],
  [' € 5 ', 5_00],
  ['75€', 75_00],
  ['eur 75', 75_00],
  ['€ 75 EURO', 75_00],
  ['1  262,50', 1_262_50],
  ['1\u00a0000\u202f000', 1_000_000_00],
  ['50,--', 50_00],
  ['50,—', 50_00],
  ['0', 0],
  ['0,05', 5],
  ['21.474.836,47', 2_147_483_647],
])('%j is %i cents', (text, cents) => expect(parseMoney(text)).toBe(cents));

it.each([
  ['nothing', ''],
  ['only a sign', '€'],
  ['two readings', '1,262'],
  ['two readings', '0.262'],
  ['two readings', '1.2'],
  ['groups of two', '12.34.56'],
  ['groups that are too short', '1.26.250'],
  ['a group too long', '1.2625'],
  ['three decimals', '1262,500'],
  ['two commas', '1,262,50'],
  ['mixed groups', '1.262 500'],
  ['a minus', '-5'],
  ['a letter for a zero', '202o'],
  ['words', '7,4 mln'],
  ['a sum', '400 + 500'],
  ['two amounts', '60.000 30.000'],
  ['two numbers', '12 34'],
  ['words before it', 'prijs 1,262.50'],
  ['words after it', '1,262.50 p.p.'],
  ['a sign in the middle', '7€5'],
  ['leading zeros', '007'],
  ['an exponent', '1e5'],
  ['hex', '0x10'],
  ['infinity', 'Infinity'],
  ['other digits', '١٢'],
  ['more than we keep', '21.474.836,48'],
  ['far more', '9'.repeat(400)],
])('refuses %s: %j', (_, text) => expect(parseMoney(text)).toBeNull());

it('reads back what it writes in Dutch, and in a form in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (cents) => {
      expect(parseMoney(money(cents, 'nl'))).toBe(cents);
      expect(parseMoney(typedMoney(cents, 'nl'))).toBe(cents);
      expect(parseMoney(typedMoney(cents, 'en'))).toBe(cents);
    }),
  );
});

it.each([
  [1_262_50, '€\u00a01.262,50', '€1,262.50'],
  [45_00, '€\u00a045', '€45'],
  [0, '€\u00a00', '€0'],
  [-5_00, '€\u00a0-5', '-€5'],
])('%i cents are written as %j, in English as %j', (cents, nl, en) =>
  expect([money(cents, 'nl'), money(cents, 'en')]).toEqual([nl, en]),
);

it.each([
  [1_262_50, '1.262,50', '1,262.50'],
  [45_00, '45', '45.00'],
])('%i cents stand in a form as %j, in English as %j', (cents, nl, en) =>
  expect([typedMoney(cents, 'nl'), typedMoney(cents, 'en')]).toEqual([nl, en]),
);
