import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const PLACES = 10;
const LOWERED = 3;
const ROUNDS = 6;

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 20, doors: 10 });
const programme = await makeProgramme(db, time.now);
let organiser: string;
beforeAll(async () => {
  organiser = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});
afterEach(() => void vi.restoreAllMocks());

/** Ten people book a session at the moment that its organiser leaves place for three, again and again. */
async function lowerWhileBooking(name: string) {
  const outcomes = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = await makeSession(db, programme, time.now, { capacity: PLACES });
    const book = (person: number) =>
      call('POST', `/sessions/${id}/registrations`, {
        body: { name: 'Noor', email: `${name}${round}-${person}@voorbeeld.example` },
      });
    const bookings = Array.from({ length: PLACES }, (_, person) => book(person));
    const late = round % 2 === 1;
    await Promise.all(late ? bookings.slice(0, LOWERED + 1) : []);
    const lowered = await call('PATCH', `/sessions/${id}`, {
      body: { capacity: LOWERED },
      cookie: organiser,
    });
    await Promise.all(bookings);
    const [{ live, capacity, seats }] = await sql<[{ live: number; capacity: number; seats: number }]>`
      select s.capacity, s.seats_taken as seats, (select count(*)::int from registrations r
        where r.session_id = s.id and r.status in ('held', 'offered', 'confirmed')) as live
      from sessions s where s.id = ${id}`;
    outcomes.push({ lowered, live, capacity, seats });
  }
  return outcomes;
}

it('lowering capacity against booking: it is done or refused with the number, and never oversold', async () => {
  const outcomes = await lowerWhileBooking('met');
  expect(outcomes.map(({ lowered }) => lowered.status)).toContain(409);
  for (const { lowered, live, capacity, seats } of outcomes) {
    expect(live).toBe(seats);
    expect(live).toBeLessThanOrEqual(capacity);
    if (lowered.status === 200) expect(capacity).toBe(LOWERED);
    else {
      expect(problemIn(lowered)).toMatchObject({ code: 'capacity-below-taken' });
      expect(problemIn(lowered).taken).toBeGreaterThan(LOWERED);
      expect(capacity).toBe(PLACES);
    }
  }
  expect([...(await brokenInvariants(sql))]).toEqual([]);
});

it('negative control: without the lock places are taken that were taken away', async () => {
  await sql`alter table sessions drop constraint sessions_seats`;
  await untilItBites(async (turn) => {
    switchLocksOff();
    const outcomes = await lowerWhileBooking(`zonder${turn}-`);
    return outcomes.some(({ live, capacity }) => live > capacity);
  });
});
