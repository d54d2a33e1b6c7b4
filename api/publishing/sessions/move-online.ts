import type { Tx } from '../../../db/open.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import type { Deps } from '../../deps.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { movedOnline } from './rules.ts';
import type { ToOnline } from './schema.ts';
import { writeChange } from './write.ts';

/** Turns a set of sessions to online, all or none. One that is online already stays as it is, and nobody is told. */
export async function moveOnline(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: OrganisationActor,
  { sessionIds, onlineUrl }: ToOnline,
  now: Date,
) {
  const sessions = await lockOwn(tx, actor, sessionIds, now);
  for (const session of sessions) {
    refuseUnchangeable(session, now);
    await writeChange(tx, deps, actor, session, movedOnline(session, onlineUrl), now);
  }
}
