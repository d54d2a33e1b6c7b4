import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { holdsDemoData } from '../../../db/demo.ts';
import type { Reader } from '../../../db/open.ts';
import { programmeQuarters } from '../../../db/schema/programmes.ts';
import { reportSnapshots } from '../../../db/schema/reports.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import type { Report } from '../reports/schema.ts';
import { localDate } from '../../language/time.ts';
import { LEAST, publicQuarter } from './rules.ts';

/**
 * What everyone may see of a programme: of each quarter of its own that is over, as kept when it ended. Those figures never
 * change, so nobody can take an earlier file from a later one. Throws `not-found` for a draft.
 */
export async function readPublicFigures(db: Reader, idOrSlug: string, now: Date) {
  const { programme, municipality } = await findProgramme(db, idOrSlug);
  const kept = await db
    .select({ figures: reportSnapshots.figures, asOf: reportSnapshots.asOf })
    .from(reportSnapshots)
    .innerJoin(
      programmeQuarters,
      and(
        eq(programmeQuarters.programmeId, reportSnapshots.programmeId),
        eq(reportSnapshots.period, sql`'q' || ${programmeQuarters.ordinal}`),
      ),
    )
    .where(
      and(
        eq(reportSnapshots.programmeId, programme.id),
        eq(reportSnapshots.moment, 'end'),
        lt(programmeQuarters.endsOn, localDate(now)),
      ),
    )
    .orderBy(asc(programmeQuarters.ordinal));
  const newest = kept.map(({ asOf }) => asOf.toISOString()).sort();
  return {
    demo: await holdsDemoData(db),
    programme: {
      id: programme.id,
      slug: programme.slug,
      name: programme.name,
      startsOn: programme.startsOn,
      endsOn: programme.endsOn,
    },
    municipality: { name: municipality.name, cbsCode: municipality.cbsCode },
    licence: 'https://creativecommons.org/publicdomain/zero/1.0/' as const,
    smallCells: { threshold: LEAST },
    modified: newest.at(-1) ?? null,
    quarters: kept.map(({ figures }) => publicQuarter(figures as Report)),
  };
}
