import { and, asc, count, eq, gt, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { products, programmeParties, programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { moduleAsShown } from '../../offer/catalogue/modules.ts';
import { isChangeable, type Side, stepsFrom } from './rules.ts';

/** Those that the actor offers something for: where one works, and the one of one's municipality. */
const isOwn = ({ organisationIds, municipalityIds }: StaffActor) =>
  or(
    inArray(organisations.id, organisationIds),
    and(eq(organisations.kind, 'municipality'), inArray(organisations.municipalityId, municipalityIds)),
  );

/** Throws `not-found` for one that is not the actor's. */
export async function ownOrganisation(db: Reader, actor: StaffActor, organisationId: string) {
  const [found] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isOwn(actor)));
  if (!found) throw new Problem('not-found');
  return found;
}

/** Whether an organisation can offer something in a programme: it is a party, it is approved, and the programme is not over. */
const mayOffer = (organisationId: string) =>
  and(
    eq(programmeParties.organisationId, organisationId),
    eq(organisations.status, 'approved'),
    ne(programmes.status, 'archived'),
  );

const partiesWith = (db: Reader) =>
  db
    .select({ programme: programmes })
    .from(programmeParties)
    .innerJoin(programmes, eq(programmes.id, programmeParties.programmeId))
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId));

export async function offersIn(db: Reader, organisationId: string, programmeId: string) {
  const [found] = await partiesWith(db).where(and(mayOffer(organisationId), eq(programmes.id, programmeId)));
  return found !== undefined;
}

/** The programmes in which an organisation can offer something, with the products that it can be. */
export async function programmesFor(db: Reader, organisationId: string) {
  const found = await partiesWith(db)
    .where(mayOffer(organisationId))
    .orderBy(asc(programmes.status), asc(programmes.name));
  const ids = found.map(({ programme }) => programme.id);
  const catalogue = await db
    .select()
    .from(products)
    .where(inArray(products.programmeId, ids))
    .orderBy(asc(products.position));
  return found.map(({ programme: { id, name, funding, reviewsModules } }) => ({
    id,
    name,
    funding,
    reviewsModules,
    products: catalogue
      .filter(({ programmeId }) => programmeId === id)
      .map((product) => ({ id: product.id, name: product.name, priceCents: product.priceCents })),
  }));
}

const rows = (db: Reader, now: Date) => {
  const coming = db
    .select({ count: count() })
    .from(sessions)
    .where(
      and(eq(sessions.moduleId, modules.id), eq(sessions.status, 'scheduled'), gt(sessions.startsAt, now)),
    );
  return db
    .select({
      module: modules,
      organisation: organisations,
      programme: programmes,
      comingSessions: sql<number>`(${coming})::int`,
    })
    .from(modules)
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId));
};
type Row = Awaited<ReturnType<typeof rows>>[number];

const toState = ({ module: { id, slug, status, reviewNote } }: Row) => ({ id, slug, status, reviewNote });

const toListed = (row: Row) => ({
  ...toState(row),
  title: row.module.title,
  kind: row.module.kind,
  organisation: { id: row.organisation.id, name: row.organisation.name },
  programme: { id: row.programme.id, name: row.programme.name },
  comingSessions: row.comingSessions,
});

async function listed(db: Reader, now: Date, which: SQL | undefined) {
  const found = await rows(db, now)
    .where(which)
    .orderBy(asc(modules.status), asc(modules.title), asc(modules.id));
  return found.map(toListed);
}

/** All modules of one organisation, in whatever state. */
export const modulesOf = (db: Reader, organisationId: string, now: Date) =>
  listed(db, now, eq(modules.organisationId, organisationId));

/** What waits for the municipality. Throws `not-allowed` for who works for none. */
export async function submittedTo(db: Reader, { municipalityIds }: StaffActor, now: Date) {
  if (municipalityIds.length === 0) throw new Problem('not-allowed');
  const own = inArray(programmes.municipalityId, municipalityIds);
  return listed(db, now, and(own, eq(modules.status, 'submitted')));
}

/** On which sides of a module someone stands. The municipality sees nothing of a draft of someone else. */
function sidesOf(
  actor: StaffActor['writesAt'],
  { module, organisation, programme }: Omit<Row, 'comingSessions'>,
) {
  const sides: Side[] = [];
  const isOfMunicipality =
    organisation.kind === 'municipality' && actor.municipalityIds.includes(organisation.municipalityId);
  if (actor.organisationIds.includes(organisation.id) || isOfMunicipality) sides.push('organiser');
  if (actor.municipalityIds.includes(programme.municipalityId)) {
    if (sides.length > 0 || module.status !== 'draft') sides.push('municipality');
  }
  return sides;
}

/** By id or slug. Throws `not-found`, also for who has nothing to do with it. */
export async function findOwnModule(db: Reader, actor: StaffActor, idOrSlug: string, now: Date) {
  const [row] = await rows(db, now).where(
    or(eq(modules.slug, idOrSlug), sql`${modules.id}::text = ${idOrSlug}`),
  );
  const sides = row ? sidesOf(actor, row) : [];
  if (!row || sides.length === 0) throw new Problem('not-found');
  return { ...row, sides, mayChange: sidesOf(actor.writesAt, row) };
}

export async function getOwnModule(db: Reader, actor: StaffActor, idOrSlug: string, now: Date) {
  const { mayChange, ...row } = await findOwnModule(db, actor, idOrSlug, now);
  const { module, organisation, programme } = row;
  return {
    ...toState(row),
    organisation: { id: organisation.id, name: organisation.name },
    comingSessions: row.comingSessions,
    productId: module.productId,
    price: {
      exVatCents: module.priceExVatCents,
      vatRate: module.vatRate,
      ownContributionCents: module.ownContributionCents,
    },
    module: await moduleAsShown(db, module.id, now),
    changeable: mayChange.includes('organiser') && isChangeable(module.status),
    steps: stepsFrom({ status: module.status, sides: mayChange, reviewed: programme.reviewsModules }),
  };
}
