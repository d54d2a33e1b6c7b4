import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accountRoles } from '../../../db/schema/accounts.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import {
  budgetPhases,
  products,
  programmeParties,
  programmeQuarters,
  programmes,
  quarterTargets,
} from '../../../db/schema/programmes.ts';
import { toOrganisation } from '../../people/organisations/shapes.ts';
import { changesOfPhase, inForce } from '../phases/in-force.ts';
import { toPhase } from '../phases/shapes.ts';
import { Problem } from '../../http/problem.ts';

type Programme = typeof programmes.$inferSelect;

const rows = (db: Reader) =>
  db
    .select({ programme: programmes, municipality: municipalities })
    .from(programmes)
    .innerJoin(municipalities, eq(municipalities.id, programmes.municipalityId));

/** Who asks, as far as drafts are concerned: those of a municipality are for its staff. */
type Asker = { kind: 'anonymous' } | { kind: 'account'; account: { id: string } };

const shownTo = (db: Reader, asker: Asker) =>
  asker.kind === 'anonymous'
    ? ne(programmes.status, 'draft')
    : or(
        ne(programmes.status, 'draft'),
        inArray(
          programmes.municipalityId,
          db
            .select({ id: sql<string>`${accountRoles.municipalityId}` })
            .from(accountRoles)
            .where(and(eq(accountRoles.accountId, asker.account.id), isNotNull(accountRoles.municipalityId))),
        ),
      );

export async function listProgrammes(db: Reader, now: Date, asker: Asker = { kind: 'anonymous' }) {
  const found = await rows(db).where(shownTo(db, asker)).orderBy(asc(programmes.name));
  return describe(db, found, now);
}

/** By id or slug. Throws `not-found` for an unknown one, and for a draft except to staff of its municipality. */
export async function findProgramme(db: Reader, idOrSlug: string, asker: Asker = { kind: 'anonymous' }) {
  const [found] = await rows(db).where(
    and(shownTo(db, asker), or(eq(programmes.slug, idOrSlug), sql`${programmes.id}::text = ${idOrSlug}`)),
  );
  if (!found) throw new Problem('not-found');
  return found;
}

export const getProgramme = async (db: Reader, idOrSlug: string, now: Date, asker: Asker) =>
  (await describe(db, [await findProgramme(db, idOrSlug, asker)], now))[0]!;

async function describe(db: Reader, found: Awaited<ReturnType<typeof rows>>, now: Date) {
  const ids = found.map((row) => row.programme.id);
  const [parties, quarters] = await Promise.all([partiesOf(db, ids), quartersOf(db, ids, now)]);
  return found.map(({ programme: p, municipality: m }) => ({
    id: p.id,
    slug: p.slug,
    name: p.name,
    municipality: { id: m.id, slug: m.slug, name: m.name, phone: m.phone },
    status: p.status,
    startsOn: p.startsOn,
    endsOn: p.endsOn,
    creditLine: p.creditLine,
    requiresOpenAccess: p.requiresOpenAccess,
    funding: p.funding,
    authorised:
      p.authorisedCents === null
        ? null
        : { cents: p.authorisedCents, basis: p.authorisedBasis, provisional: p.authorisedIsProvisional },
    reserved: amount(p.reservedCents, p.reservedBasis),
    vatCompensable: p.vatCompensable,
    maxEntrepreneurs: p.maxEntrepreneurs,
    source: p.source,
    parties: (parties.get(p.id) ?? []).map(({ organisation, party }) => ({
      ...toOrganisation(organisation),
      role: party.role,
    })),
    quarters: quarters.get(p.id) ?? [],
  }));
}

const amount = (cents: number | null, basis: Programme['authorisedBasis']) =>
  cents === null ? null : { cents, basis };

/** The names of the pictures that the senders of a programme have as logo, in the agreed order. Throws `not-found`. */
export async function logosOfSenders(db: Reader, idOrSlug: string): Promise<string[]> {
  const { programme } = await findProgramme(db, idOrSlug);
  const parties = (await partiesOf(db, [programme.id])).get(programme.id) ?? [];
  return parties.flatMap(({ party, organisation }) =>
    party.isSender && organisation.logo ? organisation.logo : [],
  );
}

async function partiesOf(db: Reader, programmeIds: string[]) {
  const found = await db
    .select({ party: programmeParties, organisation: organisations })
    .from(programmeParties)
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .where(inArray(programmeParties.programmeId, programmeIds))
    .orderBy(asc(programmeParties.position));
  return Map.groupBy(found, (row) => row.party.programmeId);
}

async function quartersOf(db: Reader, programmeIds: string[], now: Date) {
  const found = await db
    .select({ quarter: programmeQuarters, row: budgetPhases, changes: changesOfPhase })
    .from(programmeQuarters)
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .where(inArray(programmeQuarters.programmeId, programmeIds))
    .orderBy(asc(programmeQuarters.ordinal));
  const targets = await targetsOf(
    db,
    found.map((row) => row.quarter.id),
  );
  const described = found.map(({ quarter, row, changes }) => ({
    programmeId: quarter.programmeId,
    ordinal: quarter.ordinal,
    startsOn: quarter.startsOn,
    endsOn: quarter.endsOn,
    targets: targets.get(quarter.id) ?? [],
    phase: row && { ...toPhase(inForce(row, changes, now)), basis: row.basis },
  }));
  return Map.groupBy(described, (row) => row.programmeId);
}

async function targetsOf(db: Reader, quarterIds: string[]) {
  const found = await db
    .select()
    .from(quarterTargets)
    .where(inArray(quarterTargets.quarterId, quarterIds))
    .orderBy(asc(quarterTargets.targetGroup));
  const shaped = found.map((row) => ({
    quarterId: row.quarterId,
    group: row.targetGroup,
    min: row.minSessions,
    max: row.maxSessions,
  }));
  return Map.groupBy(shaped, (row) => row.quarterId);
}

export async function listProducts(db: Reader, idOrSlug: string, asker: Asker) {
  const { programme } = await findProgramme(db, idOrSlug, asker);
  const found = await db
    .select()
    .from(products)
    .where(eq(products.programmeId, programme.id))
    .orderBy(asc(products.position));
  return found.map((row) => ({
    code: row.code,
    name: row.name,
    hours: row.minutes === null ? null : row.minutes / 60,
    priceCents: row.priceCents,
    priceBasis: row.priceBasis === 'unknown' ? ('unknown' as const) : ('ex' as const),
    inPackage: row.inPackage,
    cap: row.cap,
  }));
}
