import type { decisions } from '../schema/registrations.ts';
import { dateOf } from './calendar.ts';
import type { Decide, Facts } from './decide.ts';
import { ruleSetId } from './programme-rows.ts';
import { idOf } from './random.ts';
import type { SeedRegistration } from './registrations.ts';

type Earlier = { registration: SeedRegistration; paid: boolean };

/** Who pays for each registration, judged at the moment of asking with what was known then. */
export function decisionRows(
  registrations: SeedRegistration[],
  decide: Decide,
): (typeof decisions.$inferInsert)[] {
  const earlierOf = new Map<string, Earlier[]>();
  const inOrder = [...registrations].sort(
    (a, b) => Number(a.row.createdAt) - Number(b.row.createdAt) || a.row.id.localeCompare(b.row.id),
  );
  return inOrder.map((registration) => {
    const { row, session, person } = registration;
    const { programme } = session.plan;
    const earlier = earlierOf.get(person.id) ?? [];
    const facts = factsAt(registration, earlier);
    const decision = decide(programme.rules, facts, {
      exVatCents: session.module.price?.exVatCents ?? 0,
      vatRate: session.module.price?.vatRate ?? '21',
      ownContributionCents: session.module.price?.ownContributionCents ?? 0,
    });
    earlierOf.set(person.id, [...earlier, { registration, paid: decision.cost.payer === 'municipality' }]);
    return {
      id: idOf(`decision/${row.id}`),
      registrationId: row.id,
      ruleSetId: ruleSetId(programme.slug),
      outcome: decision.outcome,
      ...decision.cost,
      facts,
      rules: decision.rules,
      decidedOn: dateOf(row.createdAt),
      decidedAt: row.createdAt,
    };
  });
}

function factsAt({ row, session }: SeedRegistration, earlier: Earlier[]): Facts {
  const { programme, module } = session.plan;
  const paid = earlier.filter(
    (it) =>
      it.paid &&
      it.registration.session.plan.programme === programme &&
      hadPlace(it.registration, row.createdAt),
  );
  const inModule = paid.filter((it) => it.registration.session.plan.module === module);
  return {
    // An archived programme was running when its sessions were booked.
    programme: { status: 'running', startsOn: programme.startsOn, endsOn: programme.endsOn },
    sessionOn: session.plan.date,
    kvkNumber: row.kvkNumber ?? null,
    paidInProgramme: paid.length - inModule.length,
    paidForModule: inModule.length > 0,
  };
}

const hadPlace = ({ row }: SeedRegistration, at: Date) =>
  row.status !== 'waitlisted' && row.status !== 'expired' && !(row.cancelledAt && row.cancelledAt <= at);
