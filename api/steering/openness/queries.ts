import { mayRead } from '../../programmes/programmes/own-programme.ts';
import { reportWithin } from '../reports/queries.ts';
import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { programmeQuarters } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import { endOfDate, startOfDate } from '../../language/time.ts';
import type { Locale } from '../../language/locale.ts';
import { checkOf } from '../../publishing/access/queries.ts';

/**
 * The sessions of a programme quarter with their checks. For the municipality and the parties to the agreement, who see the
 * same; others hear `not-found`. Its parts agree where `tx` sees one moment.
 */
export async function quarterAccess(
  tx: Tx,
  { actor, locale, now }: { actor: StaffActor; locale: Locale; now: Date },
  { id: idOrSlug, ordinal }: { id: string; ordinal: number },
) {
  const { programme, municipality } = await findProgramme(tx, idOrSlug, actor);
  await mayRead(tx, actor, programme);
  const [quarter] = await tx
    .select()
    .from(programmeQuarters)
    .where(and(eq(programmeQuarters.programmeId, programme.id), eq(programmeQuarters.ordinal, ordinal)));
  if (!quarter) throw new Problem('not-found');
  const rows = await tx
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
      ...(await checkOf(tx, row.id, locale)),
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
    visits: (await reportWithin(tx, programme.id, ordinal, now)).membership,
    sessions: list,
  };
}
