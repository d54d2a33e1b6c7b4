import { anonymous, inWork, system } from '../../api/unit-of-work/work.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { confirm } from '../../api/places/registrations/confirm.ts';
import { challengeOfCode } from '../../api/places/registrations/proof.ts';
import { tidy } from '../../api/places/registrations/tidy.ts';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { ledger, switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, config, businessRegister, call, latestCode } = await testApi('empty', {
  connections: 20,
  doors: 10,
});
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
afterEach(() => void vi.restoreAllMocks());

type Change = Parameters<typeof makeSession>[3];
let person = 0;
const session = async (capacity: number, change: Change = {}) =>
  makeSession(db, programme, time.now, { capacity, ...change });
const book = (sessionId: string, change: object = {}) =>
  call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor', email: `race${++person}@voorbeeld.example`, ...change },
  });
const idOf = async (answer: ReturnType<typeof book>) => ((await answer).body as { id: string }).id;
const headersOf = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
const cancel = (id: string) => call('POST', `/registrations/${id}/cancellation`, { headers: headersOf(id) });
const swap = (id: string, sessionId: string) =>
  call('POST', `/registrations/${id}/swap`, { body: { sessionId }, headers: headersOf(id) });

/** So many registrations, in the order of the list. */
async function people(count: number, sessionId: string) {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await idOf(book(sessionId)));
  return ids;
}
async function certain(count: number, sessionId: string) {
  const ids = await people(count, sessionId);
  for (const id of ids)
    await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  return ids;
}

/** The negative controls run without the database as the last guard. */
function withoutGuards() {
  beforeEach(async () => void (await sql`alter table sessions drop constraint if exists sessions_seats`));
  afterEach(async () => {
    await sql`update sessions set seats_taken = 0`;
    await sql`alter table sessions add constraint sessions_seats check (0 <= seats_taken and seats_taken <= capacity)`;
  });
}

describe('cancelling against promoting: 10 places, 20 people in the queue, 10 of both leave at once', () => {
  async function leaveAtOnce() {
    const { id } = await session(10);
    const places = await people(10, id);
    const queue = await certain(20, id);
    const leavers = places.flatMap((place, n) => [place, queue[n * 2]!]);
    const answers = await Promise.all(leavers.flatMap((one) => [cancel(one), cancel(one)]));
    return { answers, state: await ledger(sql, id) };
  }

  it('everyone who leaves is out, and every place goes to someone who stays', async () => {
    const { answers, state } = await leaveAtOnce();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(state).toEqual({ capacity: 10, seats: 10, live: 10, waiting: 0 });
  });

  describe('negative control', () => {
    withoutGuards();
    it('without the lock places are lost or given twice', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        const { live, seats, waiting } = (await leaveAtOnce()).state;
        return live !== 10 || seats !== 10 || waiting !== 0;
      });
    });
  });
});

describe('confirming against expiry: 10 people confirm in the last millisecond, and the queue is served', () => {
  async function lastMillisecond() {
    const { id } = await session(10);
    const places = await people(10, id);
    await certain(10, id);
    const lapses = new Date(time.now.getTime() + HOUR / 2);
    const inTime = new Date(lapses.getTime() - 1);
    const deps = { db, config, businessRegister, clock: () => inTime, enqueueMail: async () => {} };
    const challenges = await Promise.all(
      places.map(async (place) => challengeOfCode(deps, place, await latestCode(place), inTime)),
    );
    const confirmations = challenges.map(
      (challenge) => () =>
        inWork(deps, { actor: anonymous, now: inTime }, (work) => confirm(work, challenge)),
    );
    const expiry = () => inWork(deps, { actor: system, now: lapses }, (work) => tidy(work, id));
    const outcomes = await Promise.allSettled<unknown>(
      [...confirmations.slice(0, 4), expiry, ...confirmations.slice(4)].map((start) => start()),
    );
    const [statuses] = await sql`select
      (count(*) filter (where status = 'confirmed'))::int as confirmed,
      (count(*) filter (where status = 'expired'))::int as expired,
      (count(*) filter (where status = 'offered'))::int as offered
      from registrations where session_id = ${id}`;
    return { outcomes, statuses: statuses!, state: await ledger(sql, id) };
  }

  it('a place is certain or lapsed, never both', async () => {
    const { outcomes, statuses, state } = await lastMillisecond();
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
      new Set(refused.length > 0 ? ['place-lapsed'] : []),
    );
    const lost = refused.length;
    expect(statuses).toEqual({ confirmed: 10 - lost, expired: lost, offered: lost });
    expect(state).toEqual({ capacity: 10, seats: 10, live: 10, waiting: 10 - lost });
  });

  describe('negative control', () => {
    withoutGuards();
    it('without the lock a place is certain for one and offered to another', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        return (await lastMillisecond()).state.live > 10;
      });
    });
  });
});

