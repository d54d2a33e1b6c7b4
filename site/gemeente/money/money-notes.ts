import { money } from '../../../api/language/amounts.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import type { Programme } from '../../show/programme/programme.ts';

export const sumOf = <K extends string>(rows: Record<K, number>[], key: K) =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** How the three amounts relate, in words: each is a figure of its own, and a gap is shown, not explained away. */
export function moneyNotes(
  { authorised, reserved }: Pick<Programme, 'authorised' | 'reserved'>,
  phasesCents: number | null,
  locale: Locale,
) {
  const t = texts(locale).municipality.money;
  const compare = (
    difference: number,
    above: (amount: string) => string,
    below: (amount: string) => string,
    equal: string,
  ) =>
    difference === 0
      ? equal
      : difference > 0
        ? above(money(difference, locale))
        : below(money(-difference, locale));
  const notes: string[] = [];
  if (authorised && reserved) {
    notes.push(compare(authorised.cents - reserved.cents, t.gapAbove, t.gapBelow, t.gapNone));
    if (authorised.cents !== reserved.cents && authorised.basis !== reserved.basis) notes.push(t.gapBasis);
  }
  if (reserved && phasesCents !== null) {
    notes.push(compare(phasesCents - reserved.cents, t.phasesAbove, t.phasesBelow, t.phasesEqual));
  }
  return notes;
}

/** Whether the money of a quarter is without VAT: not where nobody knows what the amount of its phase is. */
export const isExVat = ({ quarters }: Pick<Programme, 'quarters'>, ordinal: number | null) =>
  quarters.find((quarter) => quarter.ordinal === ordinal)?.phase?.basis !== 'unknown';

/** Whether VAT is in what was decided, and whether that amount is provisional. */
export function basisWords({ basis, provisional }: NonNullable<Programme['authorised']>, locale: Locale) {
  const t = texts(locale).municipality.money;
  return provisional ? t.provisional(t.basis[basis]) : t.basis[basis];
}
