import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { programmes } from '../../db/schema/programmes.ts';
import { decisions, registrations } from '../../db/schema/registrations.ts';
import { localDate } from '../time.ts';
import { rulesInForce } from './queries.ts';
import { type Decision, decide, type Facts } from './rules.ts';

/** Judges one registration by the rules in force today and keeps the decision with all it saw. */
export async function decideRegistration(
  tx: Tx,
  registration: { id: string; entrepreneurId: string; kvkNumber: string | null },
  session: { moduleId: string; startsAt: Date },
  now: Date,
): Promise<Decision> {
  const { module, programme } = await moduleAndProgramme(tx, session.moduleId);
  const ruleSet = await rulesInForce(tx, programme.id, now);
  const facts: Facts = {
    programme: { status: programme.status, startsOn: programme.startsOn, endsOn: programme.endsOn },
    sessionOn: localDate(session.startsAt),
    kvkNumber: registration.kvkNumber,
    ...(await alreadyPaid(tx, registration, module)),
  };
  const decision = decide(ruleSet.rules, facts, {
    exVatCents: module.priceExVatCents,
    vatRate: module.vatRate,
    ownContributionCents: module.ownContributionCents,
  });
  await tx.insert(decisions).values({
    registrationId: registration.id,
    ruleSetId: ruleSet.id,
    outcome: decision.outcome,
    payer: decision.cost.payer,
    exVatCents: decision.cost.exVatCents,
    vatCents: decision.cost.vatCents,
    ownContributionCents: decision.cost.ownContributionCents,
    facts,
    rules: decision.rules,
    decidedOn: localDate(now),
    decidedAt: now,
  });
  return decision;
}

async function moduleAndProgramme(db: Reader, moduleId: string) {
  const [found] = await db
    .select({ module: modules, programme: programmes })
    .from(modules)
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .where(eq(modules.id, moduleId));
  return found!;
}

/** A place that moved to another session was judged anew: only the last word counts. */
const isNewest = sql`not exists (select 1 from decisions later where later.registration_id = ${registrations.id}
  and (later.decided_at, later.id) > (${decisions.decidedAt}, ${decisions.id}))`;

/** What the municipality already pays for this entrepreneur: live places whose newest decision says so. */
async function alreadyPaid(
  db: Reader,
  registration: { id: string; entrepreneurId: string },
  module: { id: string; programmeId: string },
) {
  const [found] = await db
    .select({
      inModule: sql<number>`count(distinct ${registrations.id}) filter (where ${modules.id} = ${module.id})::int`,
      inProgramme: sql<number>`count(distinct ${registrations.id}) filter (where ${modules.id} <> ${module.id})::int`,
    })
    .from(registrations)
    .innerJoin(
      decisions,
      and(eq(decisions.registrationId, registrations.id), eq(decisions.payer, 'municipality')),
    )
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        eq(registrations.entrepreneurId, registration.entrepreneurId),
        ne(registrations.id, registration.id),
        inArray(registrations.status, ['held', 'offered', 'confirmed']),
        isNewest,
        eq(modules.programmeId, module.programmeId),
        ne(sessions.status, 'cancelled'),
      ),
    );
  return { paidForModule: (found?.inModule ?? 0) > 0, paidInProgramme: found?.inProgramme ?? 0 };
}
