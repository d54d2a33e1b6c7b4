import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { venues } from '../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type FieldCode, Problem } from '../problem.ts';
import type { LockedSession } from '../registrations/places.ts';
import { reasons } from '../validation.ts';
import { lockOwn, refuseUnchangeable } from './lock-own.ts';
import { movedTimes, movedTo, wrongTimes } from './rules.ts';
import type { SessionChange } from './schema.ts';
import { writeChange } from './write.ts';

/** An organiser changes time, place or capacity of a session, all at once. A move frees no place: people choose themselves. */
export async function changeSession(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: OrganisationActor,
  sessionId: string,
  input: SessionChange,
  now: Date,
) {
  const [session] = await lockOwn(tx, actor, [sessionId], now);
  refuseUnchangeable(session!, now);
  const capacity = input.capacity ?? session!.capacity;
  if (capacity < session!.seatsTaken) {
    throw new Problem('capacity-below-taken', { taken: session!.seatsTaken });
  }
  const { reservedPlaces = session!.reservedPlaces, reservedDays = session!.reservedDays } = input;
  if (reservedPlaces > capacity) throw refusedFields([{ name: 'reservedPlaces', code: 'invalid' }]);
  const next = {
    ...newTimes(session!, input, now),
    ...(await newPlace(tx, session!, input)),
    capacity,
    reservedPlaces,
    reservedDays,
  };
  await writeChange(tx, deps, actor, session!, next, now);
}

function newTimes(session: LockedSession, { startsAt, endsAt }: SessionChange, now: Date) {
  if (!startsAt && !endsAt) return {};
  const times = movedTimes(session, {
    ...(startsAt && { startsAt: new Date(startsAt) }),
    ...(endsAt && { endsAt: new Date(endsAt) }),
  });
  const wrong = wrongTimes(times, now);
  if (wrong.length > 0) throw refusedFields(wrong);
  return times;
}

async function newPlace(tx: Tx, session: LockedSession, { deliveryMode, venueId, onlineUrl }: SessionChange) {
  if (deliveryMode === undefined && venueId === undefined && onlineUrl === undefined) return {};
  const place = movedTo(session, {
    ...(deliveryMode && { deliveryMode }),
    ...(venueId && { venueId }),
    ...(onlineUrl !== undefined && { onlineUrl }),
  });
  if (!place) throw refusedFields([{ name: 'venueId', code: 'required' }]);
  if (place.venueId) {
    const [known] = await tx.select({ id: venues.id }).from(venues).where(eq(venues.id, place.venueId));
    if (!known) throw refusedFields([{ name: 'venueId', code: 'invalid' }]);
  }
  return place;
}

const refusedFields = (fields: { name: string; code: FieldCode }[]) =>
  new Problem('invalid-input', {
    invalidParams: fields.map((field) => ({ ...field, reason: reasons[field.code] })),
  });
