import { mayRead } from '../programmes/own.ts';
import { reportWithin } from '../reports/queries.ts';
import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { Reader } from '../../db/open.ts';
import { accessChecks } from '../../db/schema/access.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { programmeQuarters } from '../../db/schema/programmes.ts';
import type { StaffActor } from '../actor.ts';
import { Problem } from '../problem.ts';
import { findProgramme } from '../programmes/queries.ts';
import { endOfDate, startOfDate } from '../time.ts';
import { type Kept, newestFirst } from './check.ts';
import { detailOf } from './details.ts';
import { promiseOf } from './gate.ts';
import { changesOf } from './history.ts';
import { hasPassed, stretches } from './rules.ts';
import type { accessCheck } from './schema.ts';
import { words } from './words.ts';

type Locale = 'nl' | 'en';

/**
 * What the last check of a session found, and its history. For anyone: it says nothing of a person, and the promise is one
 * to everybody. Throws `not-found` for a draft, and where the programme does not ask for open access.
 */
export async function getAccessCheck(db: Reader, sessionId: string, locale: Locale) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session || session.status === 'draft') throw new Problem('not-found');
  if (!(await promiseOf(db, session.moduleId)).requiresOpenAccess) throw new Problem('not-found');
  return checkOf(db, sessionId, locale);
}

async function checkOf(db: Reader, sessionId: string, locale: Locale): Promise<z.input<typeof accessCheck>> {
  const [[last], changes] = await Promise.all([
    db
      .select()
      .from(accessChecks)
      .where(eq(accessChecks.sessionId, sessionId))
      .orderBy(...newestFirst)
      .limit(1),
    changesOf(db, sessionId),
  ]);
  const checks = (last?.checks ?? []) as Kept[];
  return {
    open: last?.open ?? null,
    checkedAt: last?.checkedAt.toISOString() ?? null,
    checks: checks.map((one) => ({
      check: one.check,
      passed: hasPassed(one),
      detail: detailOf(one, locale),
    })),
    history: stretches(changes).map(({ from, until, by, broken }, n) => ({
      at: from.toISOString(),
      until: until?.toISOString() ?? null,
      by,
      event: eventOf(changes[n - 1]?.after.status, changes[n]!.after.status),
      broken: broken.map((rule) => ({ rule, reason: words[rule].broken[locale] })),
    })),
  };
}

function eventOf(before: string | undefined, after: string) {
  if (after === 'cancelled') return 'cancelled' as const;
  if (after === 'draft') return 'withdrawn' as const;
  return before === 'scheduled' ? ('changed' as const) : ('published' as const);
}

/**
 * The sessions of a programme quarter with their checks. For the municipality and the parties to the agreement, who see the
 * same; others hear `not-found`.
 */
export async function quarterAccess(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  ordinal: number,
  locale: Locale,
  now: Date,
) {
  const { programme, municipality } = await findProgramme(db, idOrSlug, actor);
  await mayRead(db, actor, programme);
  const [quarter] = await db
    .select()
    .from(programmeQuarters)
    .where(and(eq(programmeQuarters.programmeId, programme.id), eq(programmeQuarters.ordinal, ordinal)));
  if (!quarter) throw new Problem('not-found');
  const rows = await db
    .select({
      id: sessions.id,
      title: modules.title,
      startsAt: sessions.startsAt,
      status: sessions.status,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        eq(modules.programmeId, programme.id),
        ne(sessions.status, 'draft'),
        gte(sessions.startsAt, startOfDate(quarter.startsOn)),
        lt(sessions.startsAt, endOfDate(quarter.endsOn)),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  const list = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      title: row.title,
      startsAt: row.startsAt.toISOString(),
      status: row.status === 'cancelled' ? ('cancelled' as const) : ('scheduled' as const),
      ...(await checkOf(db, row.id, locale)),
    })),
  );
  const { id, slug, name, requiresOpenAccess } = programme;
  const { startsOn, endsOn } = quarter;
  const numberOf = (open: boolean | null) => list.filter((one) => one.open === open).length;
  return {
    programme: { id, slug, name, municipality: municipality.name },
    requiresOpenAccess,
    quarter: { ordinal, startsOn, endsOn },
    open: numberOf(true),
    closed: numberOf(false),
    unchecked: numberOf(null),
    // As in the report, so that small numbers are hidden here as they are there.
    visits: (await reportWithin(db, programme.id, ordinal, now)).membership,
    sessions: list,
  };
}
