import type { Reader } from './open.ts';
import { demoData } from './schema/demo.ts';

/** Whether what is in this database was invented to show the portal. */
export const holdsDemoData = async (db: Reader) => (await db.select().from(demoData).limit(1)).length > 0;
