import type { decisions } from '../schema/registrations.ts';
import type { declarations, reviewRequests, reviews } from '../schema/reviews.ts';
import { dateOf, earliest, latest, minutesAfter } from './calendar.ts';
import type { Decide, Facts } from './decide.ts';
import { accountId } from './organisations.ts';
import { rulesOf, versionAt } from './programme-rows.ts';
import { idOf, randomFor } from './random.ts';
import type { SeedRegistration } from './registrations.ts';

type Decided = typeof decisions.$inferInsert;
const REVIEWER = 'gemeente-amsterdam@opkoers.example';
const DEVENTER_REVIEWER = 'gemeente-deventer@opkoers.example';
const HOUR = 60;

const explanations = [
  'De vorige keer werd ik ziek. Ik heb toen niet meegedaan, maar die keer telt bij u wel mee.',
  'Dit is een vervolg op wat ik eerder volgde. Mijn coach raadde het mij aan.',
];
const outcomes = [
  {
    outcome: 'approved' as const,
    motivation:
      'U stuurde ons een uittreksel van KVK. Uw bedrijf staat in Amsterdam en is actief. Daarom betaalt de gemeente.',
  },
  {
    outcome: 'refused' as const,
    motivation:
      'Uw bedrijf staat in Zaandam. Dit programma is voor bedrijven in Amsterdam en Weesp. Vraag uw eigen gemeente wat zij voor u doet.',
  },
];

/** None of Deventer's people gave a KVK number, so someone had to look. */
const inDeventer = {
  outcome: 'approved' as const,
  motivation: 'Voorbeeldtekst. U liet uw inschrijving bij KVK zien. Daarom betaalt de gemeente.',
};

/** The next working hours, but before the talk; who came without a booking was looked at on the spot. */
const soonAfter = ({ row, session }: SeedRegistration) =>
  latest(
    minutesAfter(row.confirmedAt!, 1),
    earliest(minutesAfter(row.confirmedAt!, 20 * HOUR), minutesAfter(session.row.startsAt, -HOUR)),
  );

/** What most of those who book under the new rules declare; null for who leaves it for later. */
export function declaredBy({ row, session }: SeedRegistration) {
  if (versionAt(session.plan.programme, row.createdAt) === 1) return null;
  const random = randomFor(`declared/${row.id}`);
  if (random.chance(0.35)) return null;
  return {
    answers: { 'eigen-onderneming': true },
    deMinimisCents: random.chance(0.8) ? 0 : random.between(2, 40) * 250_00,
  };
}

export const declarationRows = (booked: SeedRegistration[]): (typeof declarations.$inferInsert)[] =>
  booked.flatMap((registration) => {
    const declared = declaredBy(registration);
    const { id, createdAt } = registration.row;
    return declared ? [{ id: idOf(`declared/${id}`), registrationId: id, ...declared, createdAt }] : [];
  });

/** Two people who ask for a new review, two whom Amsterdam looked at, and everyone who got a place in Deventer. */
export function reviewRows(booked: SeedRegistration[], decided: Decided[], decide: Decide, now: Date) {
  const outcomeOf = new Map(decided.map((row) => [row.registrationId, row]));
  const confirmed = booked
    .filter(({ row, session }) => row.status === 'confirmed' && session.row.startsAt > now)
    .filter(({ row }) => row.createdAt < minutesAfter(now, -6 * HOUR))
    .sort((a, b) => Number(a.row.createdAt) - Number(b.row.createdAt) || (a.row.id < b.row.id ? -1 : 1));
  const are = (outcome: Decided['outcome']) =>
    confirmed.filter(({ row }) => outcomeOf.get(row.id)!.outcome === outcome);

  const requests = are('not-eligible')
    .filter(({ session }) => session.module.price)
    .slice(-explanations.length)
    .map(({ row }, n): typeof reviewRequests.$inferInsert => ({
      id: idOf(`review-request/${row.id}`),
      registrationId: row.id,
      explanation: explanations[n]!,
      createdAt: minutesAfter(now, -(n + 2) * HOUR),
    }));
  const reviewed = (
    { row, session }: SeedRegistration,
    { outcome, motivation }: (typeof outcomes)[number],
    createdAt: Date,
    reviewer: string,
  ) => {
    const before = outcomeOf.get(row.id)!;
    const on = dateOf(createdAt);
    const { programme } = session.plan;
    const version = versionAt(programme, row.createdAt);
    const facts: Facts = { ...(before.facts as Facts), today: on, review: { outcome, on } };
    const { cost, rules, outcome: found } = decide(rulesOf(programme, version), facts);
    const { payer, exVatCents, vatCents, ownContributionCents } = cost;
    const decision: Decided & { id: string } = {
      id: idOf(`reviewed/${row.id}`),
      registrationId: row.id,
      ruleSetId: before.ruleSetId,
      outcome: found,
      payer,
      exVatCents,
      vatCents,
      ownContributionCents,
      facts,
      rules,
      decidedOn: on,
      decidedAt: createdAt,
    };
    const review: typeof reviews.$inferInsert = {
      id: idOf(`review/${row.id}`),
      registrationId: row.id,
      outcome,
      motivation,
      reviewedBy: accountId(reviewer),
      reviewedOn: on,
      decisionId: decision.id,
      createdAt,
    };
    return { decision, review };
  };
  const done = are('needs-review')
    .slice(0, outcomes.length)
    .map((one, n) => reviewed(one, outcomes[n]!, minutesAfter(now, -(n + 1) * HOUR), REVIEWER));
  const atTheTime = booked
    .filter(({ session }) => session.plan.programme.municipality === 'deventer')
    .filter(({ row }) => row.status === 'confirmed' && outcomeOf.get(row.id)!.outcome === 'needs-review')
    .map((one) => reviewed(one, inDeventer, soonAfter(one), DEVENTER_REVIEWER));
  done.push(...atTheTime);
  return {
    requests,
    decisions: done.map(({ decision }) => decision),
    reviews: done.map(({ review }) => review),
  };
}
