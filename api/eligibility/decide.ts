import { and, eq, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { programmes } from '../../db/schema/programmes.ts';
import { decisions, registrations } from '../../db/schema/registrations.ts';
import { localDate } from '../time.ts';
import { rulesInForce } from './queries.ts';
import { borneExVatCents, costOf } from './cost.ts';
import type { Facts } from './facts.ts';
import { type Decision, decide } from './rules.ts';

type Session = { moduleId: string; startsAt: Date };
type History = Facts['paid'];

const NO_HISTORY: History = [];

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
  const around = await moduleAndProgramme(tx, session.moduleId);
  const history = proved ? await alreadyPaid(tx, registration, around.module) : NO_HISTORY;
  const { decision, facts, ruleSetId } = await judge(
    tx,
    around,
    registration.kvkNumber,
    history,
    session,
    now,
  );
  await tx.insert(decisions).values({
    registrationId: registration.id,
    ruleSetId,
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

/** What someone who is not known would hear. Keeps nothing. */
export async function judgeTyped(db: Reader, kvkNumber: string | null, session: Session, now: Date) {
  const around = await moduleAndProgramme(db, session.moduleId);
  return (await judge(db, around, kvkNumber, NO_HISTORY, session, now)).decision;
}

async function judge(
  db: Reader,
  { module, programme }: Awaited<ReturnType<typeof moduleAndProgramme>>,
  kvkNumber: string | null,
  history: History,
  session: Session,
  now: Date,
) {
  const ruleSet = await rulesInForce(db, programme.id, now);
  const facts: Facts = {
    ruleSetVersion: ruleSet.version,
    today: localDate(now),
    sessionOn: localDate(session.startsAt),
    programme: {
      status: programme.status,
      startsOn: programme.startsOn,
      endsOn: programme.endsOn,
      paused: false,
    },
    module: { id: module.id, minutes: module.durationMinutes },
    price: priceOf(module),
    kvkNumber,
    business: { status: kvkNumber === null ? 'not-given' : 'unavailable' },
    residence: null,
    paid: history,
    caps: { product: null, people: { used: 0, cap: programme.maxEntrepreneurs, includesThis: false } },
    budgetRoomCents: null,
    deMinimis: { declaredCents: null, grants: [] },
    declarations: {},
    review: null,
  };
  const decision = decide(ruleSet.rules, facts);
  return { decision, facts, ruleSetId: ruleSet.id };
}

const priceOf = (
  module: Pick<typeof modules.$inferSelect, 'priceExVatCents' | 'vatRate' | 'ownContributionCents'>,
) => ({
  exVatCents: module.priceExVatCents,
  vatRate: module.vatRate,
  ownContributionCents: module.ownContributionCents,
});

async function moduleAndProgramme(db: Reader, moduleId: string) {
  const [found] = await db
    .select({ module: modules, programme: programmes })
    .from(modules)
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .where(eq(modules.id, moduleId));
  return found!;
}

/** What the municipality already pays for this entrepreneur: certain places whose newest decision says so. */
async function alreadyPaid(
  db: Reader,
  registration: { id: string; entrepreneurId: string },
  module: { id: string; programmeId: string },
): Promise<History> {
  const newestPayer = sql`(select ${decisions.payer} from ${decisions}
    where ${decisions.registrationId} = ${registrations.id} order by ${decisions.decidedAt} desc, ${decisions.id} desc limit 1)`;
  const found = await db
    .select({ module: modules, startsAt: sessions.startsAt })
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
  return found.map(({ module: paid, startsAt }) => ({
    moduleId: paid.id,
    cents: borneExVatCents(costOf(priceOf(paid), 'municipality')),
    minutes: paid.durationMinutes,
    on: localDate(startsAt),
  }));
}
