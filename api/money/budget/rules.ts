import type { MoneyState } from '../ledger/rules.ts';

export type Basis = 'ex' | 'incl' | 'unknown';
export type Amount = { cents: number; basis: Basis } | null;
/** In cents: ex VAT, and the VAT on it. */
type Sum = { exVatCents: number; vatCents: number };
export type ByState = Record<MoneyState, Sum>;

/** From this share of a ceiling on someone should look at it. A default, no policy of a source. */
const WARN_FROM_PERCENT = 80;

export const nothing = (): ByState => ({
  reserved: { exVatCents: 0, vatCents: 0 },
  committed: { exVatCents: 0, vatCents: 0 },
  realised: { exVatCents: 0, vatCents: 0 },
});

/** What all of these hold together, by state. */
export function together(all: ByState[]): ByState {
  const sum = nothing();
  for (const one of all) {
    for (const state of ['reserved', 'committed', 'realised'] as const) {
      sum[state].exVatCents += one[state].exVatCents;
      sum[state].vatCents += one[state].vatCents;
    }
  }
  return sum;
}

/** What is left under a ceiling, and whether it is nearly (`near`) or wholly (`full`) used. */
export function roomOf(ceilingCents: number, { reserved, committed, realised }: ByState) {
  const usedCents = reserved.exVatCents + committed.exVatCents + realised.exVatCents;
  const warning =
    usedCents === 0 || usedCents * 100 < ceilingCents * WARN_FROM_PERCENT
      ? ('none' as const)
      : usedCents < ceilingCents
        ? ('near' as const)
        : ('full' as const);
  return { usedCents, freeCents: ceilingCents - usedCents, warning };
}

/**
 * The authorised maximum, the reservation and the phases beside each other. Each is a figure of its source: none is worked
 * out from another, only the gap between two is. `sameBasis` is false where the gap may be VAT.
 */
export function gapsOf(figures: { authorised: Amount; reserved: Amount; phases: Amount }) {
  const pairs = [
    ['authorised', 'reserved'],
    ['reserved', 'phases'],
    ['authorised', 'phases'],
  ] as const;
  return pairs.flatMap(([from, to]) => {
    const [a, b] = [figures[from], figures[to]];
    if (!a || !b) return [];
    return [{ from, to, cents: a.cents - b.cents, sameBasis: a.basis === b.basis && a.basis !== 'unknown' }];
  });
}

type Product = { code: string; name: string; priceCents: number; inPackage: boolean; cap: number | null };

/**
 * What it would cost when everyone who may come takes everything that is promised: the whole package for each entrepreneur
 * under the cap, and each capped product as often as it may be given. Over-commitment is allowed; it must be visible.
 */
export function plannedOf(products: Product[], maxEntrepreneurs: number | null) {
  const packageCents = products.reduce((sum, it) => sum + (it.inPackage ? it.priceCents : 0), 0);
  const capped = products.flatMap(({ cap, inPackage, code, name, priceCents }) =>
    cap === null || inPackage
      ? []
      : [{ code, name, times: cap, unitCents: priceCents, cents: cap * priceCents }],
  );
  const whole =
    maxEntrepreneurs === null || packageCents === 0
      ? null
      : { times: maxEntrepreneurs, unitCents: packageCents, cents: maxEntrepreneurs * packageCents };
  if (!whole && capped.length === 0) return null;
  return {
    package: whole,
    capped,
    cents: (whole?.cents ?? 0) + capped.reduce((sum, { cents }) => sum + cents, 0),
  };
}

/** What VAT does to the municipality: it bears the amounts without it, with it, or nobody knows. */
export const burdenOf = (vatCompensable: 'yes' | 'no' | 'unknown'): Basis =>
  vatCompensable === 'yes' ? 'ex' : vatCompensable === 'no' ? 'incl' : 'unknown';
