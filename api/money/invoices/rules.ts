import { percentOf, totalsOf, type Line, type VatRate } from '../settlements/rules.ts';

/** EN 16931 category of VAT: standard rate, zero rate, exempt. */
export type Category = 'S' | 'Z' | 'E';
export const categoryOf = (rate: VatRate): Category => (rate === 'exempt' ? 'E' : rate === '0' ? 'Z' : 'S');

/** Half a cent away from zero, so that a credit is the mirror of what it takes back. */
const roundCents = (cents: number) => Math.sign(cents) * Math.round(Math.abs(cents));

type Priced = Pick<Line, 'quantity' | 'unitCents' | 'unitVatCents' | 'vatRate'>;

/** Money back is a credit note, in which all amounts are above zero. */
export const kindOf = (lines: Priced[]) =>
  totalsOf(lines).inclVatCents < 0 ? ('credit-note' as const) : ('invoice' as const);

/** The lines as the document has them: of a credit note with the signs turned. */
export const asDocumented = <T extends Priced>(lines: T[]): T[] =>
  kindOf(lines) === 'invoice' ? lines : lines.map((line) => ({ ...line, quantity: -line.quantity }));

/**
 * The sums of an invoice by the rules of EN 16931 (BR-CO-10 to 17): VAT is worked out once per category over the sum of its
 * lines. The ledger rounds it per place, so a few cents can lie between; those are the rounding of what is to be paid, which
 * stays what the settlement says.
 */
export function sumsOf(documented: Priced[]) {
  const { vat, exVatCents, inclVatCents: payableCents } = totalsOf(documented);
  const tax = vat.map(({ rate, exVatCents: taxableCents }) => ({
    category: categoryOf(rate),
    percent: percentOf(rate),
    taxableCents,
    vatCents: roundCents((taxableCents * percentOf(rate)) / 100),
  }));
  const vatCents = tax.reduce((sum, it) => sum + it.vatCents, 0);
  const inclVatCents = exVatCents + vatCents;
  return {
    tax,
    exVatCents,
    vatCents,
    inclVatCents,
    roundingCents: payableCents - inclVatCents,
    payableCents,
  };
}

/** Days in which a Dutch government pays (Burgerlijk Wetboek 6:119b). */
export const DAYS_TO_PAY = 30;
