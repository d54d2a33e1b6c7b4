import type { z } from 'zod';
import type { history } from '../../../api/steering/history/schema.ts';
import { list } from '../../../api/language/lists.ts';
import { exactNumber } from '../../../api/language/numbers.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';

export type History = z.output<typeof history>;
export type Figure = History['items'][number];
type Check = History['checks'][number];

/** What does not add up, in one sentence. */
export function checkWords(check: Check, locale: Locale) {
  const t = texts(locale).history.checks;
  const number = (value: number) => exactNumber(value, locale);
  if (check.kind === 'sum') {
    const parts = check.parts.map(({ value }) => number(value)).join(' + ');
    const { whole } = check;
    const label = `${whole.label}, ${whole.unit}`;
    return t.sum(parts, number(check.sum), number(whole.value), label, number(Math.abs(check.difference)));
  }
  const values = check.values.map(
    ({ label, value, unit, page }) => `${label}: ${number(value)} ${unit}${page ? ` (${t.page(page)})` : ''}`,
  );
  return t.differs(list(values, locale), number(check.difference));
}
