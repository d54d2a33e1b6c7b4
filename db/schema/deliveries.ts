import { date, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { createdAt, moment } from './columns.ts';
import { registrations } from './registrations.ts';

export const deliveryStatus = pgEnum('delivery_status', ['accepted', 'delivered', 'bounced', 'complained']);
export const noticeKind = pgEnum('notice_kind', ['week', 'day', 'hours', 'thanks', 'offerExpired']);

/**
 * What became of a mail: taken in by the provider, and what was heard since. `key` is that of the job, the same at every
 * attempt; `providerId` is the name under which news of it comes. No address: whose it is, the account says.
 */
export const mailDeliveries = pgTable(
  'mail_deliveries',
  {
    key: text().primaryKey(),
    kind: text().notNull(),
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    registrationId: uuid().references(() => registrations.id, { onDelete: 'set null' }),
    providerId: text(),
    status: deliveryStatus().notNull(),
    /** Why it did not arrive, as a status code: 5.1.1 */
    reason: text(),
    statusAt: moment().notNull(),
    sentAt: moment().notNull(),
  },
  (t) => [
    index('mail_deliveries_account').on(t.accountId, t.sentAt),
    index('mail_deliveries_provider').on(t.providerId),
    index('mail_deliveries_sent').on(t.sentAt),
  ],
);

/** What is mailed once about a registration and one start of its session; who moves to another start hears of that again. */
export const notices = pgTable(
  'notices',
  {
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    kind: noticeKind().notNull(),
    startsAt: moment().notNull(),
    createdAt,
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.kind, t.startsAt] })],
);

/** The overview of a week, once for everyone who works for an organisation. `weekStartsOn` is a Monday. */
export const digests = pgTable(
  'digests',
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    weekStartsOn: date({ mode: 'string' }).notNull(),
    createdAt,
  },
  (t) => [primaryKey({ columns: [t.accountId, t.weekStartsOn] })],
);

/** Messages of a provider that were heard: the same one again changes nothing. */
export const webhookReceipts = pgTable('webhook_receipts', {
  id: text().primaryKey(),
  receivedAt: moment().notNull(),
});
