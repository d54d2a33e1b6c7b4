import type { Tx } from '../../../db/open.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { ownSession } from '../../places/attendance/guard.ts';
import { Problem } from '../../http/problem.ts';
import { type LockedSession, lockSession, lockSessions } from '../../places/life/places.ts';
import { isChangeable } from './rules.ts';

/**
 * Locks sessions of the actor's organisations, each once. Throws `not-found` when one of them is someone else's.
 */
export async function lockOwn(
  tx: Tx,
  actor: OrganisationActor,
  sessionIds: string[],
  now: Date,
  which: { withQueue?: boolean } = {},
) {
  const ids = [...new Set(sessionIds)].sort();
  for (const id of ids) await ownSession(tx, actor, id);
  return lockSessions(tx, ids, now, which);
}

/** One session, that may be a draft. */
export async function lockOwnOne(tx: Tx, actor: OrganisationActor, sessionId: string, now: Date) {
  await ownSession(tx, actor, sessionId);
  return lockSession(tx, sessionId, now, { drafts: true });
}

export function refuseUnchangeable(session: LockedSession, now: Date) {
  if (!isChangeable(session, now)) throw new Problem('session-not-changeable');
}
