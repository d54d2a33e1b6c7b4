import { sql } from 'drizzle-orm';
import { boolean, check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { municipalities, organisations } from './organisations.ts';

export const locale = pgEnum('locale', ['nl', 'en']);
export const staffRole = pgEnum('staff_role', ['organisation', 'municipality', 'operator']);
/**
 * What someone may do there. Of a municipality: everything, the programmes, the money, or only read. Of an organisation:
 * everything, its sessions and modules, or only what happens at the door.
 */
export const staffDuty = pgEnum('staff_duty', [
  'administrator',
  'programme',
  'money',
  'reader',
  'editor',
  'door',
]);

/** Which duties there are for which kind of staff. */
const dutyFits = sql`(role = 'municipality' and duty in ('administrator', 'programme', 'money', 'reader'))
  or (role = 'organisation' and duty in ('administrator', 'editor', 'door'))
  or (role = 'operator' and duty = 'administrator')`;
const scopeFits = sql`(role = 'organisation' and organisation_id is not null and municipality_id is null)
  or (role = 'municipality' and municipality_id is not null and organisation_id is null)
  or (role not in ('organisation', 'municipality') and organisation_id is null and municipality_id is null)`;

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
    duty: staffDuty().notNull().default('administrator'),
    createdAt,
  },
  (t) => [
    uniqueIndex('account_roles_organisation').on(t.accountId, t.organisationId),
    uniqueIndex('account_roles_municipality').on(t.accountId, t.municipalityId),
    uniqueIndex('account_roles_operator')
      .on(t.accountId)
      .where(sql`organisation_id is null and municipality_id is null`),
    check('account_roles_scope', scopeFits),
    check('account_roles_duty', dutyFits),
  ],
);

/**
 * Someone asked by mail to work for an organisation or municipality. Open until `expiresAt` while nothing became of it;
 * only who signs in with the address can accept it.
 */
export const invitations = pgTable(
  'invitations',
  {
    id,
    email: text().notNull(),
    role: staffRole().notNull(),
    organisationId: uuid().references(() => organisations.id),
    municipalityId: uuid().references(() => municipalities.id),
    duty: staffDuty().notNull(),
    invitedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    /** Taken back by who invited, or turned down by who was. */
    endedAt: moment(),
    createdAt,
  },
  (t) => [
    // One open invitation for each address and place of work: asking again makes that one last longer.
    uniqueIndex('invitations_organisation')
      .on(t.email, t.organisationId)
      .where(sql`accepted_at is null and ended_at is null`),
    uniqueIndex('invitations_municipality')
      .on(t.email, t.municipalityId)
      .where(sql`accepted_at is null and ended_at is null`),
    check('invitations_email_lower', sql`email = lower(email)`),
    check('invitations_scope', scopeFits),
    check('invitations_duty', dutyFits),
    check('invitations_staff', sql`role <> 'operator'`),
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
    signedInAt: moment().notNull().defaultNow(),
  },
  (t) => [index('auth_sessions_account').on(t.userId)],
);
