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
