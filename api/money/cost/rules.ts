import type { Price } from '../../paying/eligibility/facts.ts';
import type { modules } from '../../../db/schema/catalogue.ts';

/** In cents. `ownContributionCents` includes VAT, and is the full price when the entrepreneur pays. */
export type Cost = {
  payer: 'municipality' | 'entrepreneur';
  exVatCents: number;
  vatCents: number;
  inclVatCents: number;
  ownContributionCents: number;
};

/** Where nobody knows whether VAT is in a price, none is added to it. */
const rates = { '21': 21, '9': 9, '0': 0, exempt: 0, unknown: 0 } as const;

/** VAT is rounded once per offer, to the cent, half a cent upwards. */
export function costOf(price: Price, payer: Cost['payer']): Cost {
  const exVatCents = price.exVatCents;
  const vatCents = Math.round((exVatCents * rates[price.vatRate]) / 100);
  const inclVatCents = exVatCents + vatCents;
  return {
    payer,
    exVatCents,
    vatCents,
    inclVatCents,
    ownContributionCents:
      payer === 'entrepreneur' ? inclVatCents : Math.min(price.ownContributionCents, inclVatCents),
  };
}

/**
 * What the municipality bears, in cents ex VAT: the price without the own contribution, of which the share of the VAT is
 * taken out first and rounded in the same way; nothing when the entrepreneur pays. Budgets, caps in euros and state aid
 * count this amount.
 */
export function borneExVatCents({
  exVatCents,
  inclVatCents,
  ownContributionCents,
}: Pick<Cost, 'exVatCents' | 'inclVatCents' | 'ownContributionCents'>): number {
  if (inclVatCents === 0) return 0;
  return exVatCents - Math.round((ownContributionCents * exVatCents) / inclVatCents);
}

/** What a module costs someone for whom the municipality pays. */
export const usualCost = (
  module: Pick<typeof modules.$inferSelect, 'priceExVatCents' | 'vatRate' | 'ownContributionCents'>,
) =>
  costOf(
    {
      exVatCents: module.priceExVatCents,
      vatRate: module.vatRate,
      ownContributionCents: module.ownContributionCents,
    },
    'municipality',
  );
