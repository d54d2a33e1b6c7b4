import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { sessions } from '../../db/schema/catalogue.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { record } from '../audit.ts';
import { Problem } from '../problem.ts';

declare const locked: unique symbol;
/** A session whose row is locked until the transaction ends. Only `lockSession` makes one. */
export type LockedSession = typeof sessions.$inferSelect & { waitlistLength: number; [locked]: true };

/** A hold or offer whose time is up: its place is free, also before anyone wrote that down. */
const hasLapsed = (now: Date) =>
  and(inArray(registrations.status, ['held', 'offered']), lte(registrations.expiresAt, now));

/**
 * Locks the session's row, then looks: what is read after the lock stays true until the end of the transaction, because
 * everything that gives or frees a place comes through here first. Places whose time is up are freed on the way. Throws
 * `not-found`.
 */
export async function lockSession(tx: Tx, sessionId: string, now: Date): Promise<LockedSession> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.id, sessionId)).for('update');
  if (!row || row.status === 'draft') throw new Problem('not-found');
  const [counted] = await tx
    .select({
      waiting: sql<number>`(count(*) filter (where ${registrations.status} = 'waitlisted'))::int`,
      lapsed: sql<number>`(count(*) filter (where ${hasLapsed(now)}))::int`,
    })
    .from(registrations)
    .where(eq(registrations.sessionId, sessionId));
  const session = { ...row, waitlistLength: counted!.waiting } as LockedSession;
  if (counted!.lapsed > 0) await freeLapsedPlaces(tx, session, now);
  return session;
}

export const takePlaces = (tx: Tx, session: LockedSession, places: number) =>
  changePlaces(tx, session, places);
export const freePlace = (tx: Tx, session: LockedSession) => changePlaces(tx, session, -1);
export const freeAllPlaces = (tx: Tx, session: LockedSession) =>
  changePlaces(tx, session, -session.seatsTaken);

async function freeLapsedPlaces(tx: Tx, session: LockedSession, now: Date) {
  const lapsed = await tx
    .update(registrations)
    .set({ status: 'expired', expiresAt: null })
    .where(and(eq(registrations.sessionId, session.id), hasLapsed(now)))
    .returning({ id: registrations.id });
  await changePlaces(tx, session, -lapsed.length);
  for (const { id } of lapsed) {
    await record(tx, { kind: 'system' }, { action: 'registration.expired', subjectId: id, now });
  }
}

async function changePlaces(tx: Tx, session: LockedSession, by: number) {
  await tx
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} + ${by}` })
    .where(eq(sessions.id, session.id));
  session.seatsTaken += by;
}
