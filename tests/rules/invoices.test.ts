import { describe, expect, it } from 'vitest';
import { asDocumented, categoryOf, DAYS_TO_PAY, kindOf, sumsOf } from '../../api/money/invoices/rules.ts';

const line = (quantity: number, unitCents: number, vatRate: '21' | '9' | '0' | 'exempt' = '21') => ({
  quantity,
  unitCents,
  unitVatCents: Math.round((unitCents * Number(vatRate === 'exempt' ? 0 : vatRate)) / 100),
  vatRate,
});

describe('the facts of an invoice', () => {
  it('every rate has its category', () =>
    expect((['21', '9', '0', 'exempt'] as const).map(categoryOf)).toEqual(['S', 'S', 'Z', 'E']));

  it('only money back makes a credit note, in which everything is above zero', () => {
    const back = [line(-2, 1_000), line(1, 500)];
    expect(kindOf(back)).toBe('credit-note');
    expect(asDocumented(back).map(({ quantity }) => quantity)).toEqual([2, -1]);
    const even = [line(1, 1_000), line(-1, 1_000)];
    expect(kindOf(even)).toBe('invoice');
    expect(asDocumented(even)).toBe(even);
  });

  it('VAT is worked out over the sum, and the cents between are the rounding', () =>
    expect(sumsOf([line(3, 50), line(1, 100, 'exempt')])).toEqual({
      tax: [
        { category: 'S', percent: 21, taxableCents: 150, vatCents: 32 },
        { category: 'E', percent: 0, taxableCents: 100, vatCents: 0 },
      ],
      exVatCents: 250,
      vatCents: 32,
      inclVatCents: 282,
      roundingCents: 1,
      payableCents: 283,
    }));

  it('half a cent goes away from zero, so that a credit mirrors what it takes back', () => {
    expect(sumsOf([line(1, 50)]).vatCents).toBe(11);
    expect(sumsOf([line(-1, 50)]).vatCents).toBe(-11);
  });

  it('a government pays within thirty days', () => expect(DAYS_TO_PAY).toBe(30));
});
