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
