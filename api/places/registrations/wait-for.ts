import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { refuseUnwaitable } from './also-wait.ts';
import { findRegistration, lockRow, lockSessions } from '../life/places.ts';
import { liveRegistration, queuesOf } from './queries.ts';
import { isLive } from '../life/rules.ts';
import { joinQueues, moveTo } from './waits.ts';

/**
 * Sets for which sessions of the module an entry waits. It keeps its turn where it waits already, and joins the other
 * queues at the end. When a place came free for it at this very moment, that stands. The route has checked that `actor`
 * may: it is the owner, or holds the link. Throws `not-waiting`, `registration-changed`, and `invalid-input` with all that
 * is wrong with the sessions.
 */
export async function waitFor(
  work: Work,
  { registrationId, sessionIds }: { registrationId: string; sessionIds: string[] },
) {
  const { tx } = work;
  const before = await findRegistration(tx, registrationId);
  const waitingFor = await queuesOf(tx, registrationId);
  const wanted = [...new Set(sessionIds)];
  const all = [...new Set([before.sessionId, ...waitingFor, ...wanted])];
  const locked = new Map((await lockSessions(work, all)).map((session) => [session.id, session]));
  const home = locked.get(before.sessionId)!;
  const isNew = (id: string) => !waitingFor.includes(id);
  const fresh = wanted.map((id) => (isNew(id) ? locked.get(id)! : null));
  await refuseUnwaitable(work, { field: 'sessionIds', moduleId: home.moduleId }, fresh);

  const registration = await lockRow(tx, registrationId);
  if (!isLive(registration.status)) throw new Problem('registration-ended');
  if (registration.status !== 'waitlisted') throw new Problem('not-waiting');
  const queuesNow = await queuesOf(tx, registrationId);
  if (registration.sessionId !== home.id || queuesNow.join() !== waitingFor.join()) {
    throw new Problem('registration-changed');
  }
  const joining = fresh.filter((session) => session !== null);
  for (const session of joining) {
    if (await liveRegistration(tx, session.id, registration.entrepreneurId)) {
      throw new Problem('already-registered');
    }
  }
  const leaving = waitingFor.filter((id) => !wanted.includes(id));
  if (joining.length + leaving.length === 0) return;
  await joinQueues(work, registration, joining);
  if (leaving.length > 0) {
    await tx
      .delete(waits)
      .where(and(eq(waits.registrationId, registrationId), inArray(waits.sessionId, leaving)));
  }
  if (leaving.includes(home.id)) {
    const next = wanted.map((id) => locked.get(id)!).sort((a, b) => +a.startsAt - +b.startsAt)[0]!;
    await moveTo(work, registration, home, next);
    const [wait] = await tx
      .select()
      .from(waits)
      .where(and(eq(waits.registrationId, registrationId), eq(waits.sessionId, next.id)));
    await tx
      .update(registrations)
      .set({ waitlistedAt: wait!.waitlistedAt })
      .where(eq(registrations.id, registrationId));
  }
  const details = { joined: joining.map(({ id }) => id), left: leaving };
  await record(work, { action: 'registration.waits', subjectId: registrationId, details });
}
