import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeSession } from '../support/fixtures.ts';
import { switchLocksOff } from '../support/races.ts';
import { bookers, makeSteered, moneyOf, priced, type Steered } from '../support/steering.ts';

const api = await testApi('empty', { connections: 20, doors: 10, worker: false });
const { db, sql, time } = api;
afterEach(() => void vi.restoreAllMocks());
const approved = { phases: [{}, { state: 'approved' as const }, {}] };

describe('releasing a phase ten times at once', () => {
  async function releaseTogether() {
    const programme = await makeSteered(api);
    await programme.evaluate(1, 'continue');
    return async () => {
      const all = Array.from({ length: 10 }, () => programme.change(2, { kind: 'release' }));
      const statuses = (await Promise.all(all)).map(({ status }) => status);
      return statuses.filter((status) => status === 201).length;
    };
  }
  it('does it once', async () => {
    expect(await (await releaseTogether())()).toBe(1);
  });
  it('negative control: without the lock it is done more often', async () => {
    let released = 0;
    for (let turn = 0; turn < 8 && released < 2; turn++) {
      const release = await releaseTogether();
      switchLocksOff();
      released = await release();
      vi.restoreAllMocks();
    }
    takeErrors();
    expect(released).toBeGreaterThan(1);
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
        ...Array.from({ length: 5 }, () => programme.change(2, { kind: 'release' })),
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
    let wrong = 0;
    for (let turn = 0; turn < 20 && wrong === 0; turn++) {
      wrong = await rounds(5, switchLocksOff);
      vi.restoreAllMocks();
    }
    takeErrors();
    expect(wrong).toBeGreaterThan(0);
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
    const released = await programme.change(2, { kind: 'release' });
    await Promise.all(confirming);
    return { released: released.status, ...(await moneyOf(api, programme.phaseIds[1]!)) };
  }
  it('leaves nothing in reserve', async () => {
    const committed = { reserved: 0, committed: 4_000_00, realised: 0 };
    expect(await releaseDuringRush('vrij')).toEqual({ released: 201, phase: committed, ledger: committed });
  });
});

describe('lowering a ceiling while 40 people ask for a place', () => {
  /** What is promised when the lower ceiling is written down, or that ceiling, against what is promised in the end. */
  async function lowerDuringRush(name: string, beforeRacing = () => {}) {
    const programme = await makeSteered(api, approved);
    const rooms = await Promise.all(
      Array.from({ length: 20 }, () => makeSession(db, programme, time.now, { ...priced, capacity: 2 })),
    );
    const { hold } = bookers(api, name);
    beforeRacing();
    const asking = [...rooms, ...rooms].map(({ id }) => hold(id));
    await Promise.race(asking);
    const body = { kind: 'reduce', ceilingCents: 500_00, effectiveOn: programme.day(0), motivation: 'x' };
    const lowered = await programme.change(2, body);
    await Promise.all(asking);
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
    let above = 0;
    for (let round = 0; round < 4 && above === 0; round++) {
      const { most, promised } = await lowerDuringRush(`zonder${round}-`, switchLocksOff);
      above = promised - most;
      vi.restoreAllMocks();
    }
    takeErrors();
    expect(above).toBeGreaterThan(0);
  });
});
