import type { Locale } from '../links.ts';
import { en } from './en.ts';
import { nl, type Texts } from './nl.ts';

const byLocale: Record<Locale, Texts> = { nl, en };

export const texts = (locale: Locale): Texts => byLocale[locale];
