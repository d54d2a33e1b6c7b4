import type { Tx } from '../../../db/open.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { movedBack } from './rules.ts';
import { writeChange } from './write.ts';

/** Turns a set of sessions that went online back to where they were, all or none. */
export async function moveBack(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: OrganisationActor,
  { sessionIds }: { sessionIds: string[] },
  now: Date,
) {
  const sessions = await lockOwn(tx, actor, sessionIds, now);
  for (const session of sessions) {
    refuseUnchangeable(session, now);
    const place = movedBack(session);
    if (!place) throw new Problem('no-original-place');
    await writeChange(tx, deps, actor, session, place, now);
  }
}
