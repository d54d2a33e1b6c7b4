import { describe, expect, it } from 'vitest';
import { borneExVatCents, costOf, usualCost } from '../../api/money/cost/rules.ts';

const module = { priceExVatCents: 100_00, vatRate: '21', ownContributionCents: 12_10 } as const;

it('a module usually costs someone for whom the municipality pays', () =>
  expect(usualCost(module)).toEqual({
    payer: 'municipality',
    exVatCents: 100_00,
    vatCents: 21_00,
    inclVatCents: 121_00,
    ownContributionCents: 12_10,
  }));

describe('the own contribution without its VAT', () => {
  it.each([
    ['is taken off to the cent', 12_10, 90_00],
    ['is rounded to the nearest cent, upwards', 12_11, 89_99],
    ['and downwards', 12_13, 89_98],
  ])('%s', (_, ownContributionCents, borne) => {
    const price = { exVatCents: 100_00, vatRate: '21', ownContributionCents } as const;
    expect(borneExVatCents(costOf(price, 'municipality'))).toBe(borne);
  });
});
