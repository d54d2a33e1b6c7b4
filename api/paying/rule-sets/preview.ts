import type { Work } from '../../unit-of-work/work.ts';
import { desc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import type { StaffActor } from '../../http/actor.ts';
import type { Facts } from '../eligibility/facts.ts';
import type { RuleOutcome } from '../eligibility/judge.rules.ts';
import { replay } from '../eligibility/replay.rules.ts';
import { Problem } from '../../http/problem.ts';
import { capsUse } from '../eligibility/uses.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { localDate } from '../../language/time.ts';
import { checkedProgramme, versionsOf } from './queries.ts';
import { readRules } from './rules.ts';
import type { PreviewedRules } from './schema.ts';
import { warningsOf } from './warnings.ts';
import type { Locale } from '../../language/locale.ts';

const REPLAYED = 500;

/**
 * What other rules would have made of the decisions that hold: how many stay, which flip and by which rule. Writes nothing
 * and names nobody. Throws `not-found` for staff of another municipality, `invalid-input` as saving would.
 */
export async function previewRules(
  { tx, actor, now }: Work<StaffActor>,
  idOrSlug: string,
  { rules: given, validFrom }: PreviewedRules,
  locale: Locale,
) {
  const programme = await ownProgramme(tx, actor, idOrSlug);
  const checked = await checkedProgramme(tx, programme);
  const { rules, errors } = readRules({ rules: given, validFrom }, checked, localDate(now), locale);
  if (errors.length > 0) throw new Problem('invalid-input', { invalidParams: errors });

  const rows = await newestDecisions(tx, programme.id);
  const stored = rows.map(({ decision }) => ({
    id: decision.id,
    outcome: decision.outcome,
    facts: decision.facts as Facts,
    rules: decision.rules as RuleOutcome[],
  }));
  const { same, flips } = replay(stored, rules);
  const byId = new Map(rows.map((row) => [row.decision.id, row]));
  const [uses, versions] = await Promise.all([capsUse(tx, programme), versionsOf(tx, programme.id, now)]);
  return {
    replayed: rows.length,
    same,
    flips: flips.map(({ id, from, to, because }) => {
      const { decision, session, title } = byId.get(id)!;
      return {
        registrationId: decision.registrationId,
        session: { id: session.id, title, startsAt: session.startsAt.toISOString() },
        decidedOn: decision.decidedOn,
        from,
        to,
        because: because.map(({ reason, ...one }) => ({ ...one, reason: reason?.[locale] ?? null })),
      };
    }),
    warnings: warningsOf(rules, stored, uses, versions, validFrom ?? localDate(now)).map(
      ({ text, ...one }) => ({
        ...one,
        text: text[locale],
      }),
    ),
  };
}

/** The decision that holds for each registration, of those that were decided last. */
function newestDecisions(db: Reader, programmeId: string) {
  // What a decision saw is large: it is read only of those that are wanted.
  const wanted = db
    .select({ id: decisions.id })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(eq(modules.programmeId, programmeId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(REPLAYED)
    .as('wanted');
  return db
    .select({
      decision: decisions,
      session: { id: sessions.id, startsAt: sessions.startsAt },
      title: modules.title,
    })
    .from(wanted)
    .innerJoin(decisions, eq(decisions.id, wanted.id))
    .innerJoin(registrations, eq(registrations.id, decisions.registrationId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id));
}
