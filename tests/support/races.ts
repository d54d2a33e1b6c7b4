import { PgSelectBase } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { vi } from 'vitest';

/** The negative control: the same statements without `for update`. */
export const switchLocksOff = () =>
  vi.spyOn(PgSelectBase.prototype, 'for').mockImplementation(function (this: unknown) {
    return this as never;
  });

/** What a session says of its places, and what its registrations say. */
export async function ledger(sql: Sql, sessionId: string) {
  const [row] = await sql<[{ capacity: number; seats: number; live: number; waiting: number }]>`
    select s.capacity, s.seats_taken as seats,
      (count(*) filter (where r.status in ('held', 'offered', 'confirmed')))::int as live,
      (count(*) filter (where r.status = 'waitlisted'))::int as waiting
    from sessions s left join registrations r on r.session_id = s.id where s.id = ${sessionId} group by s.id`;
  return row;
}
