import { Places, refuse } from './places.ts';
import type { Ask } from './requests.ts';
import { type Answer, at, isLive, taken } from './world.ts';

/** What organisers do to their sessions. */
export class Organisers extends Places {
  change({ session: n, by, ...wanted }: Ask<'change'>): Answer {
    const { world, rules } = this;
    const session = this.own(n, by);
    if (session.status === 'cancelled' || session.startsAt <= world.now) refuse('session-not-changeable');
    const { capacity = session.capacity, startsAt = session.startsAt } = wanted;
    if (capacity < rules.lowestCapacity(taken(world, n))) {
      refuse('capacity-below-taken', { taken: taken(world, n) });
    }
    const later = startsAt - session.startsAt;
    if (later !== 0 && startsAt <= world.now) refuse('invalid-input');
    if (later === 0 && capacity === session.capacity)
      return { status: 200, body: { taken: taken(world, n) } };
    session.closesAt += later;
    if (session.opensAt >= session.closesAt) session.opensAt += later;
    Object.assign(session, { startsAt, capacity });
    for (const one of at(world, n)) {
      if (one.expiresAt !== null) one.expiresAt = Math.min(one.expiresAt, startsAt);
    }
    this.offer(n);
    return { status: 200, body: { taken: taken(world, n) } };
  }

  cancelSession({ session: n, by }: Ask<'cancelSession'>): Answer {
    const session = this.own(n, by);
    if (session.status === 'scheduled') {
      if (session.startsAt <= this.world.now) refuse('session-not-changeable');
      for (const one of at(this.world, n).filter(isLive)) {
        Object.assign(one, { status: 'cancelled', cancelledBy: 'organiser', expiresAt: null });
      }
      session.status = 'cancelled';
    }
    return { status: 200, body: { taken: 0 } };
  }
  private own(n: number, by: 'organiser' | 'other') {
    if (by === 'other') refuse('not-found');
    this.lapse(n);
    return this.world.sessions[n]!;
  }
}
