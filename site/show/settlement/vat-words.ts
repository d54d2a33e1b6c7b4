import { list } from '../../../api/language/lists.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { isVatKnown, type Totals } from '../money/amounts.ts';

/** How amounts stand to VAT: nothing is said to be with or without VAT where there is none, or nobody knows. */
export function vatOf(totals: Pick<Totals, 'vat'>): 'known' | 'exempt' | 'unknown' {
  if (!isVatKnown(totals)) return 'unknown';
  return totals.vat.length > 0 && totals.vat.every(({ rate }) => rate === 'exempt') ? 'exempt' : 'known';
}

/** What is to be paid, and what VAT is in it. */
export function amountInWords(
  totals: Totals,
  locale: Locale,
  written: (cents: number, locale: Locale) => string,
) {
  const t = texts(locale).settlements.page;
  const amount = written(totals.inclVatCents, locale);
  switch (vatOf(totals)) {
    case 'unknown':
      return t.vatUnknown(amount);
    case 'exempt':
      return t.exempt(amount);
    case 'known': {
      const rates = totals.vat.map(({ rate }) => t.rates[rate]);
      return t.inclVat(amount, list(rates, locale));
    }
  }
}
