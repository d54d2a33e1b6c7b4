import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const PLACES = 20;
const PEOPLE = 300;

const { db, sql, time, call, prove } = await testApi('empty', { connections: 20, doors: 10 });
const programme = await makeProgramme(db, time.now);
afterEach(() => void vi.restoreAllMocks());

async function stampede(sessionId: string, address: (n: number) => string) {
  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) =>
      call('POST', `/sessions/${sessionId}/registrations`, {
        body: { name: `Ondernemer ${n}`, email: address(n) },
      }),
    ),
  );
  const [{ live, seats }] = await sql<[{ live: number; seats: number }]>`
    select (select count(*)::int from registrations where session_id = ${sessionId}
              and status in ('held', 'offered', 'confirmed')) as live,
           (select seats_taken from sessions where id = ${sessionId}) as seats`;
  return { answers, live, seats };
}

/** The rows of a new person are unique too, and would make the stampede wait for one another. */
async function becomeKnown(email: string) {
  const { id } = await makeSession(db, programme, time.now);
  await call('POST', `/sessions/${id}/registrations`, { body: { name: 'Noor', email } });
}

describe('300 people for 20 places', () => {
  it('20 places are given, 280 people queue in an order without gaps', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: PLACES });
    const { answers, live, seats } = await stampede(id, (n) => `mens${n}@voorbeeld.example`);
    expect(answers.map((answer) => answer.status)).toEqual(Array(PEOPLE).fill(201));
    const bodies = answers.map((answer) => answer.body as { placement: string; position?: number });
    expect(bodies.filter((body) => body.placement === 'held')).toHaveLength(PLACES);
    expect([live, seats]).toEqual([PLACES, PLACES]);
    const positions = bodies.flatMap((body) => body.position ?? []).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: PEOPLE - PLACES }, (_, n) => n + 1));
    expect([...(await brokenInvariants(sql))]).toEqual([]);
  });

  it('negative control: without the lock the same stampede gives places twice', async () => {
    await sql`alter table sessions drop constraint sessions_seats`;
    await untilItBites(async (turn) => {
      const { id } = await makeSession(db, programme, time.now, { capacity: PLACES });
      switchLocksOff();
      return (await stampede(id, (n) => `zonder${turn}-${n}@voorbeeld.example`)).live > PLACES;
    });
  });
});

describe('the same person many times at once', () => {
  const EMAIL = 'zelfde@voorbeeld.example';
  /** As many mails as an address may get, each of whose codes comes back at the same moment. */
  async function proveAtOnce(sessionId: string, email: string) {
    const { answers } = await stampede(sessionId, () => email);
    const ids = answers.flatMap((answer) => (answer.body as { id?: string }).id ?? []);
    time.now = new Date(time.now.getTime() + 1);
    const proofs = await Promise.all(ids.map(prove));
    const [{ certain }] = await sql<[{ certain: number }]>`
      select count(*)::int as certain from registrations where session_id = ${sessionId} and status = 'confirmed'`;
    return { answers, proofs, certain };
  }

  it('has one registration', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: PLACES });
    await becomeKnown(EMAIL);
    const { answers, proofs, certain } = await proveAtOnce(id, EMAIL);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201, 429]));
    expect(new Set(proofs.map((answer) => answer.status))).toEqual(new Set([200, 409]));
    expect(certain).toBe(1);
  });

  it('negative control: without lock and index there are several', async () => {
    await sql`drop index registrations_live`;
    await untilItBites(async (turn) => {
      const { id } = await makeSession(db, programme, time.now, { capacity: PLACES });
      const email = `dubbel${turn}@voorbeeld.example`;
      await becomeKnown(email);
      switchLocksOff();
      return (await proveAtOnce(id, email)).certain > 1;
    });
  });
});
