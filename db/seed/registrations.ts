import type { registrations, waits } from '../schema/registrations.ts';
import { earliest, latest, minutesAfter } from './calendar.ts';
import { staffOf } from './organisations.ts';
import { NOOR, type Person } from './people.ts';
import { idOf, type Random, randomFor } from './random.ts';
import type { SeedSession } from './sessions.ts';
import { chooserFor } from './visitors.ts';

type Row = typeof registrations.$inferInsert;
type RegistrationRow = Row & { id: string; createdAt: Date };
export type SeedRegistration = { row: RegistrationRow; session: SeedSession; person: Person };

const DAY = 24 * 60;
const HOLD_MINUTES = 30;
// Until then the lists of the last few days are still to be filled in, also after a weekend.
const MARKED_WITHIN = 80 * 60;
const shareOfKind = {
  coaching: 0.92,
  knowledge: 0.72,
  workshop: 0.82,
  inspiration: 0.62,
  network: 0.58,
  oneOnOne: 1,
};

/** Who booked what and who came. Sets `seatsTaken` of every session to the places it gave. */
export function registrationsOf(sessions: SeedSession[], people: Person[], now: Date): SeedRegistration[] {
  const choose = chooserFor(people);
  return sessions.flatMap((session) => {
    const random = randomFor(`registrations/${session.name}`);
    const made = [...bookings(session, random, choose, now), ...walkIns(session, random, choose, now)];
    session.row.seatsTaken = made.filter(({ row }) => row.source === 'booking' && takesPlace(row)).length;
    return made;
  });
}

/** Everyone who waits, waits for one session. */
export const waitsOf = (made: SeedRegistration[]): (typeof waits.$inferInsert)[] =>
  made.flatMap(({ row: { id, sessionId, status, waitlistedAt } }) =>
    status === 'waitlisted' && waitlistedAt ? [{ registrationId: id, sessionId, waitlistedAt }] : [],
  );

const takesPlace = (row: Row) =>
  row.status === 'held' || row.status === 'offered' || row.status === 'confirmed';

type Choose = ReturnType<typeof chooserFor>;

/** In order of asking: first those who got a place, then the queue; besides them some who left before it was full. */
function bookings(session: SeedSession, random: Random, choose: Choose, now: Date): SeedRegistration[] {
  const { row, plan } = session;
  const closes = earliest(
    row.bookingClosesAt,
    minutesAfter(now, -20),
    row.cancelledAt ?? row.bookingClosesAt,
  );
  if (closes <= row.bookingOpensAt) return [];
  const { placed, waiting, gone } = wanted(session, random, now);
  const window = closes.getTime() - row.bookingOpensAt.getTime();
  const times = Array.from(
    { length: placed + waiting },
    () => new Date(row.bookingOpensAt.getTime() + Math.floor(window * random.next() ** 0.7)),
  ).sort((a, b) => Number(a) - Number(b));
  const noor = plan.marks.includes('noorGoes') ? 0 : plan.marks.includes('noorWaits') ? placed + 1 : -1;

  const staying = times.flatMap((createdAt, i) => {
    const person = i === noor ? choose.byName(session, NOOR) : choose.anyone(session, random);
    return person
      ? [registration(session, person, createdAt, i < placed ? 'confirmed' : 'waitlisted', random)]
      : [];
  });
  const lastCancel = earliest(closes, minutesAfter(row.startsAt, -row.cancellationDeadlineMinutes));
  const lastPlace = latest(
    minutesAfter(row.bookingOpensAt, 1),
    waiting > 0 ? earliest(lastCancel, times[placed - 1]!) : lastCancel,
  );
  const left = Array.from({ length: gone }, () => {
    const person = choose.anyone(session, random);
    const span = lastPlace.getTime() - row.bookingOpensAt.getTime();
    const createdAt = new Date(row.bookingOpensAt.getTime() + Math.floor(span * random.next() * 0.8));
    return person
      ? [leave(registration(session, person, createdAt, 'confirmed', random), lastPlace, random, now)]
      : [];
  }).flat();
  const all = [...staying, ...left];
  if (row.status === 'cancelled') all.forEach(({ row: it }) => cancel(it, row.cancelledAt!, 'organiser'));
  else if (row.startsAt > now) keepSomeUncertain(staying, session, random, now);
  else if (row.startsAt < minutesAfter(now, -MARKED_WITHIN)) all.forEach((it) => mark(it, random));
  return all;
}

