import type { Locale } from '../../language/locale.ts';
import type { Reader } from '../../../db/open.ts';
import type { programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { lowest, mostUsed } from '../eligibility/caps.rules.ts';
import { sentenceOf } from '../eligibility/rule-words.ts';
import type { Rule, RuleOf } from '../eligibility/schema.ts';
import { paidPlaces } from '../eligibility/uses.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { versionsOf } from '../rule-sets/queries.ts';
import { capsUse } from '../eligibility/uses.ts';

type Programme = typeof programmes.$inferSelect;

/** How full the caps of a programme are: counted as a decision counts them. For its municipality. */
export async function capsOfProgramme(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  locale: Locale,
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

async function personalCaps(db: Reader, programme: Programme, rules: readonly Rule[], locale: Locale) {
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
