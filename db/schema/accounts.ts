import { sql } from 'drizzle-orm';
import { boolean, check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { municipalities, organisations } from './organisations.ts';

export const locale = pgEnum('locale', ['nl', 'en']);
export const staffRole = pgEnum('staff_role', ['organisation', 'municipality', 'operator']);

/** An e-mail address that can sign in. Stored in lower case. `reminders` and `digest` are mails that one may turn off. */
export const accounts = pgTable(
  'accounts',
  {
    id,
    email: text().notNull().unique(),
    name: text().notNull(),
    locale: locale().notNull().default('nl'),
    reminders: boolean().notNull().default(true),
    digest: boolean().notNull().default(true),
    createdAt,
  },
  () => [check('accounts_email_lower', sql`email = lower(email)`)],
);

/** What an account may do beyond booking: for one organisation or one municipality, or as operator of the portal. */
export const accountRoles = pgTable(
  'account_roles',
  {
    id,
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: staffRole().notNull(),
    organisationId: uuid().references(() => organisations.id),
    municipalityId: uuid().references(() => municipalities.id),
    createdAt,
  },
  (t) => [
    uniqueIndex('account_roles_organisation').on(t.accountId, t.organisationId),
    uniqueIndex('account_roles_municipality').on(t.accountId, t.municipalityId),
    uniqueIndex('account_roles_operator')
      .on(t.accountId)
      .where(sql`organisation_id is null and municipality_id is null`),
    check(
      'account_roles_scope',
      sql`(role = 'organisation' and organisation_id is not null and municipality_id is null)
        or (role = 'municipality' and municipality_id is not null and organisation_id is null)
        or (role not in ('organisation', 'municipality') and organisation_id is null and municipality_id is null)`,
    ),
  ],
);

/** Sign-in sessions. `id` is the SHA-256 of what the cookie holds. */
export const authSessions = pgTable(
  'auth_sessions',
  {
    id: text().primaryKey(),
    userId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
  },
  (t) => [index('auth_sessions_account').on(t.userId)],
);
