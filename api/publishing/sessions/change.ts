import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { type FieldCode, Problem } from '../../http/problem.ts';
import type { LockedSession } from '../../places/life/places.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { isChoosable } from '../venues/queries.ts';
import { lockOwnOne, refuseUnchangeable } from './lock-own.ts';
import { notParties, setOrganisers } from './organisers.ts';
import { movedTimes, movedTo, wrongSession } from './rules.ts';
import type { SessionChange } from './schema.ts';
import { type Terms, writeSessionChange } from './write.ts';

type Wrong = { name: string; code: FieldCode };

/**
 * An organiser changes what a session is, all at once: time, place, places, and who may book. A move frees no place: people
 * choose themselves. A draft changes without a trace, because nobody saw it.
 */
export async function changeSession(work: Work<OrganisationActor>, sessionId: string, input: SessionChange) {
  const { tx, now } = work;
  const session = await lockOwnOne(work, sessionId);
  refuseUnchangeable(session, now);
  if ((input.capacity ?? session.capacity) < session.seatsTaken) {
    throw new Problem('capacity-below-taken', { taken: session.seatsTaken });
  }
  const { place, wrong } = await newPlace(work, session, input);
  const next = {
    ...newTimes(session, input),
    ...place,
    ...newTerms(input),
    ...(session.status === 'draft' && freshDraft(place)),
  };
  const whole = { ...session, ...next };
  const others = input.coOrganiserIds;
  if (others && (await notParties(tx, session.moduleId, others)).length > 0) {
    wrong.push({ name: 'coOrganiserIds', code: 'invalid' });
  }
  const judged = wrongSession({ ...whole, hasVenue: whole.venueId !== null }, now);
  refuseFields([...wrong, ...judged.filter(({ name }) => isTouched(name, input))]);

  await writeSessionChange(work, session, next);
  if (others) {
    await setOrganisers(tx, session.id, session.moduleId, others);
    await tx.update(sessions).set({ changedAt: now }).where(eq(sessions.id, session.id));
    await record(work, { action: 'session.organisers', subjectId: session.id });
  }
}

/** What stays as it is is not judged again: it may have been made by other rules. */
const touchedBy: Record<string, (keyof SessionChange)[]> = {
  startsAt: ['startsAt'],
  endsAt: ['startsAt', 'endsAt'],
  bookingClosesAt: ['bookingOpensAt', 'bookingClosesAt'],
  memberBookingOpensAt: ['bookingOpensAt', 'memberBookingOpensAt'],
  reservedPlaces: ['capacity', 'reservedPlaces'],
};
const isTouched = (name: string, input: SessionChange) =>
  touchedBy[name]?.some((field) => input[field] !== undefined) ?? false;

function newTimes(session: LockedSession, { startsAt, endsAt }: SessionChange) {
  if (!startsAt && !endsAt) return {};
  return movedTimes(session, {
    ...(startsAt && { startsAt: new Date(startsAt) }),
    ...(endsAt && { endsAt: new Date(endsAt) }),
  });
}

async function newPlace(
  { tx, actor }: Work<OrganisationActor>,
  session: LockedSession,
  { deliveryMode, venueId, onlineUrl }: SessionChange,
) {
  const wrong: Wrong[] = [];
  if (deliveryMode === undefined && venueId === undefined && onlineUrl === undefined) {
    return { place: {}, wrong };
  }
  const place = movedTo(session, {
    ...(deliveryMode && { deliveryMode }),
    ...(venueId && { venueId }),
    ...(onlineUrl !== undefined && { onlineUrl }),
  });
  if (!place) wrong.push({ name: 'venueId', code: 'required' });
  else if (place.venueId && ![session.venueId, session.originalVenueId].includes(place.venueId)) {
    // Where it is or was it may stay, also when nobody can choose that any more.
    if (!(await isChoosable(tx, actor, place.venueId))) wrong.push({ name: 'venueId', code: 'invalid' });
  }
  return { place: place ?? {}, wrong };
}

const moments = ['bookingOpensAt', 'bookingClosesAt', 'memberBookingOpensAt'] as const;

/** What was given of the terms. */
function newTerms(input: SessionChange): Partial<Terms> {
  const { startsAt: _s, endsAt: _e, deliveryMode: _d, venueId: _v, onlineUrl: _o, ...terms } = input;
  const { coOrganiserIds: _c, bookingOpensAt, bookingClosesAt, memberBookingOpensAt, ...plain } = terms;
  const given = { bookingOpensAt, bookingClosesAt, memberBookingOpensAt };
  const at = moments.flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [[name, value === null ? null : new Date(value)] as const];
  });
  const told = Object.entries(plain).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...told, ...at]) as Partial<Terms>;
}

/** What was never seen anywhere else was not moved there. */
const freshDraft = (place: object) => ({
  previousStartsAt: null,
  ...('deliveryMode' in place && {
    originalDeliveryMode: null,
    originalVenueId: null,
    originalOnlineUrl: null,
  }),
});
