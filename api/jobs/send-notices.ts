import type { Tx } from '../../db/open.ts';
import type { Deps } from '../deps.ts';
import { remind } from '../notices/remind.ts';
import { sendDigests } from '../notices/send-digests.ts';
import { tellLapsed } from '../notices/tell-lapsed.ts';
import { thank } from '../notices/thank.ts';
import { look } from '../signals/look.ts';
import { tellSignals } from '../signals/tell.ts';

const lookAtFigures = (tx: Tx, _: unknown, now: Date) => look(tx, now);

/** What is due at this minute, each kind in a transaction of its own: one that fails does not keep the others waiting. */
export async function sendNotices(deps: Pick<Deps, 'db' | 'clock' | 'enqueueMail'>) {
  const now = deps.clock();
  const failures: unknown[] = [];
  for (const send of [remind, thank, tellLapsed, sendDigests, lookAtFigures, tellSignals]) {
    await deps.db.transaction((tx) => send(tx, deps, now)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} kinds of notices failed`);
}
