import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeSession } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';
import { bookers, makeSteered, moneyOf, priced, type Steered } from '../support/steering.ts';

const api = await testApi('empty', { connections: 20, doors: 10, worker: false });
const { call, db, latestCode, sql, time } = api;
afterEach(() => void vi.restoreAllMocks());
const RELEASE = { kind: 'release', repeatedCents: 10_000_00 };
const approved = { phases: [{}, { state: 'approved' as const }, {}] };

describe('releasing a phase ten times at once', () => {
  async function releaseTogether() {
    const programme = await makeSteered(api);
    await programme.evaluate(1, 'continue');
    return async () => {
      const all = Array.from({ length: 10 }, () => programme.change(2, RELEASE));
      const statuses = (await Promise.all(all)).map(({ status }) => status);
      return statuses.filter((status) => status === 201).length;
    };
  }
  it('does it once', async () => {
    expect(await (await releaseTogether())()).toBe(1);
  });
  it('negative control: without the lock it is done more often', async () => {
    await untilItBites(async () => {
      const release = await releaseTogether();
      switchLocksOff();
      return (await release()) > 1;
    });
  });
});

describe('evaluating to stop while the phase is released', () => {
  /** Releases that were written down after an evaluation that says stop. */
  async function rounds(count: number, beforeRacing = () => {}) {
    const programmes: Steered[] = [];
    for (let n = 0; n < count; n++) {
      const programme = await makeSteered(api);
      await programme.evaluate(1, 'continue');
      programmes.push(programme);
    }
    beforeRacing();
    for (const programme of programmes) {
      await Promise.all([
        programme.evaluate(1, 'stop'),
        ...Array.from({ length: 5 }, () => programme.change(2, RELEASE)),
      ]);
    }
    const [found] = await sql<[{ wrong: number }]>`
      select count(distinct c.phase_id)::int as wrong from phase_changes c
      join budget_phases p on p.id = c.phase_id
      join programme_quarters q on q.id = p.quarter_id and q.ordinal = 2
      join programme_quarters before on before.programme_id = q.programme_id and before.ordinal = 1
      join quarter_evaluations e on e.quarter_id = before.id and e.decision = 'stop' and e.id < c.id
      where c.kind = 'release' and q.programme_id in ${sql(programmes.map(({ programme }) => programme.id))}`;
    return found.wrong;
  }
  it('never releases after the evaluation', async () => {
    expect(await rounds(4)).toBe(0);
  });
  it('negative control: without the lock it is released after all', async () => {
    await untilItBites(async () => (await rounds(5, switchLocksOff)) > 0, 20);
  });
});

describe('releasing while 40 people make their places certain', () => {
  async function releaseDuringRush(name: string) {
    const programme = await makeSteered(api);
    await programme.evaluate(1, 'continue');
    const { id } = await makeSession(db, programme, time.now, priced);
    const { hold, confirm } = bookers(api, name);
    const held = await Promise.all(Array.from({ length: 40 }, () => hold(id)));
    const confirming = held.map((one) => confirm(one.id));
    await Promise.race(confirming);
    const released = await programme.change(2, RELEASE);
    await Promise.all(confirming);
    return { released: released.status, ...(await moneyOf(api, programme.phaseIds[1]!)) };
  }
  it('leaves nothing in reserve', async () => {
    const committed = { reserved: 0, committed: 4_000_00, realised: 0 };
    expect(await releaseDuringRush('vrij')).toEqual({ released: 201, phase: committed, ledger: committed });
  });
});

describe('lowering a ceiling while 40 people make their places certain', () => {
  /** What is promised when the lower ceiling is written down, or that ceiling, against what is promised in the end. */
  async function lowerDuringRush(name: string, beforeRacing = () => {}) {
    const programme = await makeSteered(api, approved);
    const rooms = await Promise.all(
      Array.from({ length: 20 }, () => makeSession(db, programme, time.now, { ...priced, capacity: 2 })),
    );
    const { hold, confirm } = bookers(api, name);
    const held = await Promise.all([...rooms, ...rooms].map(({ id }) => hold(id)));
    beforeRacing();
    const confirming = held.map(({ id }) => confirm(id));
    await Promise.race(confirming);
    const body = {
      kind: 'reduce',
      ceilingCents: 500_00,
      repeatedCents: 500_00,
      effectiveOn: programme.day(0),
      motivation: 'x',
    };
    const lowered = await programme.change(2, body);
    await Promise.all(confirming);
    const [row] = await sql<[{ earlier: number; all: number }]>`
      select (coalesce(sum(l.cents) filter (where l.id < c.id), 0))::int as earlier, coalesce(sum(l.cents), 0)::int as all
      from phase_changes c left join ledger_entries l on l.phase_id = c.phase_id
      where c.phase_id = ${programme.phaseIds[1]!}`;
    return { status: lowered.status, most: Math.max(row.earlier, 500_00), promised: row.all };
  }
  it('nothing is promised above it after it was written down', async () => {
    const { status, most, promised } = await lowerDuringRush('laag');
    expect(status).toBe(201);
    expect(promised).toBeLessThanOrEqual(most);
  });
  it('negative control: without the lock more is promised', async () => {
    await untilItBites(async (turn) => {
      const { most, promised } = await lowerDuringRush(`zonder${turn}-`, switchLocksOff);
      return promised > most;
    });
  });
});

