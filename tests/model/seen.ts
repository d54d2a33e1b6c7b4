import type { Sql } from 'postgres';
import { at, positionOf, type Session, taken, type World } from './world.ts';

/** What can be seen of a session and its registrations, as plain data: of the model and of the database alike. */
type SeenRegistration = {
  n: number;
  person: number;
  status: string;
  position: number | null;
  expiresAt: number | null;
  kvkNumber: string | null;
  cancelledBy: string | null;
};
export type Seen = Pick<Session, 'status' | 'startsAt' | 'opensAt' | 'closesAt' | 'capacity'> & {
  taken: number;
  registrations: SeenRegistration[];
};

export function inModel(world: World, n: number): Seen {
  const { status, startsAt, opensAt, closesAt, capacity } = world.sessions[n]!;
  const registrations = at(world, n).map((one) => ({
    n: world.registrations.indexOf(one),
    person: one.person,
    status: one.status,
    position: positionOf(world, one),
    expiresAt: one.expiresAt,
    kvkNumber: one.kvkNumber,
    cancelledBy: one.cancelledBy,
  }));
  return { status, startsAt, opensAt, closesAt, capacity, taken: taken(world, n), registrations };
}

/** Every session of a sequence as it is stored, in its order; registrations that the client was not told of have n -1. */
export async function inDatabase(
  sql: Sql,
  client: { sessions: string[]; registrations: string[]; emails: string[] },
): Promise<Seen[]> {
  const sessions = sql<(Omit<Seen, 'registrations'> & { id: string })[]>`
    select id, status, capacity, seats_taken as taken, (extract(epoch from starts_at) * 1000)::float8 as "startsAt",
      (extract(epoch from booking_opens_at) * 1000)::float8 as "opensAt",
      (extract(epoch from booking_closes_at) * 1000)::float8 as "closesAt"
    from sessions where id = any(${client.sessions})`;
  const registrations = sql<(SeenRegistration & { id: string; sessionId: string; email: string })[]>`
    select r.id, r.session_id as "sessionId", a.email, r.status, r.kvk_number as "kvkNumber",
      r.cancelled_by as "cancelledBy", (extract(epoch from r.expires_at) * 1000)::float8 as "expiresAt",
      case when r.status = 'waitlisted' then
        (rank() over (partition by r.session_id, r.status order by r.waitlisted_at))::int end as position
    from registrations r join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id
    where r.session_id = any(${client.sessions})`;
  const [stored, rows] = await Promise.all([sessions, registrations]);
  return client.sessions.map((sessionId) => {
    const { id: _, ...session } = stored.find(({ id }) => id === sessionId)!;
    const own = rows
      .filter((row) => row.sessionId === sessionId)
      .map(({ id, sessionId: _of, email, ...row }) => ({
        ...row,
        n: client.registrations.indexOf(id),
        person: client.emails.indexOf(email),
      }));
    return { ...session, registrations: own.sort((a, b) => a.n - b.n) };
  });
}
