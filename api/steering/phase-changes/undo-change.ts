import type { Work } from '../../unit-of-work/work.ts';
import { phaseChangeUndos } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { localDate } from '../../language/time.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { quarterOf, quartersInForce } from '../../programmes/programmes/quarters.ts';
import { record } from '../../unit-of-work/audit.ts';
import { decisionsOf, hasCommitted, staffOfExecutors } from './queries.ts';
import { undoRefusal } from './rules.ts';

/**
 * Takes a change of a phase back, as if it was never decided; who was told of its measure is told. Throws `not-found` for
 * anyone who is not staff of the municipality, `phase-change-in-effect` once it had effect, `phase-change-needed` when a later
 * decision rests on it, `phase-not-changeable` when it was taken back already, and `programme-stopped` for a stop.
 */
export async function undoChange(
  work: Work<StaffActor>,
  { programme: idOrSlug, ordinal, changeId }: { programme: string; ordinal: number; changeId: string },
  motivation: string,
) {
  const { tx, now, actor, mail } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  // What commits money in the phase, and what is decided on top of this change, waits for the same lock.
  await lockMoney(tx, programme.id);
  const { row, changes } = quarterOf(await quartersInForce(tx, programme.id, now), ordinal);
  const decision = row && (await decisionsOf(tx, row.id)).find(({ change }) => change.id === changeId);
  if (!row || !decision) throw new Problem('not-found');
  const change = changes.find(({ id }) => id === changeId);
  if (!change) throw new Problem('phase-not-changeable');
  if (decision.measure === 'stop') throw new Problem('programme-stopped');
  const around = { base: row, hasCommitted: await hasCommitted(tx, row.id), today: localDate(now) };
  const refusal = undoRefusal(change, changes, around);
  if (refusal) throw new Problem(refusal);

  const [undo] = await tx
    .insert(phaseChangeUndos)
    .values({ changeId, motivation, undoneBy: actor.account.id, undoneAt: now })
    .returning({ id: phaseChangeUndos.id });
  const { measureId } = decision.change;
  const details = { changeId, kind: change.kind, effectiveOn: change.effectiveOn, measureId };
  await record(work, { action: 'phase.undone', subjectId: row.id, details });
  if (measureId) {
    const told = await staffOfExecutors(tx, programme.id);
    await mail(...told.map((accountId) => ({ kind: 'measureUndone' as const, measureId, accountId })));
  }
  return undo!.id;
}
