import type { Work } from '../../unit-of-work/work.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { steeringMeasures } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { refusePast, writePhaseChange } from '../phase-changes/change-phase.ts';
import { staffOfExecutors, stopOf } from '../phase-changes/queries.ts';
import { Problem } from '../../http/problem.ts';
import { type QuarterInForce, quarterOf, quartersInForce } from '../../programmes/programmes/quarters.ts';
import { phaseOn } from '../../programmes/phases/rules.ts';
import type { NewMeasure } from './schema.ts';

/**
 * The municipality steers: the measure is written down, works on the money of the phases it touches from its date on, and
 * the executors are told. Throws `not-found` for anyone who is not staff of the municipality, `programme-stopped` for a second stop,
 * and what a change of a phase throws.
 */
export async function takeMeasure(work: Work<StaffActor>, idOrSlug: string, input: NewMeasure) {
  const { tx, now, actor, mail } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  await lockMoney(tx, programme.id);
  refusePast(input.effectiveOn, now);
  const quarters = await quartersInForce(tx, programme.id, now);
  const found = quarterOf(quarters, input.quarter);
  if (input.kind === 'stop' && (await stopOf(tx, programme.id))) throw new Problem('programme-stopped');
  const { kind, trigger, motivation, effectiveOn } = input;
  const ceilingCents = input.kind === 'reduceContribution' ? input.ceilingCents : null;
  const [made] = await tx
    .insert(steeringMeasures)
    .values({
      programmeId: programme.id,
      quarterId: found.quarter.id,
      trigger,
      kind,
      motivation,
      effectiveOn,
      ceilingCents,
      decidedBy: actor.account.id,
      decidedAt: now,
    })
    .returning({ id: steeringMeasures.id });
  const measureId = made!.id;
  await changeMoney(work, quarters, found, input, measureId);
  const details = { measureId, kind, trigger, effectiveOn, quarter: input.quarter, ceilingCents };
  await record(work, { action: 'programme.measure', subjectId: programme.id, details });
  const told = await staffOfExecutors(tx, programme.id);
  await mail(...told.map((accountId) => ({ kind: 'measure' as const, measureId, accountId })));
  return measureId;
}

async function changeMoney(
  work: Work<StaffActor>,
  quarters: QuarterInForce[],
  own: QuarterInForce,
  input: NewMeasure,
  measureId: string,
) {
  const { motivation, effectiveOn } = input;
  if (input.kind === 'reduceContribution') {
    const { ceilingCents, repeatedCents } = input;
    const change = { kind: 'reduce' as const, ceilingCents, repeatedCents, motivation, effectiveOn };
    await writePhaseChange(work, own, change, measureId);
  }
  const pause = { kind: 'pause' as const, motivation, effectiveOn };
  if (input.kind === 'pause') {
    await writePhaseChange(work, own, { ...pause, repeatedCents: input.repeatedCents }, measureId);
  }
  if (input.kind === 'stop') {
    const notOver = quarters.filter(
      ({ quarter, row, changes }) =>
        row && quarter.endsOn >= effectiveOn && !phaseOn(row, changes, effectiveOn).paused,
    );
    for (const one of notOver) await writePhaseChange(work, one, pause, measureId);
  }
}
