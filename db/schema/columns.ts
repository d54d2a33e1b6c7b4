import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';

export const id = uuid()
  .primaryKey()
  .default(sql`uuidv7()`);

/** A moment, stored in UTC. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });

export const createdAt = moment().notNull().defaultNow();
