import { and, count, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { sessions } from '../../db/schema/catalogue.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { Problem } from '../problem.ts';

declare const locked: unique symbol;
/** A session whose row is locked until the transaction ends. Only `lockSession` makes one. */
export type LockedSession = typeof sessions.$inferSelect & { waitlistLength: number; [locked]: true };

/**
 * Locks the session's row, then looks: what is read after the lock stays true until the end of the transaction, because
 * everything that gives or frees a place comes through here first. Throws `not-found`.
 */
export async function lockSession(tx: Tx, sessionId: string): Promise<LockedSession> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId)).for('update');
  if (!session || session.status === 'draft') throw new Problem('not-found');
  const [waiting] = await tx
    .select({ length: count() })
    .from(registrations)
    .where(and(eq(registrations.sessionId, sessionId), eq(registrations.status, 'waitlisted')));
  return { ...session, waitlistLength: waiting?.length ?? 0 } as LockedSession;
}

export const takePlaces = (tx: Tx, session: LockedSession, places: number) =>
  changePlaces(tx, session, places);
export const freePlace = (tx: Tx, session: LockedSession) => changePlaces(tx, session, -1);

async function changePlaces(tx: Tx, session: LockedSession, by: number) {
  await tx
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} + ${by}` })
    .where(eq(sessions.id, session.id));
  session.seatsTaken += by;
}
