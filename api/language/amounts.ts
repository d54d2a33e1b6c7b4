import { forBoth, type Locale } from './locale.ts';
import { grouped } from './numbers.ts';

/** What a column of cents can hold: some 21 million euros. */
export const MAX_CENTS = 2_147_483_647;

const dutch = new RegExp(String.raw`^(${grouped})(?:,(\d{1,2}|[-=–—]{1,2}))?$`);
const point = /^(0|[1-9]\d*)\.(\d{2})$/;
const english = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d{2})$/;

/**
 * Cents from an amount as people write it: `€60.000,=`, `2095,00`, `€ 1.262,50`, `1262.50`. Null for what is no amount,
 * what can be read in two ways (`1,262`), what is negative, and what is larger than we keep.
 */
export function parseMoney(text: string): number | null {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^(?:€|EUR)\s*|\s*(?:€|EUR|euro)$/gi, '');
  const found = dutch.exec(bare) ?? point.exec(bare) ?? english.exec(bare);
  if (!found) return null;
  const euros = Number(found[1]!.replace(/[., ]/g, ''));
  const decimals = /^\d/.test(found[2] ?? '') ? Number(found[2]!.padEnd(2, '0')) : 0;
  const cents = euros * 100 + decimals;
  return cents <= MAX_CENTS ? cents : null;
}

const short = forBoth(
  (tag) =>
    new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }),
);
const exact = forBoth((tag) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }));

/** `€ 1.262,50` in Dutch, `€1,262.50` in English; without decimals when they are zero. */
export const money = (cents: number, locale: Locale) => short[locale].format(cents / 100);

/** The same with its cents, also when they are zero: for columns of amounts. */
export const exactMoney = (cents: number, locale: Locale) => exact[locale].format(cents / 100);

/** An amount as a form holds it, which `parseMoney` reads back. English has its cents, so that `1,262` is never in doubt. */
export const typedMoney = (cents: number, locale: Locale) =>
  (locale === 'nl' ? money : exactMoney)(cents, locale).replace(/^€\s?/, '');
