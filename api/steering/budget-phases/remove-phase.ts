import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { budgetPhases } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { record } from '../../unit-of-work/audit.ts';
import { plannedPhases, planOf } from './queries.ts';
import { canRemove } from './rules.ts';

/**
 * Takes the money of a quarter away again. Throws `not-found` for anyone who is not staff of the municipality, `no-phase`, and
 * `phase-not-changeable` when something was decided about it or promised in it.
 */
export async function removePhase(work: Work<StaffActor>, idOrSlug: string, ordinal: number) {
  const { tx, actor } = work;
  const { id } = await ownProgramme(tx, actor, idOrSlug);
  // What promises money in this phase waits for the same lock, and finds no phase after it.
  await lockMoney(tx, id);
  const { row, phase } = planOf(await plannedPhases(tx, id), ordinal);
  if (!row || !phase) throw new Problem('no-phase');
  if (!canRemove(phase)) throw new Problem('phase-not-changeable');
  await tx.delete(budgetPhases).where(eq(budgetPhases.id, row.id));
  const details = { ordinal, before: row.ceilingCents };
  await record(work, { action: 'phase.removed', subjectId: row.id, details });
}
