import type { Work } from '../../unit-of-work/work.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { movedOnline } from './rules.ts';
import type { ToOnline } from './schema.ts';
import { writeSessionChange } from './write.ts';

/** Turns a set of sessions to online, all or none. One that is online already stays as it is, and nobody is told. */
export async function moveOnline(work: Work<OrganisationActor>, { sessionIds, onlineUrl }: ToOnline) {
  const { now } = work;
  const sessions = await lockOwn(work, sessionIds);
  for (const session of sessions) {
    refuseUnchangeable(session, now);
    await writeSessionChange(work, session, movedOnline(session, onlineUrl));
  }
}
