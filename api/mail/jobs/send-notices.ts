import type { Deps } from '../../deps.ts';
import { remind } from '../notices/remind.ts';
import { sendDigests } from '../notices/send-digests.ts';
import { tellLapsed } from '../notices/tell-lapsed.ts';
import { thank } from '../notices/thank.ts';
import { look, toLookAt } from '../../steering/signals/look.ts';
import { tellSignals } from '../../steering/signals/tell.ts';
import { inWork, system, type Work, type Working } from '../../unit-of-work/work.ts';

type Send = (work: Work) => Promise<unknown>;

/**
 * What is due at this minute, each kind in a transaction of its own, and each programme whose figures are looked at: one
 * that fails does not keep the others waiting.
 */
export async function sendNotices(deps: Working & Pick<Deps, 'clock'>) {
  const now = deps.clock();
  const failures: unknown[] = [];
  const inTurn = async (...sends: Send[]) => {
    for (const send of sends)
      await inWork(deps, { actor: system, now }, send).catch((error: unknown) => failures.push(error));
  };
  await inTurn(remind, thank, tellLapsed, sendDigests);
  const looks = await toLookAt(deps.db, now);
  await inTurn(
    ...looks.map(
      ({ id }): Send =>
        (work) =>
          look(work, id),
    ),
    tellSignals,
  );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} kinds of notices failed`);
}
