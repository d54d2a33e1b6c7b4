import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../../db/open.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { budgetPhases, programmeQuarters, quarterTargets } from '../../../db/schema/programmes.ts';
import { referenceDistributions } from '../../../db/schema/reports.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import type { StaffActor } from '../../http/actor.ts';
import { balancesOf } from '../../money/ledger/queries.ts';
import { changesOfPhase, inForce } from '../../programmes/phases/in-force.ts';
import { atOneMoment } from '../../unit-of-work/one-moment.ts';
import { tablesOf } from '../categories/queries.ts';
import { Problem } from '../../http/problem.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import { mayRead } from '../../programmes/programmes/own-programme.ts';
import { ownOrganisation } from './own-organisation.ts';
import type { References } from './breakdowns.rules.ts';
import { count } from './count.ts';
import { makeReport } from './figures.rules.ts';
import { calendarQuarter, type Period, programmeQuarter } from './periods.rules.ts';
import { protect } from './protect.rules.ts';
import type { Report } from './schema.ts';
import { counted, findSessions, type Scope } from './sessions.ts';

type Found = Awaited<ReturnType<typeof findProgramme>>;
/** An ordinal of the programme, or a quarter of the calendar as `2026-q4`. */
export type Which = { ordinal: number } | { calendarQuarter: string };
type Asked = { programme: string; which: Which; organisationId?: string | undefined };

/**
 * The report of one period, as far as known at `asOf`, small cells protected. For the programme's municipality and for the
 * parties to its agreement; others hear `not-found`. An organiser can ask for its own sessions only.
 */
export async function quarterReport(db: Db, actor: StaffActor, asked: Asked, asOf: Date): Promise<Report> {
  const found = await findProgramme(db, asked.programme, actor);
  await mayRead(db, actor, found.programme);
  const organisation = await ownOrganisation(db, actor, asked.organisationId);
  const period = await findPeriod(db, found.programme.id, asked.which);
  const report = await wholeReport(db, found, period, asOf, organisation);
  return protect(report, await referencesOf(db, found.programme.id));
}

/** The same of a quarter within a transaction that is there already, for who may read it. */
export async function reportWithin(
  tx: Tx,
  programmeId: string,
  ordinal: number,
  asOf: Date,
): Promise<Report> {
  const found = await findProgramme(tx, programmeId);
  const period = await findPeriod(tx, programmeId, { ordinal });
  return protect(await gather(tx, found, period, asOf), await referencesOf(tx, programmeId));
}

/** Throws `not-found` for a quarter that the programme does not have; it may lie outside the programme in the calendar. */
export async function findPeriod(db: Reader, programmeId: string, which: Which): Promise<Period> {
  if ('calendarQuarter' in which) return calendarQuarter(which.calendarQuarter);
  const [quarter] = await db
    .select()
    .from(programmeQuarters)
    .where(and(eq(programmeQuarters.programmeId, programmeId), eq(programmeQuarters.ordinal, which.ordinal)));
  if (!quarter) throw new Problem('not-found');
  return programmeQuarter(quarter);
}

/** Everything of one moment: read together, so that the parts agree. Nothing is protected yet. */
export const wholeReport = (
  db: Db,
  found: Found,
  period: Period,
  asOf: Date,
  organisation: Report['organisation'] = null,
) => atOneMoment(db, (tx) => gather(tx, found, period, asOf, organisation));

/** All of it, nothing protected yet. */
export async function gather(
  tx: Tx,
  { programme, municipality }: Found,
  period: Period,
  asOf: Date,
  organisation: Report['organisation'] = null,
): Promise<Report> {
  const scope: Scope = { programmeId: programme.id, period, organisationId: organisation?.id ?? null };
  const found = await findSessions(tx, scope);
  const going = found.filter(({ status }) => status === 'scheduled');
  const organisers = [...new Set(going.map(({ organiserId }) => organiserId))].sort();
  const quarter =
    period.kind === 'programme' ? await quarterOf(tx, programme.id, period.ordinal!, asOf) : null;
  return makeReport({
    about: {
      programme: {
        id: programme.id,
        slug: programme.slug,
        name: programme.name,
        municipality: municipality.name,
      },
      quarter: period,
      organisation,
      money: await moneyOf(tx, scope),
      phase: quarter?.phase ?? null,
    },
    found,
    counted: await count(tx, scope, asOf, await tablesOf(tx, municipality.id)),
    organisers,
    // What was agreed is for all organisers together.
    targets: organisation ? [] : (quarter?.targets ?? []),
    asOf,
  });
}

async function quarterOf(tx: Reader, programmeId: string, ordinal: number, asOf: Date) {
  const [found] = await tx
    .select({ quarter: programmeQuarters, row: budgetPhases, changes: changesOfPhase })
    .from(programmeQuarters)
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .where(and(eq(programmeQuarters.programmeId, programmeId), eq(programmeQuarters.ordinal, ordinal)));
  if (!found) throw new Problem('not-found');
  const { quarter, row, changes } = found;
  const phase = row && inForce(row, changes, asOf);
  const targets = await tx.select().from(quarterTargets).where(eq(quarterTargets.quarterId, quarter.id));
  return {
    targets,
    phase: phase && {
      ceilingCents: phase.ceilingCents,
      committedCents: phase.committedCents,
      state: phase.state,
    },
  };
}

async function moneyOf(tx: Reader, scope: Scope): Promise<Report['money']> {
  const ids = tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(counted(scope));
  const balances = balancesOf(tx, inArray(ledgerEntries.sessionId, ids));
  const cents = sql<number>`sum(${balances.cents})::float8`;
  return tx
    .with(balances)
    .select({
      phase: programmeQuarters.ordinal,
      state: balances.state,
      cents,
      vatCents: sql<number>`sum(${balances.vatCents})::float8`,
    })
    .from(balances)
    .leftJoin(budgetPhases, eq(budgetPhases.id, balances.phaseId))
    .leftJoin(programmeQuarters, eq(programmeQuarters.id, budgetPhases.quarterId))
    .groupBy(programmeQuarters.ordinal, balances.state)
    .having(sql`${cents} <> 0`)
    .orderBy(asc(programmeQuarters.ordinal), balances.state);
}

/** The newest reference population of each dimension. */
export async function referencesOf(db: Reader, programmeId: string): Promise<References> {
  const rows = await db
    .selectDistinctOn([referenceDistributions.dimension])
    .from(referenceDistributions)
    .where(eq(referenceDistributions.programmeId, programmeId))
    .orderBy(
      referenceDistributions.dimension,
      desc(referenceDistributions.createdAt),
      desc(referenceDistributions.id),
    );
  return Object.fromEntries(
    rows.map(({ dimension, source, asOf, shares }) => [dimension, { source, asOf, shares }]),
  );
}
