import type { modules } from '../../schema/catalogue.ts';

type Row = typeof modules.$inferSelect;

/** A module as written for the seed; `capacity` is the usual number of places of its sessions. */
export type ModuleText = Pick<Row, 'slug' | 'kind' | 'topic' | 'title' | 'summary'> &
  Partial<Pick<Row, 'stages' | 'industries' | 'languages'>> & {
    organisation: string;
    /** The code of the product that it is. */
    product?: string;
    minutes: number;
    capacity: number;
    /** Local time, for a module that is always at the same hour. */
    time?: string;
    price?: { exVatCents: number; vatRate?: Row['vatRate']; ownContributionCents?: number };
    paragraphs: string[];
  };
