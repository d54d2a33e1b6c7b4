import type { Work } from '../../unit-of-work/work.ts';
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { knownMembers, type Someone } from '../memberships/queries.ts';
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

/** Which of these people the reserve is about, and how many places are left for them. The caller holds the session's lock. */
export async function reserveOf<P extends Someone>(
  work: Work,
  session: LockedSession,
  people: P[],
): Promise<{ members: Set<P>; room: number }> {
  const { tx, now } = work;
  if (!isReserving(session, now)) return { members: new Set(), room: Infinity };
  const members = await knownMembers(work, session.id, people);
  const room = members.size > 0 ? roomForMembers(session, await placesOfMembers(tx, session.id)) : Infinity;
  return { members, room };
}
