import type { Locale } from '../api/language/locale.ts';

export type { Locale };

/** The address of a page in one language: Dutch at the root, English under /en. */
export function href(locale: Locale, path: string): string {
  if (locale === 'nl') return path;
  return path === '/' ? '/en' : `/en${path.replace(/^\/(?=[?#])/, '')}`;
}

export const otherLocale = (locale: Locale): Locale => (locale === 'nl' ? 'en' : 'nl');

/** The language an address asks for, and the same address without its prefix. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  if (pathname !== '/en' && !pathname.startsWith('/en/')) return { locale: 'nl', path: pathname };
  return { locale: 'en', path: pathname.slice('/en'.length) || '/' };
}

/** Whether a part of an address can be the id of something. */
export const isId = (value: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

/** What the address of a form calls what was asked for before, which asking again replaces. */
export const REPLACES = 'in-plaats-van';
