import { and, asc, count, countDistinct, eq, isNotNull, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { products, type programmes } from '../../db/schema/programmes.ts';
import { registrations } from '../../db/schema/registrations.ts';
import type { StaffActor } from '../actor.ts';
import { lowest, mostUsed } from '../eligibility/caps.ts';
import { sentenceOf } from '../eligibility/rule-words.ts';
import type { Rule, RuleOf } from '../eligibility/schema.ts';
import { isUse, paidPlaces } from '../eligibility/uses.ts';
import { ownProgramme } from '../programmes/own.ts';
import { versionsOf } from '../rule-sets/queries.ts';

type Programme = typeof programmes.$inferSelect;

/** How full the caps of a programme are: counted as a decision counts them. For its municipality. */
export async function capsOfProgramme(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  locale: 'nl' | 'en',
  now: Date,
) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const [versions, uses] = await Promise.all([versionsOf(db, programme.id, now), capsUse(db, programme)]);
  const inForce = versions.find(({ state }) => state === 'in-force');
  const rules = inForce?.rules ?? [];
  const people = rules.find((rule) => rule.kind === 'peopleCap');
  return {
    ruleSetVersion: inForce?.version ?? null,
    people: {
      used: uses.people,
      reserved: uses.peopleReserved,
      cap: lowest(people?.max, programme.maxEntrepreneurs),
      isKept: people !== undefined,
    },
    products: [...uses.products].map(([code, { cap, ...use }]) => {
      const kept = rules.filter(
        (rule): rule is RuleOf<'productCap'> =>
          rule.kind === 'productCap' && (rule.product === undefined || rule.product === code),
      );
      const max = kept.reduce((least, rule) => lowest(rule.max, least), cap);
      return { code, ...use, cap: max, isKept: max !== null && kept.length > 0 };
    }),
    perEntrepreneur: await personalCaps(db, programme, rules, locale),
  };
}

async function personalCaps(db: Reader, programme: Programme, rules: readonly Rule[], locale: 'nl' | 'en') {
  const caps = rules.filter((rule) => rule.kind === 'capPerEntrepreneur');
  if (caps.length === 0) return [];
  const places = await paidPlaces(db, programme.id);
  const perPerson = [...Map.groupBy(places, ({ entrepreneurId }) => entrepreneurId).values()];
  return caps.map((rule) => {
    const amounts = perPerson.map((paid) => mostUsed(rule, paid)).filter((amount) => amount > 0);
    return {
      max: rule.max,
      unit: rule.unit,
      period: rule.period,
      sentence: sentenceOf(rule)[locale],
      entrepreneurs: amounts.length,
      reached: amounts.filter((amount) => amount >= rule.max).length,
      highest: amounts.reduce((most, amount) => Math.max(most, amount), 0),
    };
  });
}

/** What is used of what has a cap: people in the programme, and every product of its catalogue in its order. */
export async function capsUse(db: Reader, programme: Pick<Programme, 'id'>) {
  const isCertain = sql`${registrations.status} = 'confirmed'`;
  const uses = db
    .select({
      productId: modules.productId,
      used: count().as('used'),
      reserved: sql<number>`(count(*) filter (where not ${isCertain}))::int`.as('reserved'),
    })
    .from(registrations)
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
