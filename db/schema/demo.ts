import { pgTable } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** One row in a database that was filled with demo data: whoever shows what is in it says so. */
export const demoData = pgTable('demo_data', { filledAt: moment().primaryKey() });
