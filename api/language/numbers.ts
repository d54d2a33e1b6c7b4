import { forBoth, type Locale } from './locale.ts';

const decimals = (most: number) =>
  forBoth((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: most }));
const [plain, one, four] = [decimals(3), decimals(1), decimals(4)];
const share = forBoth((tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));

/** 1.262 in Dutch, 1,262 in English. */
export const count = (value: number, locale: Locale) => plain[locale].format(value);

/** 4,5 in Dutch, 4.5 in English; at most one decimal. */
export const decimal = (value: number, locale: Locale) => one[locale].format(value);

/** A figure from another source, with up to four decimals. */
export const exactNumber = (value: number, locale: Locale) => four[locale].format(value);

/** 31% from 0.31 */
export const percent = (value: number, locale: Locale) => share[locale].format(value);

/** A number of minutes as hours: 1,5 in Dutch, 1.5 in English. To two decimals an hour is exact to the minute. */
export const inHours = (minutes: number, locale: Locale) =>
  String(Math.round(minutes / 0.6) / 100).replace('.', locale === 'nl' ? ',' : '.');

/** A whole number in Dutch groups, as a part of a pattern. */
export const grouped = String.raw`(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)`;
const signed = new RegExp(String.raw`^([-−–]?)(${grouped})(?:,(\d{1,4}))?$`);
const wholeNumber = new RegExp(`^${grouped}$`);
const twoWays = /^[-−–]?[1-9]\d{0,2},\d{3}$/;
const LARGEST = 999_999_999_999;

/**
 * A number as Dutch documents write it: `2095,00`, `1.651`, `1 651`, `45,8%`, `€ 60.000`. `?` is a figure that is not known.
 * What is no number, what can be read in two ways (`1,651`, `1.65`) and what a scanner misread (`202o`) is undefined: it is
 * never guessed.
 */
export function parseNumber(text: string): number | null | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^€ ?|,[-=–—]{1,2}$| ?%$/g, '');
  if (bare === '?') return null;
  const found = signed.exec(bare);
  if (!found || twoWays.test(bare)) return undefined;
  const [, sign, whole, decimals = '0'] = found;
  const value = Number(`${whole!.replace(/[. ]/g, '')}.${decimals}`);
  if (value > LARGEST) return undefined;
  return sign && value !== 0 ? -value : value;
}

/** A whole number as people write it: `12`, `1.500` or `1 500`. Null for what is none. */
export function parseWhole(text: string): number | null {
  const bare = text.trim();
  const value = wholeNumber.test(bare) ? Number(bare.replace(/[. ]/g, '')) : Infinity;
  return value <= LARGEST ? value : null;
}

/** A number of hours as people write it, `1,5` or `1.5`, in minutes. Null for what is none. */
export function parseHours(text: string): number | null {
  const bare = text.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 60) : null;
}
