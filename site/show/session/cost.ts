import { money } from '../../../api/language/amounts.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import type { Cost } from '../types.ts';

/** What a session costs the visitor, in one line: the same words on cards, pages and forms. */
export function moneyLine(cost: Cost, locale: Locale): string {
  const t = texts(locale).common.money;
  const total = cost.exVatCents + cost.vatCents;
  if (cost.payer === 'entrepreneur') return total === 0 ? t.free : t.selfLine(money(total, locale));
  if (cost.ownContributionCents === 0) return t.freeLine;
  return t.ownLine(
    money(cost.ownContributionCents, locale),
    money(total - cost.ownContributionCents, locale),
  );
}

export const isFree = (cost: Cost): boolean =>
  cost.exVatCents + cost.vatCents === 0 || (cost.payer === 'municipality' && cost.ownContributionCents === 0);
