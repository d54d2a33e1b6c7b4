import { and, count, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import type { LockedSession } from '../life/places.ts';
import { isReserving, roomForMembers } from '../../offer/catalogue/reserve.rules.ts';

/** Places that known members have in a session, or are offered. */
async function placesOfMembers(tx: Tx, sessionId: string) {
  const [found] = await tx
    .select({ number: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, sessionId),
        eq(registrations.membership, 'member'),
        inArray(registrations.status, ['offered', 'confirmed']),
      ),
    );
  return found!.number;
}

/** How many places known members may still take. The caller holds the session's lock. */
export const roomOfReserve = async (tx: Tx, session: LockedSession, now: Date): Promise<number> =>
  isReserving(session, now) ? roomForMembers(session, await placesOfMembers(tx, session.id)) : Infinity;
