import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { changingAs } from '../access/history.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { become } from '../../places/life/become.ts';
import { liveStatuses } from '../../places/life/rules.ts';
import { sendOn } from '../../places/registrations/waits.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { forgetMarks } from './marks.ts';

/**
 * An organiser takes a session off the agenda: every registration ends and everyone is told. Who waits for another session
 * too stays in that queue. Twice is the same as once.
 */
export async function cancelSession(work: Work<OrganisationActor>, sessionId: string) {
  const { tx, now, mail } = work;
  const [locked] = await lockOwn(work, [sessionId], { withQueue: true });
  const session = locked!;
  if (session.status === 'cancelled') return;
  refuseUnchangeable(session, now);

  await forgetMarks(work, session.id);
  const waiting = await sendOn(work, session);
  const ending = await tx
    .select({ id: registrations.id, status: registrations.status, source: registrations.source })
    .from(registrations)
    .where(and(eq(registrations.sessionId, session.id), inArray(registrations.status, liveStatuses)));
  await changingAs(work);
  await tx
    .update(sessions)
    .set({ status: 'cancelled', cancelledAt: now, changedAt: now, sequence: session.sequence + 1 })
    .where(eq(sessions.id, session.id));
  const details = { registrations: ending.length, waiting: waiting.length };
  await record(work, { action: 'session.cancelled', subjectId: session.id, details });
  const off = { ...session, status: 'cancelled' as const };
  await become(work, off, ending, 'cancelled', { set: { cancelledBy: 'organiser' } });
  await mail(...ending.map(({ id }) => ({ kind: 'cancelled' as const, registrationId: id })));
  const still = { kind: 'stillWaiting' as const, sessionId: session.id };
  await mail(...waiting.map((registrationId) => ({ ...still, registrationId })));
}
