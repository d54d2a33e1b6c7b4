import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { type sessions, venues } from '../../../db/schema/catalogue.ts';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { promiseOf } from '../access/gate.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { ownSession } from '../../places/attendance/guard.ts';
import { sessionsById } from '../../offer/catalogue/queries.ts';
import { moneyOfSessions } from '../../money/ledger/queries.ts';
import { contributionsOfModules } from '../../money/contributions/queries.ts';
import { isChangeable } from './rules.ts';

/** A session or draft with what its organiser may change. Throws `not-found` for someone else's. */
export async function getOwnSession(db: Reader, actor: OrganisationActor, id: string, now: Date) {
  const row = await ownSession(db, actor, id);
  const [[session], counts, { requiresOpenAccess }, [original], contribution] = await Promise.all([
    sessionsById(db, [id], now),
    countsOf(db, id, now),
    promiseOf(db, row.moduleId),
    row.originalVenueId ? db.select().from(venues).where(eq(venues.id, row.originalVenueId)) : [],
    contributionOf(db, row),
  ]);
  return {
    session: session!,
    status: row.status,
    contribution,
    requiresOpenAccess,
    leader: row.leader,
    bookingOpensAt: row.bookingOpensAt.toISOString(),
    bookingClosesAt: row.bookingClosesAt.toISOString(),
    minimumNoticeMinutes: row.minimumNoticeMinutes,
    cancellationDeadlineMinutes: row.cancellationDeadlineMinutes,
    placesPerBusiness: row.placesPerBusiness,
    hasWaitlist: row.hasWaitlist,
    openToNonMembers: row.openToNonMembers,
    memberContributionCents: row.memberContributionCents,
    memberBookingOpensAt: row.memberBookingOpensAt?.toISOString() ?? null,
    bookingCode: row.bookingCode,
    bookingUrl: row.bookingUrl,
    listed: row.listed,
    changeable: isChangeable(row, now),
    venueId: row.venueId,
    onlineUrl: row.onlineUrl,
    ...counts,
    reservedPlaces: row.reservedPlaces,
    reservedDays: row.reservedDays,
    original:
      original && row.originalDeliveryMode
        ? {
            deliveryMode: row.originalDeliveryMode,
            venue: { name: original.name, city: original.city },
          }
        : null,
  };
}

/** A draft has the amount of today, what was published that of then. */
async function contributionOf(db: Reader, row: typeof sessions.$inferSelect) {
  if (row.status === 'draft') {
    const today = (await contributionsOfModules(db, [row.moduleId])).get(row.moduleId);
    return today ? { ...today, promised: false } : null;
  }
  if (!row.contributionCents) return null;
  const promised = (await moneyOfSessions(db, [row.id])).has(row.id);
  return { exVatCents: row.contributionCents, vatCents: row.contributionVatCents, promised };
}

/** Places whose time is up are free, also before anyone wrote that down. */
async function countsOf(db: Reader, sessionId: string, now: Date) {
  const open = sql`${registrations.expiresAt} is null or ${registrations.expiresAt} > ${now.toISOString()}`;
  const taking = sql`${registrations.status} <> 'waitlisted' and ${registrations.source} = 'booking'`;
  const [counts] = await db
    .select({
      taken: sql<number>`(count(*) filter (where ${taking}))::int`,
      live: sql<number>`count(*)::int`,
    })
    .from(registrations)
    .where(
      and(
        or(
          eq(registrations.sessionId, sessionId),
          inArray(
            registrations.id,
            db.select({ id: waits.registrationId }).from(waits).where(eq(waits.sessionId, sessionId)),
          ),
        ),
        inArray(registrations.status, ['held', 'confirmed', 'waitlisted', 'offered']),
        sql`(${open})`,
      ),
    );
  return counts!;
}

export const getOwnSessions = (db: Reader, actor: OrganisationActor, sessionIds: string[], now: Date) =>
  Promise.all(sessionIds.map((id) => getOwnSession(db, actor, id, now)));
