import { and, asc, count, countDistinct, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import { localDate } from '../../language/time.ts';
import { borneExVatCents } from '../../money/cost/rules.ts';
import type { Facts } from './facts.ts';
import { products } from '../../../db/schema/programmes.ts';

/**
 * What uses up the caps of a programme: places that are held, offered or certain, for which the municipality pays. Over
 * registrations, joined to their decisions, sessions and modules.
 */
export const isUse = (programmeId: string) =>
  and(
    eq(modules.programmeId, programmeId),
    inArray(registrations.status, ['offered', 'confirmed']),
    ne(sessions.status, 'cancelled'),
    eq(decisions.payer, 'municipality'),
  );

export type PaidPlace = Facts['paid'][number] & { entrepreneurId: string };

/**
 * What the municipality already pays in a programme: certain places whose decision says so, at the price of that
 * decision, so that a later change of price changes nothing of it.
 */
export async function paidPlaces(db: Reader, programmeId: string, which?: SQL): Promise<PaidPlace[]> {
  const found = await db
    .select({
      entrepreneurId: registrations.entrepreneurId,
      moduleId: modules.id,
      minutes: modules.durationMinutes,
      startsAt: sessions.startsAt,
      exVatCents: decisions.exVatCents,
      vatCents: decisions.vatCents,
      ownContributionCents: decisions.ownContributionCents,
    })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        which,
        eq(modules.programmeId, programmeId),
        eq(registrations.status, 'confirmed'),
        ne(sessions.status, 'cancelled'),
        eq(decisions.payer, 'municipality'),
      ),
    );
  return found.map(({ entrepreneurId, moduleId, minutes, startsAt, exVatCents, vatCents, ...own }) => ({
    entrepreneurId,
    moduleId,
    cents: borneExVatCents({ exVatCents, inclVatCents: exVatCents + vatCents, ...own }),
    minutes,
    on: localDate(startsAt),
  }));
}

/** What is used of what has a cap: people in the programme, and every product of its catalogue in its order. */
export async function capsUse(db: Reader, programme: { id: string }) {
  const isCertain = sql`${registrations.status} = 'confirmed'`;
  const uses = db
    .select({
      productId: modules.productId,
      used: count().as('used'),
      reserved: sql<number>`(count(*) filter (where not ${isCertain}))::int`.as('reserved'),
    })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(and(isUse(programme.id), isNotNull(modules.productId)))
    .groupBy(modules.productId)
    .as('uses');
  const [catalogue, [people]] = await Promise.all([
    db
      .select({ product: products, used: uses.used, reserved: uses.reserved })
      .from(products)
      .leftJoin(uses, eq(uses.productId, products.id))
      .where(eq(products.programmeId, programme.id))
      .orderBy(asc(products.position)),
    db
      .select({
        used: countDistinct(registrations.entrepreneurId),
        certain: sql<number>`(count(distinct ${registrations.entrepreneurId}) filter (where ${isCertain}))::int`,
      })
      .from(registrations)
      .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
      .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
      .innerJoin(modules, eq(modules.id, sessions.moduleId))
      .where(isUse(programme.id)),
  ]);
  return {
    people: people!.used,
    peopleReserved: people!.used - people!.certain,
    products: new Map(
      catalogue.map(({ product, used, reserved }) => [
        product.code,
        { name: product.name, used: used ?? 0, reserved: reserved ?? 0, cap: product.cap },
      ]),
    ),
  };
}
