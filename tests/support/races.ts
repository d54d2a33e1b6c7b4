import { PgSelectBase } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { expect, vi } from 'vitest';
import { takeErrors } from './console.ts';

/** The negative control: the same statements without `for update`. */
export const switchLocksOff = () =>
  vi.spyOn(PgSelectBase.prototype, 'for').mockImplementation(function (this: unknown) {
    return this as never;
  });

/**
 * Who wins a race is chance, and a busy machine changes the odds. So a negative control takes turns until the fault shows
 * that its lock prevents, and fails when no turn shows it. After each turn the locks are on again, and what went wrong
 * in it counts as expected.
 */
export async function untilItBites(turn: (count: number) => Promise<boolean>, most = 12) {
  let bitten = false;
  for (let count = 0; count < most && !bitten; count++) {
    bitten = await turn(count);
    vi.restoreAllMocks();
    takeErrors();
  }
  expect(bitten, 'the fault shows').toBe(true);
}

/** What a session says of its places, and what its registrations say. */
export async function ledger(sql: Sql, sessionId: string) {
  const [row] = await sql<[{ capacity: number; seats: number; live: number; waiting: number }]>`
    select s.capacity, s.seats_taken as seats,
      (count(*) filter (where r.status in ('held', 'offered', 'confirmed')))::int as live,
      (count(*) filter (where r.status = 'waitlisted'))::int as waiting
    from sessions s left join registrations r on r.session_id = s.id where s.id = ${sessionId} group by s.id`;
  return row;
}
