import { and, eq, exists, gt, inArray, lt, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/open.ts';
import { sessions } from '../../db/schema/catalogue.ts';
import { registrations } from '../../db/schema/registrations.ts';
import type { Deps } from '../deps.ts';
import { offerFreePlaces } from './offer.ts';
import { lockSession } from './places.ts';

/** Sessions where a hold or offer has run out, or where a place is free that someone queues for. */
export async function sessionsToTidy(db: Db, now: Date) {
  const some = (...conditions: Parameters<typeof and>) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(registrations)
        .where(and(eq(registrations.sessionId, sessions.id), ...conditions)),
    );
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      or(
        some(inArray(registrations.status, ['held', 'offered']), lte(registrations.expiresAt, now)),
        and(
          eq(sessions.status, 'scheduled'),
          gt(sessions.startsAt, now),
          lt(sessions.seatsTaken, sessions.capacity),
          some(eq(registrations.status, 'waitlisted')),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Frees the places whose time is up, and offers what is free to the first in the queue. */
export async function tidy(tx: Tx, deps: Pick<Deps, 'config' | 'enqueueMail'>, sessionId: string, now: Date) {
  const session = await lockSession(tx, sessionId, now);
  await offerFreePlaces(tx, deps, session, now);
}
