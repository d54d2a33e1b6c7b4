/** What a column of cents can hold: some 21 million euros. */
const MAX_CENTS = 2_147_483_647;

const whole = String.raw`(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)`;
const dutch = new RegExp(String.raw`^(${whole})(?:,(\d{1,2}|[-=–—]{1,2}))?$`);
const point = /^(0|[1-9]\d*)\.(\d{2})$/;
const english = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d{2})$/;

/**
 * Cents from an amount as people write it: `€60.000,=`, `2095,00`, `€ 1.262,50`, `1262.50`. Null for what is no amount,
 * what can be read in two ways (`1,262`), what is negative, and what is larger than we keep.
 */
export function parseEuros(text: string): number | null {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^(?:€|EUR)\s*|\s*(?:€|EUR|euro)$/gi, '')
    .trim();
  const found = dutch.exec(bare) ?? point.exec(bare) ?? english.exec(bare);
  if (!found) return null;
  const euros = Number(found[1]!.replace(/[., ]/g, ''));
  const decimals = /^\d/.test(found[2] ?? '') ? Number(found[2]!.padEnd(2, '0')) : 0;
  const cents = euros * 100 + decimals;
  return cents <= MAX_CENTS ? cents : null;
}

/** `€ 1.262,50` in Dutch, `€1,262.50` in English; without decimals when they are zero. */
export function euros(cents: number, locale: 'nl' | 'en'): string {
  const [thousands, decimal, sign] = locale === 'nl' ? ['.', ',', '€\u00a0'] : [',', '.', '€'];
  const rest = Math.abs(cents) % 100;
  const units = String((Math.abs(cents) - rest) / 100).replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const amount = rest === 0 ? units : `${units}${decimal}${String(rest).padStart(2, '0')}`;
  return cents < 0 ? (locale === 'nl' ? `${sign}-${amount}` : `-${sign}${amount}`) : `${sign}${amount}`;
}
