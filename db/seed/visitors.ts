import { ADULT_AFTER_YEARS, NOOR, type Person } from './people.ts';
import type { Random } from './random.ts';
import type { SeedSession } from './sessions.ts';

type Visit = { session: SeedSession; startsAt: Date; endsAt: Date };

const MOST_PLACES = 6;

/** Finds people for sessions: from nearby, not twice at the same time, one of a business, and seldom for a module they know. */
export function chooserFor(people: Person[]) {
  const visits = new Map<string, Visit[]>();
  const businesses = new Set<string>();
  const businessAt = (person: Person, session: SeedSession) => `${person.kvkNumber} ${session.name}`;
  const withAccount = people.filter((person) => person.email !== null && person.name !== NOOR);
  const booking = withAccount.filter(({ home }) => home !== 'Deventer');
  const strangers = people.filter((person) => person.email === null);
  const nearby = (list: Person[], place: string) =>
    list.filter(({ home }) => home === null || home === place);
  const pools = {
    amstelveen: { near: nearby(booking, 'Amstelveen'), strangers: nearby(strangers, 'Amstelveen') },
    amsterdam: { near: nearby(booking, 'Amsterdam'), strangers: nearby(strangers, 'Amsterdam') },
    deventer: { near: withAccount.filter(({ home }) => home === 'Deventer'), strangers: [] },
  };
  const poolOf = ({ plan }: SeedSession) => pools[plan.programme.municipality as keyof typeof pools];
  /** Deventer is too far away for everyone else. */
  const anywhere = (session: SeedSession) =>
    session.plan.programme.municipality === 'deventer' ? pools.deventer.near : booking;

  const visit = (person: Person, session: SeedSession) => {
    const { startsAt, endsAt } = session.row;
    if (person.kvkNumber) businesses.add(businessAt(person, session));
    visits.set(person.id, [...(visits.get(person.id) ?? []), { session, startsAt, endsAt }]);
    return person;
  };
  const suits = (person: Person, session: SeedSession, random: Random) => {
    const year = session.row.startsAt.getUTCFullYear();
    if (person.birthYear !== null && year - person.birthYear < ADULT_AFTER_YEARS) return false;
    if (session.row.placesPerBusiness !== null && businesses.has(businessAt(person, session))) return false;
    const earlier = visits.get(person.id) ?? [];
    const { startsAt, endsAt } = session.row;
    if (earlier.some((it) => it.startsAt < endsAt && startsAt < it.endsAt)) return false;
    const inProgramme = earlier.filter((it) => it.session.plan.programme === session.plan.programme);
    const again = inProgramme.some((it) => it.session.module === session.module);
    return !(again && random.chance(0.92)) && !(inProgramme.length >= MOST_PLACES && random.chance(0.7));
  };
  const draw = (pool: Person[], tries: number, session: SeedSession, random: Random) => {
    for (let i = 0; i < tries && pool.length > 0; i += 1) {
      const person = random.pick(pool);
      if (suits(person, session, random)) return visit(person, session);
    }
    return undefined;
  };

  return {
    byName: (session: SeedSession, name: string) =>
      visit(
        people.find((person) => person.name === name)!,
        session,
      ),
    anyone: (session: SeedSession, random: Random) =>
      draw(random.chance(0.12) ? anywhere(session) : poolOf(session).near, 80, session, random) ??
      draw(anywhere(session), 200, session, random),
    stranger: (session: SeedSession, random: Random) => draw(poolOf(session).strangers, 6, session, random),
  };
}
