import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { id, moment } from './columns.ts';
import { registrations } from './registrations.ts';

/**
 * The personal calendar of an account, at an address with a secret that is derived from `id`; only its hash is stored. A
 * new address takes the place of the old one, and revoking deletes the row.
 */
export const calendarFeeds = pgTable('calendar_feeds', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  id: uuid()
    .notNull()
    .unique('calendar_feeds_id_unique')
    .default(sql`uuidv7()`),
  secretHash: text().notNull().unique('calendar_feeds_secret_hash_unique'),
  createdAt: moment().notNull(),
});

export const inboundOutcome = pgEnum('inbound_outcome', ['cancelled', 'ignored', 'kept']);

/**
 * Mails that came in, so that one that comes twice counts once; `messageHash` is a keyed hash of its Message-ID. What is
 * kept for the operator has a reason and a sealed content, which ends with the row; of the others nothing is kept.
 */
export const inboundMails = pgTable(
  'inbound_mails',
  {
    id,
    messageHash: text().notNull().unique('inbound_mails_message_hash_unique'),
    receivedAt: moment().notNull(),
    outcome: inboundOutcome().notNull(),
    reason: text(),
    registrationId: uuid().references(() => registrations.id, { onDelete: 'set null' }),
    content: text(),
  },
  (t) => [
    index('inbound_mails_received').on(t.receivedAt),
    check(
      'inbound_mails_kept',
      sql`(outcome = 'kept') = (content is not null) and (outcome = 'kept') = (reason is not null)`,
    ),
  ],
);
