import { bySystem, type Work } from '../../unit-of-work/work.ts';
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { record } from '../../unit-of-work/audit.ts';
import { decideRegistration } from '../../paying/eligibility/decide.ts';
import { type LockedSession, lockQueue } from '../life/places.ts';
import { liveRegistration } from './queries.ts';
import { nextInQueue, sequenceAfterSwap } from '../life/rules.ts';

type Registration = typeof registrations.$inferSelect;
type Session = Pick<typeof sessions.$inferSelect, 'id' | 'startsAt'>;

/** Puts an entry at the end of the queues of these sessions. */
export async function joinQueues(
  { tx, now }: Work,
  { id, expiresAt }: Pick<Registration, 'id' | 'expiresAt'>,
  queues: LockedSession[],
) {
  const rows = queues.map((session) => {
    session[expiresAt ? 'unproved' : 'waitlistLength'] += 1;
    session.lastWaitlistedAt = nextInQueue(session.lastWaitlistedAt, now);
    return {
      registrationId: id,
      sessionId: session.id,
      waitlistedAt: session.lastWaitlistedAt,
      proved: expiresAt === null,
    };
  });
  await insertRows(tx, waits, rows);
}

/** Where someone has a place or turn already there is nothing to wait for. Only for who proved the address. */
export async function withoutOwn<S extends { id: string }>(
  { tx }: Work,
  queues: S[],
  entrepreneurId: string,
): Promise<S[]> {
  const free = [];
  for (const one of queues) if (!(await liveRegistration(tx, one.id, entrepreneurId))) free.push(one);
  return free;
}

/** An entry belongs to another of the sessions it waits for from here on, as the same appointment. */
export async function moveTo(
  work: Work,
  registration: Registration,
  from: { sequence: number },
  to: Session,
) {
  const { tx, now } = work;
  await tx
    .update(registrations)
    .set({ sessionId: to.id, sequence: sequenceAfterSwap(registration, from), movedAt: now })
    .where(eq(registrations.id, registration.id));
  await decideRegistration(work, { ...registration, proved: false }, to);
}

/**
 * Takes everyone out of the queue of a session that is off or has begun who also waits for another one. Who belonged to
 * this session now belongs to the first of the others. Gives who is still waiting. Rows are locked in the order of their
 * ids, so that two of these never wait for each other.
 */
export async function sendOn(work: Work, session: LockedSession): Promise<string[]> {
  const { tx, now } = work;
  const locked = await lockQueue(tx, session.id);
  if (locked.length === 0) return [];
  const ids = locked.map(({ registration }) => registration.id);
  const others = await tx
    .select({ wait: waits, session: sessions })
    .from(waits)
    .innerJoin(sessions, eq(sessions.id, waits.sessionId))
    .where(
      and(
        inArray(waits.registrationId, ids),
        ne(waits.sessionId, session.id),
        eq(sessions.status, 'scheduled'),
        gt(sessions.startsAt, now),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  const othersOf = Map.groupBy(others, ({ wait }) => wait.registrationId);
  for (const { registration } of locked) {
    const [next] = othersOf.get(registration.id) ?? [];
    if (!next || registration.sessionId !== session.id) continue;
    await moveTo(work, registration, session, next.session);
    await tx
      .update(registrations)
      .set({ waitlistedAt: next.wait.waitlistedAt })
      .where(eq(registrations.id, registration.id));
  }
  const staying = ids.filter((id) => othersOf.has(id));
  if (staying.length > 0) {
    await tx
      .delete(waits)
      .where(and(eq(waits.sessionId, session.id), inArray(waits.registrationId, staying)));
    for (const { registration } of locked) {
      if (othersOf.has(registration.id)) session[registration.expiresAt ? 'unproved' : 'waitlistLength'] -= 1;
    }
    const sent = { action: 'registration.sent-on', details: { from: session.id } } as const;
    await record(bySystem(work), ...staying.map((subjectId) => ({ ...sent, subjectId })));
  }
  return staying;
}
