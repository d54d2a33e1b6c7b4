import type { z } from 'zod';
import type { budget, ledgerEntry } from '../../../api/money/budget/schema.ts';
import type { settlement } from '../../../api/money/settlements/schema.ts';
import type { Locale } from '../../links.ts';

export type Budget = z.output<typeof budget>;
export type Entry = z.output<typeof ledgerEntry>;
export type Settlement = z.output<typeof settlement>;
export type Totals = Pick<Settlement, 'exVatCents' | 'vat' | 'vatCents' | 'inclVatCents'>;
export type Line = Settlement['organisations'][number]['lines'][number];

const tag = { nl: 'nl-NL', en: 'en-GB' } as const;

/** € 1.262,50 with its cents, also when they are zero: for columns of amounts. */
export const exact = (cents: number, locale: Locale) =>
  new Intl.NumberFormat(tag[locale], { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** For a cell of a spreadsheet, which knows no euro sign. */
export const cell = (cents: number) => cents / 100;
