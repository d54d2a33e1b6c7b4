import { and, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { budgetPhases, type programmeQuarters, quarterTargets } from '../../../db/schema/programmes.ts';
import { registrations as r } from '../../../db/schema/registrations.ts';
import { changesOfPhase, inForce } from '../../programmes/phases/in-force.ts';
import { stateOf } from '../reports/rules.ts';
import { groupOf } from '../../programmes/programmes/rules.ts';
import { daysBefore, endOfDate, localDate, startOfDate } from '../../language/time.ts';
import type { QuarterFacts } from './rules.ts';

type Quarter = typeof programmeQuarters.$inferSelect;
const MARK_WITHIN_DAYS = 7;

/** The figures of a quarter as they are now. A session belongs to the quarter of its local start date. */
export async function quarterFacts(
  db: Reader,
  programme: { id: string; requiresOpenAccess: boolean },
  quarter: Quarter,
  now: Date,
): Promise<QuarterFacts> {
  const rows = (await perSession(db, programme.id, quarter)).map((row) => ({
    ...row,
    state: stateOf(row, now),
  }));
  const targets = await db.select().from(quarterTargets).where(eq(quarterTargets.quarterId, quarter.id));
  const [phase] = await db
    .select({ row: budgetPhases, changes: changesOfPhase })
    .from(budgetPhases)
    .where(eq(budgetPhases.quarterId, quarter.id));
  const held = rows.filter(({ state }) => state === 'held');
  const going = rows.filter(({ state }) => state !== 'cancelled');
  const sum = (of: typeof rows, number: (row: (typeof rows)[number]) => number) =>
    of.reduce((total, row) => total + number(row), 0);
  const isLate = (row: { endsAt: Date }) => row.endsAt <= daysBefore(now, MARK_WITHIN_DAYS);
  return {
    startsOn: quarter.startsOn,
    endsOn: quarter.endsOn,
    today: localDate(now),
    requiresOpenAccess: programme.requiresOpenAccess,
    places: sum(held, (row) => row.places),
    taken: sum(held, (row) => Math.min(row.booked, row.places)),
    member: sum(going, (row) => row.member),
    notMember: sum(going, (row) => row.notMember),
    unknown: sum(going, (row) => row.unknown),
    unmarked: sum(held.filter(isLate), (row) => row.unmarked),
    groups: targets.map(({ targetGroup, minSessions, maxSessions }) => {
      const ofGroup = going.filter(({ kind }) => groupOf(kind) === targetGroup);
      return {
        group: targetGroup,
        held: ofGroup.filter(({ state }) => state === 'held').length,
        planned: ofGroup.filter(({ state }) => state === 'planned').length,
        min: minSessions,
        max: maxSessions,
      };
    }),
    phase: phase ? inForce(phase.row, phase.changes, now) : null,
  };
}

const number = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(*) filter (where ${condition}))::int`;

function perSession(db: Reader, programmeId: string, quarter: Quarter) {
  const present = sql`${r.attendance} = 'present'`;
  return db
    .select({
      kind: modules.kind,
      status: sessions.status,
      endsAt: sessions.endsAt,
      places: sessions.capacity,
      booked: number(sql`${r.status} = 'confirmed' and ${r.source} = 'booking'`),
      unmarked: number(sql`${r.status} = 'confirmed' and ${r.attendance} is null`),
      member: number(sql`${present} and ${r.membership} = 'member'`),
      notMember: number(sql`${present} and ${r.membership} = 'not-member'`),
      unknown: number(sql`${present} and ${r.membership} = 'unknown'`),
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(r, eq(r.sessionId, sessions.id))
    .where(
      and(
        eq(modules.programmeId, programmeId),
        ne(sessions.status, 'draft'),
        gte(sessions.startsAt, startOfDate(quarter.startsOn)),
        lt(sessions.startsAt, endOfDate(quarter.endsOn)),
      ),
    )
    .groupBy(sessions.id, modules.id);
}
