import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { and, asc, count, desc, eq, inArray, isNotNull, ne, or } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeDesks, programmeVersions } from '../../../db/schema/programme-desk.ts';
import {
  budgetPhases,
  programmeParties,
  programmeQuarters,
  type programmes,
  quarterTargets,
} from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { localDate } from '../../language/time.ts';
import { contributionsOf } from '../../money/contributions/queries.ts';
import { proposedThresholds } from './rules.ts';
import { savedSettings, type Settings } from './schema.ts';

type Programme = typeof programmes.$inferSelect;

/** The settings as they stand in the tables. */
export async function currentSettings(db: Reader, programme: Programme): Promise<Settings> {
  const [parties, quarters, [desk], contributions] = await Promise.all([
    db
      .select()
      .from(programmeParties)
      .where(eq(programmeParties.programmeId, programme.id))
      .orderBy(asc(programmeParties.position)),
    quartersOf(db, programme.id),
    db.select().from(programmeDesks).where(eq(programmeDesks.programmeId, programme.id)),
    contributionsOf(db, programme.id),
  ]);
  const targets = await db
    .select()
    .from(quarterTargets)
    .where(
      inArray(
        quarterTargets.quarterId,
        quarters.map(({ quarter }) => quarter.id),
      ),
    )
    .orderBy(asc(quarterTargets.targetGroup));
  const authorised = amount(programme.authorisedCents, programme.authorisedBasis);
  return {
    name: programme.name,
    status: programme.status,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    creditLine: programme.creditLine,
    requiresOpenAccess: programme.requiresOpenAccess,
    reviewsModules: programme.reviewsModules,
    authorised: authorised && { ...authorised, provisional: programme.authorisedIsProvisional },
    reserved: amount(programme.reservedCents, programme.reservedBasis),
    vatCompensable: programme.vatCompensable,
    deMinimis: programme.deMinimis,
    paysNoShow: programme.paysNoShow,
    lead: { name: desk?.leadName ?? null, unit: desk?.leadUnit ?? null },
    agreement: {
      signedOn: desk?.agreementSignedOn ?? null,
      signatory: desk?.agreementSignatory ?? null,
      mandate: desk?.agreementMandate ?? null,
      source: desk?.agreementSource ?? null,
    },
    parties: parties.map(({ organisationId, role }) => ({ organisationId, role })),
    quarters: quarters.map(({ quarter }) => ({
      startsOn: quarter.startsOn,
      endsOn: quarter.endsOn,
      targets: targets
        .filter(({ quarterId }) => quarterId === quarter.id)
        .map(({ targetGroup, minSessions, maxSessions }) => ({
          group: targetGroup,
          min: minSessions,
          max: maxSessions,
        })),
    })),
    contributions,
    thresholds: thresholdsOfDesk(desk),
  };
}

const thresholdsOfDesk = (desk: typeof programmeDesks.$inferSelect | undefined) => ({
  interestPercent: desk?.interestPercent ?? null,
  nonMemberPercent: desk?.nonMemberPercent ?? null,
  knownVisits: desk?.knownVisits ?? null,
  noticeDays: desk?.noticeDays ?? null,
  sessionsPerWeek: desk?.sessionsPerWeek ?? null,
  aheadPoints: desk?.aheadPoints ?? null,
  behindPoints: desk?.behindPoints ?? null,
  associationDays: desk?.associationDays ?? null,
});

const amount = (cents: number | null, basis: Programme['authorisedBasis']) =>
  cents === null ? null : { cents, basis };

/** The quarters of a programme in their order, each with the phase of the budget that hangs on it. */
export const quartersOf = (db: Reader, programmeId: string) =>
  db
    .select({ quarter: programmeQuarters, phase: budgetPhases })
    .from(programmeQuarters)
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .where(eq(programmeQuarters.programmeId, programmeId))
    .orderBy(asc(programmeQuarters.ordinal));

/** Its sessions that are no draft, by their local start date. */
export async function datedSessions(db: Reader, programmeId: string) {
  const rows = await db
    .select({ startsAt: sessions.startsAt, title: modules.title })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(and(eq(modules.programmeId, programmeId), ne(sessions.status, 'draft')))
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return rows.map(({ startsAt, title }) => ({
    date: localDate(startsAt),
    label: `${title} (${localDate(startsAt)})`,
  }));
}

/** The number of the newest version; 1 is the state before anyone saved. */
export async function versionOf(db: Reader, programmeId: string) {
  const [found] = await db
    .select({ count: count() })
    .from(programmeVersions)
    .where(eq(programmeVersions.programmeId, programmeId));
  return Math.max(1, found!.count);
}

/** The settings as a version saved them; null when there is no such version. */
export async function savedVersion(db: Reader, programmeId: string, version: number) {
  const [found] = await db
    .select({ settings: programmeVersions.settings })
    .from(programmeVersions)
    .where(and(eq(programmeVersions.programmeId, programmeId), eq(programmeVersions.version, version)));
  return found ? savedSettings.parse(found.settings) : null;
}

/** All that the page of settings shows. */
export async function readSettings(db: Reader, actor: StaffActor, idOrSlug: string, now: Date) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const today = localDate(now);
  const [settings, version, listed, quarters, held, versions] = await Promise.all([
    currentSettings(db, programme),
    versionOf(db, programme.id),
    db
      .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
      .from(organisations)
      .leftJoin(
        programmeParties,
        and(
          eq(programmeParties.organisationId, organisations.id),
          eq(programmeParties.programmeId, programme.id),
        ),
      )
      .where(
        and(
          eq(organisations.municipalityId, programme.municipalityId),
          or(eq(organisations.status, 'approved'), isNotNull(programmeParties.organisationId)),
        ),
      )
      .orderBy(asc(organisations.name)),
    quartersOf(db, programme.id),
    datedSessions(db, programme.id),
    db
      .select({ row: programmeVersions, by: accounts.name })
      .from(programmeVersions)
      .leftJoin(accounts, eq(accounts.id, programmeVersions.accountId))
      .where(eq(programmeVersions.programmeId, programme.id))
      .orderBy(desc(programmeVersions.version)),
  ]);
  return {
    programme: { id: programme.id, slug: programme.slug, funding: programme.funding },
    version,
    settings,
    proposed: proposedThresholds,
    organisations: listed,
    quarters: quarters.map(({ quarter, phase }) => ({
      ordinal: quarter.ordinal,
      ended: quarter.endsOn < today,
      sessions: held.filter(({ date }) => quarter.startsOn <= date && date <= quarter.endsOn).length,
      phaseCents: phase?.ceilingCents ?? null,
    })),
    versions: versions.map(({ row, by }) => ({
      version: row.version,
      at: row.at.toISOString(),
      by,
      motivation: row.motivation,
      settings: savedSettings.parse(row.settings),
    })),
  };
}
