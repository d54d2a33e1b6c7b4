import { expect } from 'vitest';
import type { Play } from './property.ts';
import { at, isLive, positionOf, queue, taken, takesPlace } from './world.ts';

/** What everyone sees of a session: a place whose time is up is free, also before anyone wrote that down. */
export async function lookAtSession({ door, client, rules, world }: Play, n: number) {
  const session = world.sessions[n]!;
  const { status, body } = await door.ask(
    { method: 'GET', path: `/sessions/${client.sessions[n]}`, options: {} },
    world.now,
  );
  const lapsed = at(world, n).filter((one) => takesPlace(one) && rules.hasLapsed(one, world.now)).length;
  const inQueue = queue(world, n).filter(rules.binds).length;
  const free = Math.max(0, rules.placesFree(session.capacity, taken(world, n) - lapsed, inQueue));
  const booking = () => {
    if (session.status === 'cancelled') return 'cancelled';
    if (session.startsAt <= world.now) return 'past';
    if (world.now < session.opensAt) return 'not-open';
    if (rules.bookingEnds(session) <= world.now) return 'closed';
    return free > 0 ? 'open' : session.hasWaitlist ? 'waitlist' : 'full';
  };
  expect([status, body]).toMatchObject([
    200,
    { capacity: session.capacity, placesLeft: free, waitlistLength: inQueue, booking: booking() },
  ]);
}

/** What its owner sees of a registration. */
export async function lookAtRegistration({ door, client, rules, world }: Play, n: number | undefined) {
  if (n === undefined) return;
  const written = world.registrations[n]!;
  const ended = { status: 'expired', expiresAt: null } as const;
  const one = { ...written, ...(rules.hasLapsed(written, world.now) && ended) };
  const id = client.registrations[n]!;
  const { status, body } = await door.ask(
    { method: 'GET', path: `/registrations/${id}`, options: { headers: door.linkOf(id) } },
    world.now,
  );
  const until = isLive(one) ? rules.leavableUntil(one, world.sessions[one.session]!) : null;
  const cancellable = until !== null && world.now < until;
  expect([status, body]).toMatchObject([
    200,
    {
      id,
      status: one.status,
      position: positionOf(world, written),
      expiresAt: one.expiresAt === null ? null : new Date(one.expiresAt).toISOString(),
      cancelledBy: one.cancelledBy,
      cancellable,
      cancellableUntil: until === null ? null : new Date(until).toISOString(),
      swappable: cancellable && (one.status === 'held' || one.status === 'confirmed'),
    },
  ]);
}
