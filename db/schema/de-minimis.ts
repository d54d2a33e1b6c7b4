import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';
import { programmes } from './programmes.ts';
import { entrepreneurs, registrations } from './registrations.ts';

/**
 * State aid that was granted with a place, in cents ex VAT: (EU) 2023/2831. A row is never deleted: who gives up the place
 * later has it withdrawn. `kvkNumber` is the business as it was on the day of granting. Dates are local.
 */
export const deMinimisGrants = pgTable(
  'de_minimis_grants',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id),
    entrepreneurId: uuid()
      .notNull()
      .references(() => entrepreneurs.id),
    kvkNumber: text(),
    cents: integer().notNull(),
    grantedOn: date({ mode: 'string' }).notNull(),
    registerBefore: date({ mode: 'string' }).notNull(),
    registeredOn: date({ mode: 'string' }),
    registerReference: text(),
    withdrawnOn: date({ mode: 'string' }),
    createdAt,
  },
  (t) => [
    uniqueIndex('de_minimis_grants_live')
      .on(t.registrationId)
      .where(sql`withdrawn_on is null`),
    index('de_minimis_grants_programme').on(t.programmeId, t.registerBefore),
    index('de_minimis_grants_entrepreneur').on(t.entrepreneurId, t.grantedOn),
    index('de_minimis_grants_kvk_number').on(t.kvkNumber, t.grantedOn),
    check('de_minimis_grants_amount', sql`cents > 0`),
    check(
      'de_minimis_grants_registered',
      sql`(registered_on is null) = (register_reference is null) and registered_on >= granted_on`,
    ),
    check('de_minimis_grants_withdrawn', sql`withdrawn_on >= granted_on`),
    check('de_minimis_grants_kvk_number', sql`kvk_number ~ '^[0-9]{8}$'`),
  ],
);
