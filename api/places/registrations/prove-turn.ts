import type { Work } from '../../unit-of-work/work.ts';
import { and, eq } from 'drizzle-orm';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { record } from '../../unit-of-work/audit.ts';
import { decideRegistration } from '../../paying/eligibility/decide.ts';
import { Problem } from '../../http/problem.ts';
import { introduce, lockEntrepreneur } from '../life/entrepreneur.ts';
import { findRegistration, type LockedSession, lockSessions } from '../life/places.ts';
import { nextInQueue } from '../life/rules.ts';
import { offerFreePlaces } from './offer.ts';
import { liveRegistration, queuesOf } from './queries.ts';

type Registration = typeof registrations.$inferSelect;

/**
 * Locks the person and every session that an entry waits for, in the order of their ids: its turn begins in each when it is
 * proved. Nothing for who holds a place or is offered one. Before the lock of the registration itself.
 */
export async function lockQueuesOf(work: Work, registrationId: string): Promise<LockedSession[]> {
  const { tx } = work;
  const { entrepreneurId, status } = await findRegistration(tx, registrationId);
  if (status !== 'waitlisted') return [];
  await lockEntrepreneur(tx, entrepreneurId);
  return lockSessions(work, await queuesOf(tx, registrationId));
}

/**
 * Who asked to wait does so from here on, behind everyone who proved it before. Where the person has a place or turn already
 * there is nothing to wait for. `queues` are all that the entry waits for, locked.
 */
export async function proveTurn(
  work: Work,
  registration: Registration,
  session: LockedSession,
  queues: LockedSession[],
) {
  const { tx, now, mail } = work;
  const { id, entrepreneurId } = registration;
  if ((await queuesOf(tx, id)).join() !== queues.map((one) => one.id).join()) {
    throw new Problem('registration-changed');
  }
  await introduce(tx, registration);
  for (const queue of queues) {
    const isHome = queue.id === session.id;
    const row = and(eq(waits.registrationId, id), eq(waits.sessionId, queue.id));
    if (!isHome && (await liveRegistration(tx, queue.id, entrepreneurId, { exceptId: id }))) {
      await tx.delete(waits).where(row);
      continue;
    }
    const waitlistedAt = nextInQueue(queue.lastWaitlistedAt, now);
    await tx.update(waits).set({ proved: true, waitlistedAt }).where(row);
    if (!isHome) continue;
    await tx.update(registrations).set({ expiresAt: null, waitlistedAt }).where(eq(registrations.id, id));
    session.lastWaitlistedAt = waitlistedAt;
  }
  session.unproved -= 1;
  session.waitlistLength += 1;
  const decision = await decideRegistration(work, { ...registration, proved: false }, session);
  await record(work, { action: 'registration.proved', subjectId: id });
  await mail({ kind: 'waitlisted', registrationId: id });
  await offerFreePlaces(work, session);
  return decision;
}
