import type { Work } from '../../unit-of-work/work.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { movedBack } from './rules.ts';
import { writeSessionChange } from './write.ts';

/** Turns a set of sessions that went online back to where they were, all or none. */
export async function moveBack(work: Work<OrganisationActor>, { sessionIds }: { sessionIds: string[] }) {
  const { now } = work;
  const sessions = await lockOwn(work, sessionIds);
  for (const session of sessions) {
    refuseUnchangeable(session, now);
    const place = movedBack(session);
    if (!place) throw new Problem('no-original-place');
    await writeSessionChange(work, session, place);
  }
}
