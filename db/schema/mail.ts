import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

/** What the development mailbox received. `attachments` hold their content in base64. */
export const mailbox = pgTable(
  'mailbox',
  {
    id,
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    attachments: jsonb().$type<{ filename: string; contentType: string; content: string }[]>().notNull(),
    idempotencyKey: text().notNull().unique('mailbox_idempotency_key_unique'),
    createdAt,
  },
  (t) => [index('mailbox_recipient').on(t.recipient, t.createdAt)],
);
