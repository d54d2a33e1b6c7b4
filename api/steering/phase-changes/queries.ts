import { programmeOfParty } from '../../programmes/programmes/own-programme.ts';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Reader } from '../../../db/open.ts';
import { accountRoles, accounts } from '../../../db/schema/accounts.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import { phaseChanges, phaseChangeUndos, steeringMeasures } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import {
  newestEvaluation,
  type QuarterInForce,
  quarterOf,
  quartersInForce,
} from '../../programmes/programmes/quarters.ts';
import { localDate } from '../../language/time.ts';
import { toPhase } from '../../programmes/phases/shapes.ts';
import { undoRefusal } from './rules.ts';
import { fits, type PhaseChangeKind, releaseRefusal } from '../../programmes/phases/rules.ts';

export const undoers = alias(accounts, 'undoers');

/** Who took a change back, as it leaves the API. Also of the measure that it belongs to. */
export const toUndone = (undo: typeof phaseChangeUndos.$inferSelect | null, by: string | null) =>
  undo && { by: by!, at: undo.undoneAt.toISOString(), motivation: undo.motivation };

/** The measure that ends what the municipality pays, from its date on; null when there is none. */
export async function stopOf(db: Reader, programmeId: string) {
  const [found] = await db
    .select()
    .from(steeringMeasures)
    .where(and(eq(steeringMeasures.programmeId, programmeId), eq(steeringMeasures.kind, 'stop')))
    .orderBy(steeringMeasures.effectiveOn)
    .limit(1);
  return found ?? null;
}

/** Why the phase of this quarter cannot be released on `today`; null when it can. */
export async function refusalOf(
  db: Reader,
  quarters: QuarterInForce[],
  { quarter }: QuarterInForce,
  today: string,
) {
  const previous = quarters.findLast((one) => one.quarter.ordinal < quarter.ordinal);
  const evaluation = previous && (await newestEvaluation(db, previous.quarter.id));
  const stop = await stopOf(db, quarter.programmeId);
  const stopped = stop !== null && (stop.effectiveOn <= today || stop.effectiveOn <= quarter.startsOn);
  return releaseRefusal(evaluation, stopped);
}

/** Who works for the associations that execute the programme. */
export async function staffOfExecutors(db: Reader, programmeId: string) {
  const rows = await db
    .selectDistinct({ accountId: accountRoles.accountId })
    .from(programmeParties)
    .innerJoin(accountRoles, eq(accountRoles.organisationId, programmeParties.organisationId))
    .where(and(eq(programmeParties.programmeId, programmeId), eq(programmeParties.role, 'executor')))
    .orderBy(asc(accountRoles.accountId));
  return rows.map(({ accountId }) => accountId);
}

/** Whether money was ever committed in a phase. */
export async function hasCommitted(db: Reader, phaseId: string) {
  const [found] = await db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.phaseId, phaseId), inArray(ledgerEntries.toState, ['committed', 'realised'])))
    .limit(1);
  return found !== undefined;
}

/** What was decided about a phase, newest first: what was taken back too, and what belongs to a measure. */
export const decisionsOf = (db: Reader, phaseId: string) =>
  db
    .select({
      change: phaseChanges,
      measure: steeringMeasures.kind,
      decidedBy: accounts.name,
      undo: phaseChangeUndos,
      undoneBy: undoers.name,
    })
    .from(phaseChanges)
    .innerJoin(accounts, eq(accounts.id, phaseChanges.decidedBy))
    .leftJoin(steeringMeasures, eq(steeringMeasures.id, phaseChanges.measureId))
    .leftJoin(phaseChangeUndos, eq(phaseChangeUndos.changeId, phaseChanges.id))
    .leftJoin(undoers, eq(undoers.id, phaseChangeUndos.undoneBy))
    .where(eq(phaseChanges.phaseId, phaseId))
    .orderBy(desc(phaseChanges.decidedAt), desc(phaseChanges.id));

const kinds: PhaseChangeKind[] = ['release', 'pay', 'reduce', 'pause', 'resume'];

/** A phase as it is now, what can be done with it today, and everything that was done, newest first. */
export async function phaseHistory(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  ordinal: number,
  now: Date,
) {
  const programme = await programmeOfParty(db, actor, idOrSlug);
  const quarters = await quartersInForce(db, programme.id, now);
  const found = quarterOf(quarters, ordinal);
  const { row, phase } = found;
  if (!row || !phase) return { phase: null, possible: [], releaseRefusal: null, items: [] };
  const today = localDate(now);
  const refusal = phase.released ? null : await refusalOf(db, quarters, found, today);
  const stop = await stopOf(db, programme.id);
  const stopped = stop !== null && stop.effectiveOn <= today;
  const items = await decisionsOf(db, row.id);
  const around = { base: row, hasCommitted: await hasCommitted(db, row.id), today };
  const canUndo = (id: string, measure: string | null) => {
    const change = measure === 'stop' ? undefined : found.changes.find((one) => one.id === id);
    return change !== undefined && undoRefusal(change, found.changes, around) === null;
  };
  return {
    phase: toPhase(phase),
    possible: kinds.filter(
      (kind) =>
        fits({ kind, ceilingCents: 0 }, row, phase) &&
        !(kind === 'release' && refusal) &&
        !(kind === 'pay' && found.quarter.startsOn > today) &&
        !(kind === 'resume' && stopped),
    ),
    releaseRefusal: refusal,
    items: items.map(({ change, measure, decidedBy, undo, undoneBy }) => ({
      id: change.id,
      kind: change.kind,
      ceilingCents: change.ceilingCents,
      effectiveOn: change.effectiveOn,
      motivation: change.motivation,
      measureId: change.measureId,
      decidedBy,
      decidedAt: change.decidedAt.toISOString(),
      undone: toUndone(undo, undoneBy),
      canUndo: canUndo(change.id, measure),
    })),
  };
}
