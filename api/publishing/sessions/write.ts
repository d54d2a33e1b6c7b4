import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, inArray, or } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { refuseClosed } from '../access/gate.ts';
import { changingAs } from '../access/history.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { keepLedger } from '../../places/life/keep-ledger.ts';
import { offerFreePlaces } from '../../places/registrations/offer.ts';
import type { LockedSession } from '../../places/life/places.ts';
import { liveStatuses } from '../../places/life/rules.ts';
import { forgetMarks } from './marks.ts';
import { type Change, changeBetween, type Place, type Times } from './rules.ts';

/** What can be changed without anyone having to hear of it. */
const terms = [
  'capacity',
  'reservedPlaces',
  'reservedDays',
  'leader',
  'bookingOpensAt',
  'bookingClosesAt',
  'minimumNoticeMinutes',
  'cancellationDeadlineMinutes',
  'placesPerBusiness',
  'hasWaitlist',
  'openToNonMembers',
  'memberContributionCents',
  'memberBookingOpensAt',
  'bookingCode',
  'bookingUrl',
  'listed',
] as const satisfies (keyof typeof sessions.$inferSelect)[];
export type Terms = Pick<typeof sessions.$inferSelect, (typeof terms)[number]>;
type Next = Partial<Times & Place & Terms>;

const isSame = (a: unknown, b: unknown) =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;

/**
 * Writes what an organiser changes of a session, keeps right what hangs on it, and tells everyone concerned once: whoever
 * is offered a place by it hears the news in the offer. Throws `not-open-to-all`.
 */
export async function writeSessionChange(work: Work<OrganisationActor>, session: LockedSession, next: Next) {
  const { tx, now } = work;
  const change = changeBetween(session, { ...session, ...next });
  if (!change && terms.every((term) => next[term] === undefined || isSame(next[term], session[term]))) return;
  const before = session.startsAt;
  const details = { change, from: shown(session), to: shown({ ...session, ...next }) };
  Object.assign(session, next, { sequence: session.sequence + (change ? 1 : 0) });
  await refuseClosed(tx, session);
  await changingAs(work);
  await tx
    .update(sessions)
    .set({ ...next, sequence: session.sequence, changedAt: now })
    .where(eq(sessions.id, session.id));
  await record(work, { action: 'session.changed', subjectId: session.id, details });
  if (change === 'time' || change === 'timeAndPlace') {
    await endBeforeStart(tx, session);
    await forgetMarks(work, session.id);
    await keepLedger(work, session, await liveOf(tx, session.id), { mustFit: true });
  }
  const offered = await offerFreePlaces(work, session);
  const startedAt = before.getTime() === session.startsAt.getTime() ? null : before.toISOString();
  if (change) await tell(work, session.id, { change, startedAt }, offered);
}

/** Who may book is kept in a history of its own. */
const shown = ({
  startsAt,
  endsAt,
  deliveryMode,
  venueId,
  capacity,
  reservedPlaces,
  reservedDays,
}: LockedSession) => ({
  startsAt,
  endsAt,
  deliveryMode,
  venueId,
  capacity,
  reservedPlaces,
  reservedDays,
});

/** No hold and no offer outlives the start. */
const endBeforeStart = (tx: Tx, { id, startsAt }: LockedSession) =>
  tx
    .update(registrations)
    .set({ expiresAt: startsAt })
    .where(and(eq(registrations.sessionId, id), gt(registrations.expiresAt, startsAt)));

async function tell(
  { tx, mail }: Work,
  sessionId: string,
  news: { change: Change; startedAt: string | null },
  except: string[],
) {
  const concerned = (await liveOf(tx, sessionId)).filter((id) => !except.includes(id));
  const mails = concerned.map((registrationId) => ({
    kind: 'moved' as const,
    registrationId,
    sessionId,
    ...news,
  }));
  await mail(...mails);
}

async function liveOf(tx: Tx, sessionId: string) {
  const rows = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        or(
          eq(registrations.sessionId, sessionId),
          inArray(
            registrations.id,
            tx.select({ id: waits.registrationId }).from(waits).where(eq(waits.sessionId, sessionId)),
          ),
        ),
        inArray(registrations.status, liveStatuses),
      ),
    );
  return rows.map(({ id }) => id);
}
