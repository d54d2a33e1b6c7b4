import { programmeOfParty } from '../../programmes/programmes/own-programme.ts';
import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { phaseChanges, steeringMeasures } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import {
  newestEvaluation,
  type QuarterInForce,
  quarterOf,
  quartersInForce,
} from '../../programmes/programmes/quarters.ts';
import { localDate } from '../../language/time.ts';
import { toPhase } from '../../programmes/phases/shapes.ts';
import { fits, type PhaseChangeKind, releaseRefusal } from '../../programmes/phases/rules.ts';

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
  const items = await db
    .select({ change: phaseChanges, decidedBy: accounts.name })
    .from(phaseChanges)
    .innerJoin(accounts, eq(accounts.id, phaseChanges.decidedBy))
    .where(eq(phaseChanges.phaseId, row.id))
    .orderBy(desc(phaseChanges.decidedAt), desc(phaseChanges.id));
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
    items: items.map(({ change, decidedBy }) => ({
      id: change.id,
      kind: change.kind,
      ceilingCents: change.ceilingCents,
      effectiveOn: change.effectiveOn,
      motivation: change.motivation,
      measureId: change.measureId,
      decidedBy,
      decidedAt: change.decidedAt.toISOString(),
    })),
  };
}
