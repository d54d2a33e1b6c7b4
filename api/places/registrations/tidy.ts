import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, exists, gt, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { offerFreePlaces } from './offer.ts';
import { lockSession } from '../life/places.ts';
import { sendOn } from './waits.ts';

/**
 * Sessions where the time of a hold, an offer or an asking to wait is up, where a place is free that someone queues for, or that have begun while
 * someone in the queue waits for another one too.
 */
export async function sessionsToTidy(db: Db, now: Date) {
  const some = (...conditions: Parameters<typeof and>) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(registrations)
        .where(and(eq(registrations.sessionId, sessions.id), ...conditions)),
    );
  const waited = (also?: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(waits)
        .where(and(eq(waits.sessionId, sessions.id), also)),
    );
  const [elsewhere, other] = [alias(waits, 'elsewhere'), alias(sessions, 'other')];
  const waitsElsewhere = exists(
    db
      .select({ one: sql`1` })
      .from(elsewhere)
      .innerJoin(other, eq(other.id, elsewhere.sessionId))
      .where(
        and(
          eq(elsewhere.registrationId, waits.registrationId),
          eq(other.status, 'scheduled'),
          gt(other.startsAt, now),
        ),
      ),
  );
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      or(
        some(lte(registrations.expiresAt, now)),
        and(
          eq(sessions.status, 'scheduled'),
          gt(sessions.startsAt, now),
          lt(sessions.seatsTaken, sessions.capacity),
          waited(eq(waits.proved, true)),
        ),
        and(lte(sessions.startsAt, now), waited(waitsElsewhere)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Frees the places whose time is up, and offers what is free to the first in the queue. Nobody waits for what has begun. */
export async function tidy(work: Work, sessionId: string) {
  const { tx, now } = work;
  const [seen] = await tx
    .select({ startsAt: sessions.startsAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  const withQueue = seen !== undefined && seen.startsAt <= now;
  const session = await lockSession(work, sessionId, { withQueue });
  if (session.startsAt <= now) await sendOn(work, session);
  else await offerFreePlaces(work, session);
}
