import type { Work } from '../../unit-of-work/work.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { phaseChanges } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { Problem } from '../../http/problem.ts';
import { type QuarterInForce, quarterOf, quartersInForce } from '../../programmes/programmes/quarters.ts';
import { localDate } from '../../language/time.ts';
import { reasons } from '../../http/validation.ts';
import { commitReserved } from './commit-reserved.ts';
import { refusalOf, stopOf } from './queries.ts';
import { fits, phaseOn } from '../../programmes/phases/rules.ts';
import type { NewPhaseChange } from './schema.ts';

/**
 * Releases, pays, lowers, pauses or resumes the phase of a quarter, from a date on. Earlier promises stay. Throws
 * `not-found` for anyone who is not staff of the municipality, `no-phase`, `evaluation-needed`, `programme-stopped`,
 * `quarter-not-begun` for a payment, and
 * `phase-not-changeable` when it makes no sense on top of what is in force then.
 */
export async function changePhase(
  work: Work<StaffActor>,
  idOrSlug: string,
  ordinal: number,
  input: NewPhaseChange,
) {
  const { tx, now, actor } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  // Everything that is promised, evaluated or changed in a programme waits for this lock.
  await lockMoney(tx, programme.id);
  const quarters = await quartersInForce(tx, programme.id, now);
  const found = quarterOf(quarters, ordinal);
  if (input.kind === 'release') {
    const refusal = found.phase?.released ? null : await refusalOf(tx, quarters, found, localDate(now));
    if (refusal) throw new Problem(refusal);
  }
  if (input.kind === 'resume') {
    const stop = await stopOf(tx, programme.id);
    if (stop && stop.effectiveOn <= input.effectiveOn) throw new Problem('programme-stopped');
  }
  if (input.kind === 'pay' && found.quarter.startsOn > localDate(now)) throw new Problem('quarter-not-begun');
  const id = await writePhaseChange(work, found, input, null);
  if (input.kind === 'release') await commitReserved(work, programme.id, found.row!.id);
  return id;
}

/** What was decided about a phase; who decides about the whole programme repeats no amount. */
type PhaseDecision = {
  kind: NewPhaseChange['kind'];
  ceilingCents?: number;
  effectiveOn?: string;
  motivation?: string;
  repeatedCents?: number;
};

/** Writes a change of a phase down. The caller holds the lock of the programme's money. */
export async function writePhaseChange(
  work: Work<StaffActor>,
  { row, changes }: QuarterInForce,
  { kind, motivation, repeatedCents, ...input }: PhaseDecision,
  measureId: string | null,
) {
  const { tx, now, actor } = work;
  if (!row) throw new Problem('no-phase');
  const { ceilingCents = null, effectiveOn = localDate(now) } = input;
  refusePast(effectiveOn, now);
  if (ceilingCents !== null && ceilingCents > row.ceilingCents) throw wrong('ceilingCents', 'invalid');
  const inForce = phaseOn(row, changes, effectiveOn);
  if (!fits({ kind, ceilingCents }, row, inForce)) throw new Problem('phase-not-changeable');
  if (repeatedCents !== undefined && repeatedCents !== (ceilingCents ?? inForce.ceilingCents)) {
    throw wrong('repeatedCents', 'invalid');
  }
  const [change] = await tx
    .insert(phaseChanges)
    .values({
      phaseId: row.id,
      kind,
      ceilingCents,
      effectiveOn,
      motivation: motivation ?? null,
      measureId,
      decidedBy: actor.account.id,
      decidedAt: now,
    })
    .returning({ id: phaseChanges.id });
  const details = { kind, effectiveOn, ceilingCents, measureId };
  await record(work, { action: `phase.${kind}`, subjectId: row.id, details });
  return change!.id;
}

/** A decision works from its date on: never on a day that is over. */
export function refusePast(effectiveOn: string, now: Date) {
  if (effectiveOn < localDate(now)) throw wrong('effectiveOn', 'in-past');
}

const wrong = (name: string, code: 'invalid' | 'in-past') =>
  new Problem('invalid-input', { invalidParams: [{ name, code, reason: reasons[code] }] });
