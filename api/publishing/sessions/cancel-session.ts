import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { changingAs } from '../access/history.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import type { Deps } from '../../deps.ts';
import { settle } from '../../places/life/settle.ts';
import { freeAllPlaces } from '../../places/life/places.ts';
import { liveStatuses } from '../../places/life/rules.ts';
import { leaveQueues, sendOn } from '../../places/registrations/waits.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { forgetMarks } from './marks.ts';

/**
 * An organiser takes a session off the agenda: every registration ends and everyone is told. Who waits for another session
 * too stays in that queue. Twice is the same as once.
 */
export async function cancelSession(
  tx: Tx,
  deps: Pick<Deps, 'enqueueMail'>,
  actor: OrganisationActor,
  sessionId: string,
  now: Date,
) {
  const [locked] = await lockOwn(tx, actor, [sessionId], now, { withQueue: true });
  const session = locked!;
  if (session.status === 'cancelled') return;
  refuseUnchangeable(session, now);

  await forgetMarks(tx, actor, session.id, now);
  const waiting = await sendOn(tx, session, now);
  const ended = await tx
    .update(registrations)
    .set({ status: 'cancelled', cancelledAt: now, cancelledBy: 'organiser', expiresAt: null })
    .where(and(eq(registrations.sessionId, session.id), inArray(registrations.status, liveStatuses)))
    .returning({ id: registrations.id });
  await leaveQueues(
    tx,
    ended.map(({ id }) => id),
  );
  await freeAllPlaces(tx, session);
  await changingAs(tx, actor, now);
  await tx
    .update(sessions)
    .set({ status: 'cancelled', cancelledAt: now, sequence: session.sequence + 1 })
    .where(eq(sessions.id, session.id));
  const off = { ...session, status: 'cancelled' as const };
  await settle(
    tx,
    off,
    ended.map(({ id }) => id),
    now,
  );
  const details = { registrations: ended.length, waiting: waiting.length };
  await record(tx, actor, { action: 'session.cancelled', subjectId: session.id, details, now });
  await record(
    tx,
    actor,
    ...ended.map(({ id }) => ({ action: 'registration.cancelled', subjectId: id, now })),
  );
  await deps.enqueueMail(tx, ...ended.map(({ id }) => ({ kind: 'cancelled' as const, registrationId: id })));
  const still = { kind: 'stillWaiting' as const, sessionId: session.id };
  await deps.enqueueMail(tx, ...waiting.map((registrationId) => ({ ...still, registrationId })));
}
