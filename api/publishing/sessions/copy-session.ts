import type { Work } from '../../unit-of-work/work.ts';
import { asc, eq } from 'drizzle-orm';
import { sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { ownSession } from '../../places/attendance/guard.ts';
import { record } from '../../unit-of-work/audit.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { refuseUnpublished } from './hold-module.ts';
import { refuseUnapproved, setOrganisers } from './organisers.ts';
import { movedBack, movedTimes, wrongTimes } from './rules.ts';

/**
 * Makes a draft of the same session on another date: what went online is where it was planned, and booking opens and closes
 * as long before the start. What the municipality pays for it is that of the day on which it is published.
 */
export async function copySession(
  work: Work<OrganisationActor>,
  sessionId: string,
  { startsAt }: { startsAt: string },
) {
  const { tx, now, actor } = work;
  const session = await ownSession(tx, actor, sessionId);
  await refuseUnapproved(tx, sessionId);
  await refuseUnpublished(tx, session.moduleId);
  const times = movedTimes(session, { startsAt: new Date(startsAt) });
  refuseFields(wrongTimes(times, now));
  const by = times.startsAt.getTime() - session.startsAt.getTime();
  const later = (moment: Date | null) => moment && new Date(moment.getTime() + by);
  const { id: _id, createdAt: _createdAt, ...same } = session;
  const [made] = await tx
    .insert(sessions)
    .values({
      ...same,
      ...times,
      ...(movedBack(session) ?? {}),
      previousStartsAt: null,
      bookingOpensAt: later(session.bookingOpensAt)!,
      memberBookingOpensAt: later(session.memberBookingOpensAt),
      status: 'draft',
      contributionCents: null,
      contributionVatCents: 0,
      cancelledAt: null,
      seatsTaken: 0,
      sequence: 0,
      changedAt: now,
      createdAt: now,
    })
    .returning({ id: sessions.id });
  const organisers = await tx
    .select({ id: sessionOrganisers.organisationId })
    .from(sessionOrganisers)
    .where(eq(sessionOrganisers.sessionId, sessionId))
    .orderBy(asc(sessionOrganisers.position));
  await setOrganisers(
    tx,
    made!.id,
    session.moduleId,
    organisers.map(({ id }) => id),
  );
  await record(work, {
    action: 'session.created',
    subjectId: made!.id,
    details: { copyOf: session.id },
  });
  return made!.id;
}
