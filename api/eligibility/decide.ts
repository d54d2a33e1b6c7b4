import { and, eq, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { decisions, registrations } from '../../db/schema/registrations.ts';
import { localDate } from '../time.ts';
import { type Paying, payingFor } from './queries.ts';
import { type Decision, decide, type Facts } from './rules.ts';

type Session = { id: string; startsAt: Date };
type History = Pick<Facts, 'paidForModule' | 'paidInProgramme'>;
/** A decision with all it saw, as it is kept. */
export type Judged = { decision: Decision; facts: Facts; ruleSetId: string };

const NO_HISTORY: History = { paidForModule: false, paidInProgramme: 0 };

/**
 * Judges one registration by the rules in force today and keeps the decision with all it saw. While the address is not
 * proved it looks only at what was typed, so that the answer tells a stranger nothing; it is decided again when it is.
 */
export async function decideRegistration(
  tx: Tx,
  registration: { id: string; entrepreneurId: string; kvkNumber: string | null },
  session: Session,
  { proved }: { proved: boolean },
  now: Date,
): Promise<Decision> {
  const paying = await payingFor(tx, session.id, now);
  const judged = proved
    ? await judgeKnown(tx, paying, registration, session)
    : judgeTyped(paying, registration.kvkNumber, session);
  await tx.insert(decisions).values(decisionRow(registration.id, judged, now));
  return judged.decision;
}

/** What someone would hear who is not known. Pure. */
export const judgeTyped = (paying: Paying, kvkNumber: string | null, session: Session) =>
  judge(paying, kvkNumber, session, NO_HISTORY);

/** With what the municipality already pays for this person. The caller holds the lock of the person. */
export const judgeKnown = async (
  db: Reader,
  paying: Paying,
  registration: { id: string; entrepreneurId: string; kvkNumber: string | null },
  session: Session,
) => judge(paying, registration.kvkNumber, session, await alreadyPaid(db, registration, paying.module));

export const decisionRow = (registrationId: string, { decision, facts, ruleSetId }: Judged, now: Date) => ({
  registrationId,
  ruleSetId,
  outcome: decision.outcome,
  ...decision.cost,
  facts,
  rules: decision.rules,
  decidedOn: localDate(now),
  decidedAt: now,
});

function judge(
  { module, programme, ruleSet }: Paying,
  kvkNumber: string | null,
  session: Session,
  history: History,
): Judged {
  const facts: Facts = {
    programme: { status: programme.status, startsOn: programme.startsOn, endsOn: programme.endsOn },
    sessionOn: localDate(session.startsAt),
    kvkNumber,
    ...history,
  };
  const decision = decide(ruleSet.rules, facts, {
    exVatCents: module.priceExVatCents,
    vatRate: module.vatRate,
    ownContributionCents: module.ownContributionCents,
  });
  return { decision, facts, ruleSetId: ruleSet.id };
}

/** What the municipality already pays for this entrepreneur: certain places whose newest decision says so. */
async function alreadyPaid(
  db: Reader,
  registration: { id: string; entrepreneurId: string },
  module: { id: string; programmeId: string },
): Promise<History> {
  const newestPayer = sql`(select ${decisions.payer} from ${decisions}
    where ${decisions.registrationId} = ${registrations.id} order by ${decisions.decidedAt} desc, ${decisions.id} desc limit 1)`;
  const [found] = await db
    .select({
      inModule: sql<number>`(count(*) filter (where ${modules.id} = ${module.id}))::int`,
      inProgramme: sql<number>`(count(*) filter (where ${modules.id} <> ${module.id}))::int`,
    })
    .from(registrations)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        eq(registrations.entrepreneurId, registration.entrepreneurId),
        ne(registrations.id, registration.id),
        eq(registrations.status, 'confirmed'),
        eq(modules.programmeId, module.programmeId),
        ne(sessions.status, 'cancelled'),
        sql`${newestPayer} = 'municipality'`,
      ),
    );
  return { paidForModule: found!.inModule > 0, paidInProgramme: found!.inProgramme };
}