describe('swapping against swapping', () => {
  /** Everyone in either session wants to be in the other. */
  async function changeSides(capacity: number) {
    const one = await session(capacity);
    const other = await session(capacity, { moduleId: one.moduleId });
    const [here, there] = [await certain(8, one.id), await certain(8, other.id)];
    const answers = await Promise.all(here.flatMap((id, n) => [swap(id, other.id), swap(there[n]!, one.id)]));
    return { answers, states: [await ledger(sql, one.id), await ledger(sql, other.id)] };
  }
  const codes = (answers: Awaited<ReturnType<typeof swap>>[]) =>
    new Set(answers.map((answer) => (answer.status === 200 ? 'moved' : problemIn(answer).code)));

  it('both full: everyone keeps the old place', async () => {
    const { answers, states } = await changeSides(8);
    expect(codes(answers)).toEqual(new Set(['session-full']));
    expect(states).toEqual(Array(2).fill({ capacity: 8, seats: 8, live: 8, waiting: 0 }));
  });

  it('one place free in each: some move, nobody is lost, nobody waits for each other', async () => {
    const { answers, states } = await changeSides(9);
    expect(codes(answers)).toContain('moved');
    expect(codes(answers).difference(new Set(['moved', 'session-full']))).toEqual(new Set());
    for (const { seats, live } of states) expect([seats, live <= 9]).toEqual([live, true]);
    expect(states[0]!.live + states[1]!.live).toBe(16);
  });

  it('negative control: locked in the order as asked, people wait for each other', async () => {
    await untilItBites(async () => {
      vi.spyOn(Array.prototype, 'sort').mockImplementation(function (this: unknown[]) {
        return this;
      });
      const { answers } = await changeSides(9);
      return codes(answers).difference(new Set(['moved', 'session-full'])).size > 0;
    });
  });

  async function rush() {
    const from = await session(20);
    const to = await session(3, { moduleId: from.moduleId });
    const ids = await certain(20, from.id);
    const answers = await Promise.all(ids.map((id) => swap(id, to.id)));
    return { answers, from: await ledger(sql, from.id), to: await ledger(sql, to.id) };
  }

  it('20 people move to 3 places: 3 arrive, 17 stay', async () => {
    const { answers, from, to } = await rush();
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect([from.live, from.seats, to.live, to.seats]).toEqual([17, 17, 3, 3]);
  });

  describe('negative control', () => {
    withoutGuards();
    it('without the locks more arrive than there are places', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        return (await rush()).to.live > 3;
      });
    });
  });
});

describe('swapping against cancelling: 10 people do both at once', () => {
  async function both() {
    const from = await session(10);
    const to = await session(10, { moduleId: from.moduleId });
    const ids = await certain(10, from.id);
    const answers = await Promise.all(ids.flatMap((id) => [swap(id, to.id), cancel(id)]));
    return { answers, states: [await ledger(sql, from.id), await ledger(sql, to.id)] };
  }

  it('each place is freed once, where it was', async () => {
    const { answers, states } = await both();
    const codes = answers.map((answer) => (answer.status === 200 ? 'done' : problemIn(answer).code));
    expect(
      new Set(codes).difference(new Set(['done', 'registration-ended', 'registration-changed'])),
    ).toEqual(new Set());
    for (const { seats, live } of states) expect(seats).toBe(live);
  });

  describe('negative control', () => {
    withoutGuards();
    it('without the locks places are freed where nobody sat', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        return (await both()).states.some(({ seats, live }) => seats !== live);
      });
    });
  });
});

describe('20 people of one business who confirm at once', () => {
  const stampede = async () => {
    const { id } = await session(50);
    const held: { id: string; code: string }[] = [];
    for (let n = 0; n < 20; n++) {
      const one = await idOf(book(id, { kvkNumber: '69599084' }));
      held.push({ id: one, code: await latestCode(one) });
    }
    const answers = await Promise.all(
      held.map((one) => call('POST', `/registrations/${one.id}/confirmation`, { body: { code: one.code } })),
    );
    return answers.filter(({ status }) => status === 200).length;
  };

  it('have one place', async () => expect(await stampede()).toBe(1));

  describe('negative control', () => {
    withoutGuards();
    it('without the lock they have several', async () => {
      await untilItBites(async () => {
        switchLocksOff();
        return (await stampede()) > 1;
      });
    });
  });
});
