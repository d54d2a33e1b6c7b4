import { expect, it } from 'vitest';
import { totalsOf } from '../../api/money/settlements/rules.ts';
import { exactMoney } from '../../api/language/amounts.ts';
import { amountInWords, vatOf } from '../../site/show/settlement/vat-words.ts';

const line = (vatRate: '21' | '9' | '0' | 'exempt' | 'unknown', unitVatCents = 0) => ({
  quantity: 1,
  unitCents: 100_00,
  unitVatCents,
  vatRate,
});
const words = (...lines: ReturnType<typeof line>[]) =>
  amountInWords(totalsOf(lines), 'nl', exactMoney).replaceAll('\u00a0', ' ');

it('an amount that is settled says what VAT is in it, and only that', () => {
  expect(words(line('21', 21_00))).toBe('€ 121,00 inclusief btw (21%)');
  expect(words(line('21', 21_00), line('exempt'))).toBe('€ 221,00 inclusief btw (21% en vrijgesteld)');
  expect(words(line('0'))).toBe('€ 100,00 inclusief btw (0%)');
  expect(words(line('exempt'))).toBe('€ 100,00, vrijgesteld van btw');
  expect(words(line('unknown'))).toBe('€ 100,00, btw niet bekend');
  expect(words(line('21', 21_00), line('unknown'))).toBe('€ 221,00, btw niet bekend');
  expect(vatOf(totalsOf([]))).toBe('known');
});