function wanted({ row, plan, module }: SeedSession, random: Random, now: Date) {
  const { capacity } = row;
  if (plan.marks.includes('full')) return { placed: capacity, waiting: random.between(3, 6), gone: 0 };
  if (plan.marks.includes('nearlyFull'))
    return { placed: capacity - random.between(1, 2), waiting: 0, gone: 1 };
  const daysAhead = Math.max(0, (row.startsAt.getTime() - now.getTime()) / (DAY * 60_000));
  const near = daysAhead === 0 ? 1 : 0.8 * Math.max(0.12, 1 - daysAhead / 60);
  const share = shareOfKind[module.kind] * near * (0.75 + 0.5 * random.next());
  if (daysAhead === 0 && share >= 1) return { placed: capacity, waiting: random.between(0, 3), gone: 1 };
  const placed = Math.min(daysAhead > 0 ? capacity - 3 : capacity, Math.round(capacity * share));
  return { placed: Math.max(0, placed), waiting: 0, gone: Math.round(placed * 0.12 * random.next() * 2) };
}

function registration(
  session: SeedSession,
  person: Person,
  createdAt: Date,
  status: 'confirmed' | 'waitlisted',
  random: Random,
): SeedRegistration {
  const row: RegistrationRow = {
    id: idOf(`registration/${session.name}/${person.id}`),
    sessionId: session.row.id,
    entrepreneurId: person.id,
    status,
    source: 'booking',
    name: person.name,
    kvkNumber: person.kvkNumber,
    membership: membershipOf(session, person, random),
    confirmedAt: status === 'confirmed' ? minutesAfter(createdAt, random.between(1, 15)) : null,
    waitlistedAt: status === 'waitlisted' ? createdAt : null,
    createdAt,
  };
  return { row, session, person };
}

/** Outside Amstelveen there is no association that someone can be a member of. */
function membershipOf({ plan }: SeedSession, person: Person, random: Random): Row['membership'] {
  if (plan.programme.municipality !== 'amstelveen' || random.chance(0.25)) return 'unknown';
  return person.member ? 'member' : 'not-member';
}

function leave(it: SeedRegistration, before: Date, random: Random, now: Date) {
  const { row } = it;
  if (random.chance(0.15)) {
    row.status = 'expired';
    row.expiredAt = earliest(now, minutesAfter(row.createdAt, HOLD_MINUTES));
    row.confirmedAt = null;
    return it;
  }
  const from = row.confirmedAt!.getTime();
  const span = Math.max(60_000, before.getTime() - from);
  cancel(row, new Date(from + Math.floor(span * random.next())), 'participant');
  return it;
}

function cancel(row: Row, at: Date, by: 'participant' | 'organiser') {
  if (row.status === 'cancelled' || row.status === 'expired') return;
  row.status = 'cancelled';
  row.cancelledAt = at;
  row.cancelledBy = by;
}

/** The newest booking may still wait for the code of its mail. */
function keepSomeUncertain(staying: SeedRegistration[], session: SeedSession, random: Random, now: Date) {
  const { marks } = session.plan;
  const newest = staying.findLast(({ row }) => row.status === 'confirmed');
  if (marks.length === 0 && newest && session.row.bookingClosesAt > now && random.chance(0.12)) {
    newest.row.status = 'held';
    newest.row.createdAt = minutesAfter(now, -6);
    newest.row.confirmedAt = null;
    newest.row.expiresAt = minutesAfter(now, 24);
  }
}

function mark({ row, session, person }: SeedRegistration, random: Random) {
  if (row.status !== 'confirmed') return;
  row.attendance =
    person.name === NOOR ? 'present' : random.weighted({ present: 79, absent: 13, excused: 8 });
  row.attendanceMarkedAt = minutesAfter(session.row.startsAt, random.between(5, 25));
  row.attendanceMarkedBy = staffOf(session.organisers[0]!);
}

function walkIns(session: SeedSession, random: Random, choose: Choose, now: Date): SeedRegistration[] {
  const { row, module } = session;
  const open = row.status === 'scheduled' && row.deliveryMode === 'onLocation' && module.kind !== 'oneOnOne';
  if (!open || row.startsAt > minutesAfter(now, -MARKED_WITHIN)) return [];
  const count = row.capacity > 30 ? random.between(1, 3) : random.chance(0.3) ? 1 : 0;
  return Array.from({ length: count }, () => {
    const person = choose.stranger(session, random) ?? choose.anyone(session, random);
    if (!person) return [];
    const at = minutesAfter(row.startsAt, random.between(2, 20));
    const it = registration(session, person, at, 'confirmed', random);
    Object.assign(it.row, {
      source: 'walkIn',
      confirmedAt: at,
      attendance: 'present',
      attendanceMarkedAt: at,
    });
    it.row.attendanceMarkedBy = staffOf(session.organisers[0]!);
    return [it];
  }).flat();
}
