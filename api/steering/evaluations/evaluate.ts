import type { Work } from '../../unit-of-work/work.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { quarterEvaluations } from '../../../db/schema/steering.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { Problem } from '../../http/problem.ts';
import { quarterOf, quartersInForce } from '../../programmes/programmes/quarters.ts';
import { reportWithin } from '../reports/queries.ts';
import { localDate } from '../../language/time.ts';
import type { NewEvaluation } from './schema.ts';

/**
 * Writes down what the municipality finds of a quarter, with its figures as they are now. A later evaluation of the same
 * quarter counts instead; the earlier one stays. Throws `not-found` for anyone who is not staff of the municipality, and
 * `quarter-not-over` until the day after its last day.
 */
export async function evaluate(
  work: Work<StaffActor>,
  idOrSlug: string,
  ordinal: number,
  { decision, text }: NewEvaluation,
) {
  const { tx, now, actor } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  // A release looks at the newest evaluation under the same lock: it is before this one, or it sees this one.
  await lockMoney(tx, programme.id);
  const { quarter } = quarterOf(await quartersInForce(tx, programme.id, now), ordinal);
  if (localDate(now) <= quarter.endsOn) throw new Problem('quarter-not-over');
  const { bySession: _, ...figures } = await reportWithin(tx, programme.id, ordinal, now);
  const [made] = await tx
    .insert(quarterEvaluations)
    .values({ quarterId: quarter.id, decision, text, figures, decidedBy: actor.account.id, decidedAt: now })
    .returning({ id: quarterEvaluations.id });
  const details = { decision, evaluationId: made!.id };
  await record(work, { action: 'quarter.evaluated', subjectId: quarter.id, details });
  return made!.id;
}
