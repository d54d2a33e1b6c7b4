import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { waits } from '../../../db/schema/registrations.ts';
import type { LockedSession } from './places.ts';

/** Takes so many places of a session, or gives them back when `by` is negative. */
export async function changeSeats(tx: Tx, session: LockedSession, by: number) {
  if (by === 0) return;
  await tx
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} + ${by}` })
    .where(eq(sessions.id, session.id));
  session.seatsTaken += by;
}

/** Takes entries out of every queue they are in. The caller holds the lock of their rows. */
export async function leaveQueues(tx: Tx, registrationIds: string[]) {
  if (registrationIds.length === 0) return;
  await tx.delete(waits).where(inArray(waits.registrationId, registrationIds));
}
