import { inArray } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import type { Decision } from '../../paying/eligibility/rules.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import type { LockedSession } from './places.ts';
import { mayBecome, seatsBetween, type Status } from './rules.ts';
import { changeSeats, leaveQueues } from './seats.ts';
import { decidePlace } from './decide-place.ts';
import { keepLedger } from './keep-ledger.ts';

type Registration = typeof registrations.$inferSelect;
/** What is known of a registration under the lock of its session. */
type Now = Pick<Registration, 'id' | 'status' | 'source'>;

type Besides = {
  /** What is written beside the status. */
  set?: Partial<
    Pick<
      Registration,
      'expiresAt' | 'waitlistedAt' | 'membership' | 'cancelledBy' | 'sessionId' | 'sequence' | 'movedAt'
    >
  >;
  /** Of the audit row. */
  details?: Record<string, unknown>;
};

/**
 * The one door for a place's life: whatever registrations of one locked session become, they become it here. Writes the
 * status, the seats, who stands in a queue, the money and the audit rows together. A change that `transitions` does not
 * know is a fault of ours and throws. Throws `budget-full`.
 */
export async function become(
  work: Work,
  session: LockedSession,
  places: readonly Now[],
  to: Status,
  besides: Besides = {},
) {
  await write(work, session, places, to, besides);
  await keepLedger(work, session, idsOf(places));
  await recordAll(work, places, to, besides);
}

/** The same for one, with who pays decided anew before the money moves. `proved`: the address is the person's own. */
export async function becomeDecided(
  work: Work,
  session: LockedSession,
  place: Registration,
  to: Status,
  { proved, ...besides }: Besides & { proved: boolean },
): Promise<Decision> {
  await write(work, session, [place], to, besides);
  const decision = await decidePlace(work, { ...place, ...besides.set, proved }, session);
  await recordAll(work, [place], to, besides);
  return decision;
}

async function write(
  { tx, now }: Work,
  session: LockedSession,
  places: readonly Now[],
  to: Status,
  { set }: Besides,
) {
  for (const { id, status } of places) {
    if (!mayBecome(status, to)) throw new Error(`Registration ${id} cannot go from ${status} to ${to}`);
  }
  if (places.length === 0) return;
  const moment = {
    ...(to === 'confirmed' && { confirmedAt: now }),
    ...(to === 'cancelled' && { cancelledAt: now }),
    ...(to === 'expired' && { expiredAt: now }),
  };
  const written = await tx
    .update(registrations)
    .set({ expiresAt: null, ...moment, ...set, status: to })
    .where(inArray(registrations.id, idsOf(places)))
    .returning({ id: registrations.id });
  // Seats and money follow what was written, never what was only meant.
  if (written.length !== places.length) throw new Error(`Not every registration could go to ${to}`);
  await changeSeats(tx, session, seatsBetween(places, to));
  if (to !== 'waitlisted')
    await leaveQueues(tx, idsOf(places.filter(({ status }) => status === 'waitlisted')));
}

async function recordAll(work: Work, places: readonly Now[], to: Status, { details }: Besides) {
  const action = `registration.${to}` as const;
  await record(work, ...places.map(({ id }) => ({ action, subjectId: id, ...(details && { details }) })));
}

const idsOf = (places: readonly Now[]) => places.map(({ id }) => id);
