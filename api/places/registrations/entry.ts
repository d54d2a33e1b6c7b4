import type { Work } from '../../unit-of-work/work.ts';
import { isReserving } from '../../offer/catalogue/reserve.rules.ts';
import { knownMembers, type Someone } from '../memberships/queries.ts';
import { Problem } from '../../http/problem.ts';
import type { LockedSession } from '../life/places.ts';
import { roomOfReserve } from './reserve.ts';

const bare = (code: string) => code.replace(/\s/g, '').toLowerCase();

/** Why nobody can have a place here this way, or null: places are given elsewhere, or with a code that one must know. */
export function closedWay(
  session: Pick<LockedSession, 'bookingUrl' | 'bookingCode'>,
  code: string | undefined,
): Problem | null {
  if (session.bookingUrl !== null) return new Problem('booked-elsewhere');
  if (session.bookingCode !== null && bare(session.bookingCode) !== bare(code ?? '')) {
    return new Problem('booking-code-wrong');
  }
  return null;
}

/**
 * What a session is for someone who proved an address. Whether it is a known member, where that matters for a place:
 * members only, a contribution or an opening of their own, places reserved for others. Members see the session as it is for
 * them; `keptOut`: what members may take of the reserve is taken. Throws `members-only`.
 */
export async function enterAs(
  work: Work,
  session: LockedSession,
  someone: Someone,
): Promise<{ isMember: boolean; keptOut: boolean }> {
  const { tx, now } = work;
  const { openToNonMembers, memberContributionCents, memberBookingOpensAt } = session;
  const isSameForAll = openToNonMembers && memberContributionCents === null && memberBookingOpensAt === null;
  if (isSameForAll && !isReserving(session, now)) return { isMember: false, keptOut: false };
  const isMember = (await knownMembers(work, session.id, [someone])).has(someone);
  if (!isMember && !openToNonMembers) throw new Problem('members-only');
  if (isMember && memberBookingOpensAt !== null && memberBookingOpensAt <= now) {
    session.bookingOpensAt = memberBookingOpensAt;
  }
  return { isMember, keptOut: isMember && (await roomOfReserve(tx, session, now)) < 1 };
}
