import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';
import { municipalities, organisations } from './organisations.ts';

export const programmeStatus = pgEnum('programme_status', ['draft', 'running', 'archived']);
export const vatBasis = pgEnum('vat_basis', ['ex', 'incl', 'unknown']);
export const vatCompensable = pgEnum('vat_compensable', ['yes', 'no', 'unknown']);
export const funding = pgEnum('funding', ['perParticipant', 'perSession']);
export const partyRole = pgEnum('party_role', ['funder', 'executor', 'partner']);
export const targetGroup = pgEnum('target_group', ['knowledgeAndCoaching', 'inspiration', 'network']);
export const deMinimis = pgEnum('de_minimis', ['applicable', 'not', 'under-investigation']);
export const phaseState = pgEnum('phase_state', ['planned', 'approved', 'paid', 'reduced', 'paused']);

/**
 * A programma that pays for sessions. The authorised maximum (besluit) and the reserved amount are two
 * figures that may differ and are never derived from each other or from the phases. `source` names the document.
 */
export const programmes = pgTable(
  'programmes',
  {
    id,
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    slug: text().notNull().unique(),
    name: text().notNull(),
    status: programmeStatus().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    creditLine: text().notNull(),
    requiresOpenAccess: boolean().notNull().default(false),
    /** Whether the municipality looks at a module before the public sees it. */
    reviewsModules: boolean().notNull().default(false),
    funding: funding().notNull(),
    authorisedCents: integer(),
    authorisedBasis: vatBasis().notNull().default('unknown'),
    /** The decision calls the amount provisional: voorlopig. */
    authorisedIsProvisional: boolean().notNull().default(false),
    reservedCents: integer(),
    reservedBasis: vatBasis().notNull().default('unknown'),
    vatCompensable: vatCompensable().notNull().default('unknown'),
    maxEntrepreneurs: integer(),
    paysNoShow: boolean().notNull().default(false),
    deMinimis: deMinimis().notNull().default('under-investigation'),
    source: text(),
    createdAt,
  },
  () => [
    check('programmes_dates', sql`starts_on < ends_on`),
    check('programmes_amounts', sql`coalesce(authorised_cents, 0) >= 0 and coalesce(reserved_cents, 0) >= 0`),
  ],
);

/** Who pays, who executes, and who works along (`partner`), in the order in which their names are shown: of those who are a sender. */
export const programmeParties = pgTable(
  'programme_parties',
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: partyRole().notNull(),
    position: integer().notNull(),
    isSender: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.organisationId] })],
);

/** Programme quarters have dates of their own and need not be calendar quarters. Both dates are included. */
export const programmeQuarters = pgTable(
  'programme_quarters',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    unique('programme_quarters_ordinal').on(t.programmeId, t.ordinal),
    check('programme_quarters_dates', sql`starts_on < ends_on`),
  ],
);

export const quarterTargets = pgTable(
  'quarter_targets',
  {
    quarterId: uuid()
      .notNull()
      .references(() => programmeQuarters.id, { onDelete: 'cascade' }),
    targetGroup: targetGroup().notNull(),
    minSessions: integer().notNull(),
    maxSessions: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.quarterId, t.targetGroup] }),
    check('quarter_targets_range', sql`0 <= min_sessions and min_sessions <= max_sessions`),
  ],
);

/**
 * Staged money of one quarter, ex VAT. What is reserved, committed and realised is what the ledger says (api/money), and
 * together never passes the ceiling. `state`, `ceilingCents` and `pausedFrom` are how the phase began: what holds
 * on a date follows from these and its changes (`phaseOn` in api/phases/rules).
 */
export const budgetPhases = pgTable(
  'budget_phases',
  {
    id,
    quarterId: uuid()
      .notNull()
      .unique('budget_phases_quarter_id_unique')
      .references(() => programmeQuarters.id, { onDelete: 'cascade' }),
    ceilingCents: integer().notNull(),
    reservedCents: integer().notNull().default(0),
    committedCents: integer().notNull().default(0),
    realisedCents: integer().notNull().default(0),
    pausedFrom: date({ mode: 'string' }),
    basis: vatBasis().notNull().default('ex'),
    state: phaseState().notNull(),
  },
  () => [
    check(
      'budget_phases_ceiling',
      sql`reserved_cents >= 0 and committed_cents >= 0 and realised_cents >= 0
        and reserved_cents + committed_cents + realised_cents <= ceiling_cents`,
    ),
  ],
);

/** Priced ondersteuningsproducten. A price is fixed: it is not hours times a rate. */
export const products = pgTable(
  'products',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    name: text().notNull(),
    minutes: integer(),
    priceCents: integer().notNull(),
    /** `unknown` where its document does not say whether VAT is in the price; never `incl`. */
    priceBasis: vatBasis().notNull().default('ex'),
    inPackage: boolean().notNull(),
    cap: integer(),
    position: integer().notNull(),
  },
  (t) => [
    unique('products_code').on(t.programmeId, t.code),
    check('products_amounts', sql`price_cents >= 0 and coalesce(minutes, 1) > 0 and coalesce(cap, 0) >= 0`),
    check('products_basis', sql`price_basis <> 'incl'`),
  ],
);

/** One version of a programme's rules on who pays; the newest whose `validFrom` has come is in force. */
export const ruleSets = pgTable(
  'rule_sets',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    rules: jsonb().notNull(),
    validFrom: date({ mode: 'string' }).notNull(),
    createdAt,
  },
  (t) => [
    unique('rule_sets_version').on(t.programmeId, t.version),
    index('rule_sets_in_force').on(t.programmeId, t.validFrom),
  ],
);
