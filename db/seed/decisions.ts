import type { decisions } from '../schema/registrations.ts';
import { dateOf } from './calendar.ts';
import { hadPlace, usesSoFar } from './caps.ts';
import type { Decide, Facts } from './decide.ts';
import { declaredBy } from './reviews.ts';
import { moduleId } from './modules/module-rows.ts';
import { ruleSetId, rulesOf, versionAt } from './programme-rows.ts';
import { idOf } from './random.ts';
import { businessOf } from './register.ts';
import type { SeedRegistration } from './registrations.ts';

type Earlier = { registration: SeedRegistration; place: Facts['paid'][number] | null };

/** Who pays for each registration, judged at the moment of asking with what was known then. */
export function decisionRows(
  registrations: SeedRegistration[],
  decide: Decide,
): (typeof decisions.$inferInsert & { id: string })[] {
  const earlierOf = new Map<string, Earlier[]>();
  const uses = usesSoFar();
  const inOrder = [...registrations].sort(
    (a, b) => Number(a.row.createdAt) - Number(b.row.createdAt) || a.row.id.localeCompare(b.row.id),
  );
  return inOrder.map((registration) => {
    const { row, session, person } = registration;
    const { programme } = session.plan;
    const version = versionAt(programme, row.createdAt);
    const earlier = earlierOf.get(person.id) ?? [];
    const facts = {
      ...factsAt(registration, earlier),
      ...uses.before(registration),
      ...declaredWith(registration),
      ruleSetVersion: version,
    };
    const decision = decide(rulesOf(programme, version), facts);
    const { payer, exVatCents, vatCents, ownContributionCents } = decision.cost;
    const place = {
      moduleId: facts.module.id,
      cents: decision.borneExVatCents,
      minutes: facts.module.minutes,
      on: facts.sessionOn,
    };
    if (payer === 'municipality') uses.add(registration, decision.borneExVatCents);
    earlierOf.set(person.id, [...earlier, { registration, place: payer === 'municipality' ? place : null }]);
    return {
      id: idOf(`decision/${row.id}`),
      registrationId: row.id,
      ruleSetId: ruleSetId(programme.slug, version),
      outcome: decision.outcome,
      payer,
      exVatCents,
      vatCents,
      ownContributionCents,
      facts,
      rules: decision.rules,
      decidedOn: dateOf(row.createdAt),
      decidedAt: row.createdAt,
    };
  });
}

function declaredWith(registration: SeedRegistration): Partial<Facts> {
  const declared = declaredBy(registration);
  if (!declared) return {};
  return {
    declarations: declared.answers,
    deMinimis: { declaredCents: declared.deMinimisCents, grants: [] },
  };
}

function factsAt(
  { row, session }: SeedRegistration,
  earlier: Earlier[],
): Omit<Facts, 'caps' | 'budgetRoomCents'> {
  const { programme, module, date } = session.plan;
  const { price } = session.module;
  const kvkNumber = row.kvkNumber ?? null;
  return {
    ruleSetVersion: 1,
    today: dateOf(row.createdAt),
    // An archived programme was running when its sessions were booked.
    programme: { status: 'running', startsOn: programme.startsOn, endsOn: programme.endsOn, paused: false },
    sessionOn: date,
    module: { id: moduleId(module), minutes: session.module.minutes },
    price: {
      exVatCents: price?.exVatCents ?? 0,
      vatRate: price?.vatRate ?? '21',
      ownContributionCents: price?.ownContributionCents ?? 0,
    },
    kvkNumber,
    business: businessOf(kvkNumber),
    residence: null,
    paid: earlier.flatMap(({ place, registration }) =>
      place && registration.session.plan.programme === programme && hadPlace(registration, row.createdAt)
        ? [place]
        : [],
    ),
    deMinimis: { declaredCents: null, grants: [] },
    declarations: {},
    review: null,
  };
}
