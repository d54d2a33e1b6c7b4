import type { Work } from '../../unit-of-work/work.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { ownSession } from '../../places/attendance/guard.ts';
import { Problem } from '../../http/problem.ts';
import { type LockedSession, lockSession, lockSessions } from '../../places/life/places.ts';
import { isChangeable } from './rules.ts';

/**
 * Locks sessions of the actor's organisations, each once. Throws `not-found` when one of them is someone else's.
 */
export async function lockOwn(
  work: Work<OrganisationActor>,
  sessionIds: string[],
  which: { withQueue?: boolean } = {},
) {
  const { tx, actor } = work;
  const ids = [...new Set(sessionIds)].sort();
  for (const id of ids) await ownSession(tx, actor, id);
  return lockSessions(work, ids, which);
}

/** One session, that may be a draft. */
export async function lockOwnOne(work: Work<OrganisationActor>, sessionId: string) {
  const { tx, actor } = work;
  await ownSession(tx, actor, sessionId);
  return lockSession(work, sessionId, { drafts: true });
}

export function refuseUnchangeable(session: LockedSession, now: Date) {
  if (!isChangeable(session, now)) throw new Problem('session-not-changeable');
}
