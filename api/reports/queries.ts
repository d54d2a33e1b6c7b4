import { and, asc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import {
  budgetPhases,
  programmeParties,
  programmeQuarters,
  quarterTargets,
} from '../../db/schema/programmes.ts';
import { registrations as r } from '../../db/schema/registrations.ts';
import type { StaffActor } from '../actor.ts';
import { changesOfPhase, inForce } from '../phases/in-force.ts';
import { Problem } from '../problem.ts';
import { findProgramme } from '../programmes/queries.ts';
import { endOfDate, startOfDate } from '../time.ts';
import { countStates, groupOf, stateOf } from './rules.ts';

/**
 * Attendance of one programme quarter, as far as known at `asOf`. A session belongs to the quarter of its local start
 * date. For the programme's municipality and for the parties to its agreement; others hear `not-found`.
 */
export async function quarterReport(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  ordinal: number,
  asOf: Date,
) {
  const { programme, municipality } = await findProgramme(db, idOrSlug);
  await mayRead(db, actor, programme);
  const [found] = await db
    .select({ quarter: programmeQuarters, row: budgetPhases, changes: changesOfPhase })
    .from(programmeQuarters)
    .leftJoin(budgetPhases, eq(budgetPhases.quarterId, programmeQuarters.id))
    .where(and(eq(programmeQuarters.programmeId, programme.id), eq(programmeQuarters.ordinal, ordinal)));
  if (!found) throw new Problem('not-found');
  const { quarter, row, changes } = found;
  const phase = row && inForce(row, changes, asOf);

  const inQuarter = and(
    eq(modules.programmeId, programme.id),
    ne(sessions.status, 'draft'),
    gte(sessions.startsAt, startOfDate(quarter.startsOn)),
    lt(sessions.startsAt, endOfDate(quarter.endsOn)),
  );
  const list = (await perSession(db, inQuarter)).map((row) => ({ ...row, state: stateOf(row, asOf) }));
  const [people] = await db
    .select({ unique: sql<number>`count(distinct ${r.entrepreneurId})::int` })
    .from(r)
    .innerJoin(sessions, eq(sessions.id, r.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(and(inQuarter, eq(r.attendance, 'present')));
  const targets = await db.select().from(quarterTargets).where(eq(quarterTargets.quarterId, quarter.id));

  const going = list.filter((row) => row.state !== 'cancelled');
  const sum = (number: (row: (typeof list)[number]) => number, of = going) =>
    of.reduce((total, row) => total + number(row), 0);
  const held = list.filter((row) => row.state === 'held');
  const groups = ['knowledgeAndCoaching', 'inspiration', 'network', 'other'] as const;

  return {
    programme: {
      id: programme.id,
      slug: programme.slug,
      name: programme.name,
      municipality: municipality.name,
    },
    quarter: { ordinal: quarter.ordinal, startsOn: quarter.startsOn, endsOn: quarter.endsOn },
    asOf: asOf.toISOString(),
    sessions: countStates(list.map((row) => row.state)),
    groups: groups.flatMap((group) => {
      const states = list.filter((row) => groupOf(row.kind) === group).map((row) => row.state);
      const target = targets.find((row) => row.targetGroup === group);
      if (group === 'other' && states.length === 0) return [];
      return {
        group,
        ...countStates(states),
        min: target?.minSessions ?? null,
        max: target?.maxSessions ?? null,
      };
    }),
    places: sum((row) => row.places),
    registrations: sum((row) => row.registrations),
    waitlisted: sum((row) => row.waitlisted),
    walkIns: sum((row) => row.walkIns),
    present: sum((row) => row.present),
    noShow: sum((row) => row.noShow),
    excused: sum((row) => row.excused),
    unmarked: sum((row) => row.unmarked, held),
    uniqueEntrepreneurs: people?.unique ?? 0,
    membership: {
      member: sum((row) => row.member),
      notMember: sum((row) => row.notMember),
      unknown: sum((row) => row.unknown),
    },
    phase: phase && {
      ceilingCents: phase.ceilingCents,
      committedCents: phase.committedCents,
      state: phase.state,
    },
    bySession: list.map((row) => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      status: row.state,
      startsAt: row.startsAt.toISOString(),
      places: row.places,
      registrations: row.registrations,
      present: row.present,
      noShow: row.noShow,
      excused: row.excused,
    })),
  };
}

async function mayRead(db: Reader, actor: StaffActor, programme: { id: string; municipalityId: string }) {
  if (actor.municipalityIds.includes(programme.municipalityId)) return;
  const parties = await db
    .select()
    .from(programmeParties)
    .where(
      and(
        eq(programmeParties.programmeId, programme.id),
        inArray(programmeParties.organisationId, actor.organisationIds),
      ),
    );
  if (parties.length === 0) throw new Problem('not-found');
}

const number = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(*) filter (where ${condition}))::int`;

function perSession(db: Reader, inQuarter: ReturnType<typeof and>) {
  const booked = sql`${r.status} = 'confirmed' and ${r.source} = 'booking'`;
  const present = sql`${r.attendance} = 'present'`;
  return db
    .select({
      id: sessions.id,
      title: modules.title,
      kind: modules.kind,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      places: sessions.capacity,
      registrations: number(booked),
      waitlisted: number(sql`${r.status} = 'waitlisted'`),
      walkIns: number(sql`${r.status} = 'confirmed' and ${r.source} = 'walkIn'`),
      present: number(present),
      noShow: number(sql`${r.attendance} = 'absent'`),
      excused: number(sql`${r.attendance} = 'excused'`),
      unmarked: number(sql`${r.status} = 'confirmed' and ${r.attendance} is null`),
      member: number(sql`${present} and ${r.membership} = 'member'`),
      notMember: number(sql`${present} and ${r.membership} = 'not-member'`),
      unknown: number(sql`${present} and ${r.membership} = 'unknown'`),
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(r, eq(r.sessionId, sessions.id))
    .where(inQuarter)
    .groupBy(sessions.id, modules.id)
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
}
