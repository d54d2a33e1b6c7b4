import { localDate, plusDays, startOfDate } from '../../language/time.ts';

type ReservingSession = { startsAt: Date; capacity: number; reservedPlaces: number; reservedDays: number };

/** Until when places stay reserved for anyone who is not a known member: the start of the local day so many days before. */
export const reservedUntil = ({
  startsAt,
  reservedDays,
}: Pick<ReservingSession, 'startsAt' | 'reservedDays'>) =>
  startOfDate(plusDays(localDate(startsAt), -reservedDays));

export const isReserving = (session: ReservingSession, now: Date) =>
  session.reservedPlaces > 0 && now < reservedUntil(session);

/** How many places known members can still get, while places are reserved for the others. */
export const roomForMembers = ({ capacity, reservedPlaces }: ReservingSession, ofMembers: number) =>
  Math.max(0, capacity - reservedPlaces - ofMembers);

/**
 * Who of the queue gets the places that are free, in order: known members are passed by once their share is taken, and
 * keep their turn.
 */
export function chooseFromQueue<E extends { isMember: boolean }>(queue: E[], places: number, room: number) {
  const chosen: E[] = [];
  const passed: E[] = [];
  for (const entry of queue) {
    if (chosen.length === places) break;
    const ofMembers = chosen.filter(({ isMember }) => isMember).length;
    if (entry.isMember && ofMembers >= room) passed.push(entry);
    else chosen.push(entry);
  }
  return { chosen, passed };
}