describe('taking a release back while places are made certain', () => {
  /** Phases that are planned again with money committed in them, of so many rounds. */
  async function undoDuringRush(name: string, rounds: number, beforeRacing = () => {}) {
    let wrong = 0;
    for (let round = 0; round < rounds; round++) {
      const programme = await makeSteered(api);
      await programme.evaluate(1, 'continue');
      const { id: changeId } = (await programme.change(2, RELEASE)).body as { id: string };
      const { hold } = bookers(api, `${name}${round}-`);
      const rooms = await Promise.all(
        Array.from({ length: 6 }, () => makeSession(db, programme, time.now, priced)),
      );
      const held = await Promise.all(rooms.map(({ id }) => hold(id)));
      const codes = await Promise.all(held.map(({ id }) => latestCode(id)));
      beforeRacing();
      const confirming = held.map(({ id }, n) =>
        call('POST', `/registrations/${id}/confirmation`, { body: { code: codes[n] } }),
      );
      // At another moment of the confirmations in every round.
      await setTimeout((round % 6) * 6);
      const [{ status }] = await Promise.all([programme.undo(2, changeId), ...confirming]);
      vi.restoreAllMocks();
      const { committed } = (await moneyOf(api, programme.phaseIds[1]!)).ledger;
      if (status === 201 && committed > 0) wrong++;
    }
    return wrong;
  }
  it('never leaves committed money in a phase that was not released', async () => {
    expect(await undoDuringRush('terug', 6)).toBe(0);
  });
  it('negative control: without the lock it does', async () => {
    await untilItBites(async (turn) => (await undoDuringRush(`los${turn}-`, 6, switchLocksOff)) > 0);
  });
});

describe('taking a pause back while its day begins', () => {
  it('is done before that day or not at all, and what is paid agrees with it', async () => {
    const programme = await makeSteered(api, approved);
    const today = time.now;
    const pause = { kind: 'pause', repeatedCents: 10_000_00, effectiveOn: programme.day(1), motivation: 'x' };
    const { id: changeId } = (await programme.change(2, pause)).body as { id: string };
    // The clock passes midnight while all of these are under way.
    const before = Array.from({ length: 4 }, () => programme.undo(2, changeId));
    time.now = new Date(today.getTime() + 86_400_000);
    const after = Array.from({ length: 4 }, () => programme.undo(2, changeId));
    const statuses = (await Promise.all([...before, ...after])).map(({ status }) => status);
    const { phase, items } = await programme.get<{
      phase: { state: string };
      items: { undone: { at: string } | null }[];
    }>('/quarters/2/phase-changes');
    time.now = today;
    const done = statuses.filter((status) => status === 201).length;
    expect(done).toBeLessThanOrEqual(1);
    expect(phase.state).toBe(done === 1 ? 'approved' : 'paused');
    expect(items.map(({ undone }) => undone !== null)).toEqual([done === 1]);
    if (done === 1)
      expect(items[0]!.undone!.at < new Date(today.getTime() + 86_400_000).toISOString()).toBe(true);
  });
});

describe('taking the same change back ten times at once', () => {
  it('does it once, and the others hear so', async () => {
    const programme = await makeSteered(api, approved);
    const pause = { kind: 'pause', repeatedCents: 10_000_00, effectiveOn: programme.day(3), motivation: 'x' };
    const { id } = (await programme.change(2, pause)).body as { id: string };
    const answers = await Promise.all(Array.from({ length: 10 }, () => programme.undo(2, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 409),
    ]);
  });
});
