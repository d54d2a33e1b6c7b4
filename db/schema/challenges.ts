import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { registrations } from './registrations.ts';

export const challengePurpose = pgEnum('challenge_purpose', ['signIn', 'confirmRegistration']);

/** A link and a six-digit code sent by mail, for one purpose, used once. Only hashes are stored. */
export const challenges = pgTable(
  'challenges',
  {
    id,
    purpose: challengePurpose().notNull(),
    email: text().notNull(),
    registrationId: uuid().references(() => registrations.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique('challenges_token_hash_unique'),
    codeHash: text().notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt,
  },
  (t) => [
    index('challenges_registration').on(t.registrationId),
    index('challenges_email').on(t.email, t.createdAt),
    check('challenges_purpose', sql`(purpose = 'confirmRegistration') = (registration_id is not null)`),
  ],
);
