import type { z } from 'zod';
import type { budget, ledgerEntry } from '../../../api/money/budget/schema.ts';
import type { settlement } from '../../../api/money/settlements/schema.ts';

export type Budget = z.output<typeof budget>;
export type Entry = z.output<typeof ledgerEntry>;
export type Settlement = z.output<typeof settlement>;
export type Totals = Pick<Settlement, 'exVatCents' | 'vat' | 'vatCents' | 'inclVatCents'>;
export type Line = Settlement['organisations'][number]['lines'][number];

/** For a cell of a spreadsheet, which knows no euro sign. */
export const cell = (cents: number) => cents / 100;

/** Of amounts whose VAT nobody knows nothing is said to be without it, or with it. */
export const isVatKnown = ({ vat }: Pick<Totals, 'vat'>) => vat.every(({ rate }) => rate !== 'unknown');
