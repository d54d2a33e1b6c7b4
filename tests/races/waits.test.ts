import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { ledger, switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, config, call, prove, signIn } = await testApi('empty', { connections: 20, doors: 10 });
let programme: ProgrammeFixture;
let organiser: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  organiser = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});
afterEach(() => void vi.restoreAllMocks());

let person = 0;
async function book(sessionId: string, alsoWaitFor: string[] = []) {
  const body = { name: 'Noor', email: `wacht${++person}@voorbeeld.example`, alsoWaitFor };
  const answer = await call('POST', `/sessions/${sessionId}/registrations`, { body });
  expect(answer.status).toBe(201);
  const { id, placement } = answer.body as { id: string; placement: string };
  if (placement === 'waitlist') expect((await prove(id)).status).toBe(200);
  return id;
}
const cancel = (id: string) =>
  call('POST', `/registrations/${id}/cancellation`, {
    headers: { 'registration-token': manageToken(config.secret, id) },
  });
const stateOf = async (id: string) => {
  const [row] = await sql`select status, session_id,
    (select count(*)::int from challenges where registration_id = r.id and used_at is null) as offers,
    (select count(*)::int from waits where registration_id = r.id) as waits
    from registrations r where id = ${id}`;
  return row as { status: string; session_id: string; offers: number; waits: number };
};

/** Sessions of one module, all places taken. */
async function fullDates(count: number, capacity: number) {
  const ids: string[] = [];
  const holders: string[][] = [];
  let moduleId: string | undefined;
  for (let n = 0; n < count; n++) {
    const one = await makeSession(db, programme, time.now, { capacity, ...(moduleId && { moduleId }) });
    moduleId = one.moduleId;
    const here = [];
    for (let place = 0; place < capacity; place++) here.push(await book(one.id));
    ids.push(one.id);
    holders.push(here);
  }
  return { ids, holders };
}

/** Again and again: two dates, two entries that wait for both, and a place in each comes free at the same moment. */
async function bothComeFree() {
  const rounds = [];
  for (let round = 0; round < 8; round++) {
    const { ids, holders } = await fullDates(2, 1);
    const [here, there] = ids as [string, string];
    const first = await book(here, [there]);
    const second = await book(there, [here]);
    rounds.push({ ids, leaving: holders.flat(), entries: [first, second] });
  }
  const answers = await Promise.all(rounds.flatMap(({ leaving }) => leaving.map(cancel)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  return Promise.all(
    rounds.map(async ({ ids, entries }) => ({
      entries: await Promise.all(entries.map(stateOf)),
      sessions: await Promise.all(ids.map((id) => ledger(sql, id))),
    })),
  );
}

function withoutGuards() {
  beforeEach(async () => void (await sql`alter table sessions drop constraint if exists sessions_seats`));
  afterEach(async () => {
    await sql`update sessions set seats_taken = 0`;
    await sql`alter table sessions add constraint sessions_seats check (0 <= seats_taken and seats_taken <= capacity)`;
  });
}

describe('two dates come free at once, and two entries wait for both', () => {
  it('each entry is offered one place, and each place is offered once', async () => {
    for (const { entries, sessions } of await bothComeFree()) {
      expect(entries).toMatchObject(Array(2).fill({ status: 'offered', offers: 1, waits: 0 }));
      expect(new Set(entries.map((entry) => entry.session_id)).size).toBe(2);
      expect(sessions).toEqual(Array(2).fill({ capacity: 1, seats: 1, live: 1, waiting: 0 }));
    }
  });

  describe('negative control', () => {
    withoutGuards();
    it('without the locks an entry is offered two places, or a place is lost', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        return (await bothComeFree()).some(
          ({ entries, sessions }) =>
            entries.some(({ offers }) => offers !== 1) ||
            sessions.some(({ seats, live }) => seats !== 1 || live !== 1),
        );
      });
    });
  });
});

/**
 * An entry leaves its own queue at the moment that a place comes free in the other date, for which it waits too: each
 * round a little later in the life of the offer.
 */
async function offerWhileLeaving() {
  const answers = [];
  const outcomes = [];
  for (let later = 0; later < 20; later++) {
    const { ids, holders } = await fullDates(2, 1);
    const entry = await book(ids[0]!, [ids[1]!]);
    const offering = cancel(holders[1]![0]!);
    await new Promise((resolve) => setTimeout(resolve, later));
    answers.push(...(await Promise.all([offering, cancel(entry)])));
    const sessions = await Promise.all(ids.map((id) => ledger(sql, id)));
    outcomes.push({ entry: await stateOf(entry), sessions });
  }
  return { answers, outcomes };
}

describe('an offer in one date against leaving the queue of another', () => {
  it('the entry is out or offered, never both, and its place is counted right', async () => {
    const { answers, outcomes } = await offerWhileLeaving();
    const codes = answers.map((answer) => (answer.status === 200 ? 'done' : problemIn(answer).code));
    expect(new Set(codes).difference(new Set(['done', 'registration-changed']))).toEqual(new Set());
    for (const { entry, sessions } of outcomes) {
      expect(['offered', 'cancelled']).toContain(entry.status);
      expect(entry.waits).toBe(0);
      for (const { seats, live } of sessions) expect(seats).toBe(live);
    }
  });

  describe('negative control', () => {
    withoutGuards();
    it('without the locks places are counted that nobody has', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        const { outcomes } = await offerWhileLeaving();
        return outcomes.some(({ sessions }) => sessions.some(({ seats, live }) => seats !== live));
      });
    });
  });
});

it('a hundred leave five dates at once, of which everyone waits for several: nobody waits for each other', async () => {
  const { ids, holders } = await fullDates(5, 10);
  const entries: string[] = [];
  for (let n = 0; n < 60; n++) {
    const [home, ...others] = [0, 1, 2, 3, 4].map((step) => ids[(n + step) % 5]!);
    entries.push(await book(home!, others.slice(0, 1 + (n % 4))));
  }
  const leavers = [...holders.flat(), ...entries.filter((_, n) => n >= 10)];
  const cancelSession = call('POST', `/sessions/${ids[4]}/cancellation`, { cookie: organiser });
  const answers = await Promise.all(leavers.map(cancel));
  expect((await cancelSession).status).toBe(200);
  const codes = answers.map((answer) => (answer.status === 200 ? 'done' : problemIn(answer).code));
  expect(new Set(codes).difference(new Set(['done', 'registration-changed']))).toEqual(new Set());
  for (const id of ids) {
    const { seats, live, capacity } = await ledger(sql, id);
    expect(seats).toBe(live);
    expect(live).toBeLessThanOrEqual(capacity);
  }
  const stray = await sql`select from registrations r where (status = 'waitlisted')
    <> exists (select from waits where registration_id = r.id and session_id = r.session_id)`;
  expect(stray).toHaveLength(0);
});
