import type { Work } from '../../unit-of-work/work.ts';
import { knownMembers, type Someone } from '../memberships/queries.ts';
import { Problem } from '../../http/problem.ts';
import type { LockedSession } from '../life/places.ts';

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
 * Whether someone who proved an address is a known member, where that matters for a place: members only, a contribution or
 * an opening of their own. Members see the session as it is for them. Throws `members-only`.
 */
export async function enterAs(
  work: Work,
  session: LockedSession,
  someone: Someone,
): Promise<{ isMember: boolean }> {
  const { now } = work;
  const { openToNonMembers, memberContributionCents, memberBookingOpensAt } = session;
  if (openToNonMembers && memberContributionCents === null && memberBookingOpensAt === null) {
    return { isMember: false };
  }
  const isMember = (await knownMembers(work, session.id, [someone])).has(someone);
  if (!isMember && !openToNonMembers) throw new Problem('members-only');
  if (isMember && memberBookingOpensAt !== null && memberBookingOpensAt <= now) {
    session.bookingOpensAt = memberBookingOpensAt;
  }
  return { isMember };
}
