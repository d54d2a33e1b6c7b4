import { and, asc, eq, exists, gt, min, ne, or, sql } from 'drizzle-orm';
import { paths } from '../../language/paths.ts';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { rulesInForce } from '../../paying/eligibility/queries.ts';
import { Problem } from '../../http/problem.ts';
import { usualCost } from '../../money/cost/rules.ts';
import { toOrganisation } from '../../people/organisations/shapes.ts';
import { toPicture } from '../../people/pictures/shapes.ts';
import { forWhom } from './shapes.ts';

const rows = (db: Reader, now: Date) => {
  const upcoming = db
    .select({ moduleId: sessions.moduleId, startsAt: min(sessions.startsAt).as('next_starts_at') })
    .from(sessions)
    .where(and(eq(sessions.status, 'scheduled'), eq(sessions.listed, true), gt(sessions.startsAt, now)))
    .groupBy(sessions.moduleId)
    .as('upcoming');
  return db
    .select({
      module: modules,
      organiser: organisations,
      programme: programmes,
      municipality: municipalities.name,
      nextStartsAt: upcoming.startsAt,
    })
    .from(modules)
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .innerJoin(municipalities, eq(municipalities.id, programmes.municipalityId))
    .leftJoin(upcoming, eq(upcoming.moduleId, modules.id));
};
type Row = Awaited<ReturnType<typeof rows>>[number];

const shape = ({ module: m, organiser, programme, nextStartsAt }: Row) => ({
  id: m.id,
  slug: m.slug,
  title: m.title,
  kind: m.kind,
  topic: m.topic,
  summary: m.summary,
  durationMinutes: m.durationMinutes,
  organiser: toOrganisation(organiser),
  programme: { id: programme.id, slug: programme.slug, name: programme.name },
  cost: usualCost(m),
  nextStartsAt: nextStartsAt?.toISOString() ?? null,
  url: paths.module(m.slug),
});

/** With all that its own page says. */
async function detail(db: Reader, row: Row, now: Date) {
  const { description, bring, leader } = row.module;
  const { rules: conditions } = await rulesInForce(db, row.programme.id, now);
  return {
    ...shape(row),
    description,
    bring,
    leader,
    ...forWhom(row.module),
    picture: toPicture(row.module.picture, row.module.pictureAlt),
    conditions,
    municipality: { name: row.municipality },
  };
}

/** Published modules of programmes that run, in order of title. */
export async function listModules(
  db: Reader,
  page: { limit: number; cursor?: string | undefined },
  now: Date,
) {
  const found = await rows(db, now)
    .where(
      and(
        eq(programmes.status, 'running'),
        eq(modules.status, 'published'),
        page.cursor ? gt(modules.slug, page.cursor) : undefined,
      ),
    )
    .orderBy(asc(modules.slug))
    .limit(page.limit + 1);
  const shown = found.slice(0, page.limit);
  return { items: shown.map(shape), next: found.length > page.limit ? shown.at(-1)!.module.slug : null };
}

/** What was planned of a module that takes no new sessions goes on. */
const hasComing = (db: Reader, now: Date) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(sessions)
      .where(
        and(eq(sessions.moduleId, modules.id), eq(sessions.status, 'scheduled'), gt(sessions.startsAt, now)),
      ),
  );

/** By id or slug. Throws `not-found`, also for what is not published yet, and in a programme that is a draft. */
export async function getModule(db: Reader, idOrSlug: string, now: Date) {
  const [row] = await rows(db, now).where(
    and(
      ne(programmes.status, 'draft'),
      or(eq(modules.status, 'published'), and(eq(modules.status, 'archived'), hasComing(db, now))),
      or(eq(modules.slug, idOrSlug), sql`${modules.id}::text = ${idOrSlug}`),
    ),
  );
  if (!row) throw new Problem('not-found');
  return detail(db, row, now);
}

/** As its page will show it, whoever may see that yet. */
export async function moduleAsShown(db: Reader, id: string, now: Date) {
  const [row] = await rows(db, now).where(eq(modules.id, id));
  return detail(db, row!, now);
}
