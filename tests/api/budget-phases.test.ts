import { beforeEach, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeSession } from '../support/fixtures.ts';
import { bookers, makeSteered, priced, type Steered } from '../support/steering.ts';

const api = await testApi();
const { db, sql, time, call } = api;
const { book } = bookers(api, 'plan');

type Plan = {
  authorised: { cents: number } | null;
  phasesCents: number;
  freeCents: number | null;
  quarters: { ordinal: number; ceilingCents: number | null; canChange: boolean; canRemove: boolean }[];
};
let programme: Steered;
beforeEach(async () => {
  programme = await makeSteered(api, { authorisedCents: 100_000_00, authorisedBasis: 'ex' });
  await sql`delete from budget_phases where id in ${sql(programme.phaseIds)}`;
});
const phase = (ordinal: number) => `${programme.path}/quarters/${ordinal}/phase`;
const set = (ordinal: number, ceilingCents: unknown, cookie = programme.cookie) =>
  call('PUT', phase(ordinal), { cookie, body: { ceilingCents } });
const remove = (ordinal: number) => call('DELETE', phase(ordinal), { cookie: programme.cookie });
const plan = () => programme.get<Plan>('/phases');

describe('the phases of a programme', () => {
  it('are made, changed and removed, up to what was authorised', async () => {
    expect(await plan()).toMatchObject({ phasesCents: 0, freeCents: 100_000_00 });
    expect((await set(1, 60_000_00)).status).toBe(200);
    expect((await set(2, 40_000_00)).status).toBe(200);
    const refused = await set(3, 1);
    expect(refused.status).toBe(400);
    expect(problemIn(refused).invalidParams).toMatchObject([
      { name: 'ceilingCents', code: 'explained', reason: expect.stringContaining('€\u00a00') },
    ]);
    expect((await set(2, 30_000_00)).status).toBe(200);
    expect((await set(3, 10_000_00)).status).toBe(200);
    expect(await plan()).toMatchObject({
      phasesCents: 100_000_00,
      freeCents: 0,
      quarters: [60_000_00, 30_000_00, 10_000_00].map((ceilingCents) => ({
        ceilingCents,
        canChange: true,
        canRemove: true,
      })),
    });
    expect((await remove(3)).status).toBe(204);
    expect(problemIn(await remove(3)).code).toBe('no-phase');
    const audit =
      await sql`select action, details from audit_log where action in ('phase.set', 'phase.removed')
      and (details->>'ordinal')::int = 3 order by id desc limit 2`;
    expect(audit).toEqual([
      { action: 'phase.removed', details: { ordinal: 3, before: 10_000_00 } },
      { action: 'phase.set', details: { ordinal: 3, ceilingCents: 10_000_00, before: null } },
    ]);
  });

  it('are not there without an authorised amount', async () => {
    await sql`update programmes set authorised_cents = null where id = ${programme.programme.id}`;
    expect(problemIn(await set(1, 1)).invalidParams).toMatchObject([
      { name: 'ceilingCents', code: 'explained' },
    ]);
    expect(await plan()).toMatchObject({ authorised: null, freeCents: null });
  });

  it('are no longer a plan once something was decided about them', async () => {
    await set(1, 60_000_00);
    await programme.change(1, { kind: 'release' });
    for (const answer of [await set(1, 50_000_00), await remove(1)]) {
      expect(problemIn(answer).code).toBe('phase-not-changeable');
    }
    expect((await plan()).quarters[0]).toMatchObject({ canChange: false, canRemove: false });
  });

  it('never become less than what was promised, and stay when anything ever was', async () => {
    await set(2, 1_000_00);
    const { id } = await makeSession(db, programme, time.now, priced);
    await book(id);
    expect((await set(2, 99_99)).status).toBe(400);
    expect((await set(2, 100_00)).status).toBe(200);
    expect(problemIn(await remove(2)).code).toBe('phase-not-changeable');
    expect((await plan()).quarters[1]).toMatchObject({
      promisedCents: 100_00,
      canChange: true,
      canRemove: false,
    });
  });

  it('hold what was authorised in place', async () => {
    await set(1, 60_000_00);
    const { body } = await call('GET', `${programme.path}/settings`, { cookie: programme.cookie });
    const { version, settings } = body as { version: number; settings: object };
    const save = (authorised: object | null) =>
      call('PUT', `${programme.path}/settings`, {
        cookie: programme.cookie,
        body: { version, motivation: 'Minder.', settings: { ...settings, authorised } },
      });
    for (const authorised of [null, { cents: 59_999_99, basis: 'ex' }]) {
      expect(problemIn(await save(authorised)).invalidParams).toMatchObject([
        { name: 'settings.authorised', code: 'in-use' },
      ]);
    }
    expect((await save({ cents: 60_000_00, basis: 'ex' })).status).toBe(200);
  });

  it.each([[0], [-1], [1.5], ['veel'], [undefined]])('are no amount of %s', async (cents) => {
    expect(problemIn(await set(1, cents)).invalidParams).toMatchObject([{ name: 'ceilingCents' }]);
  });

  it('are of a quarter that is there', async () => {
    expect((await set(9, 1)).status).toBe(404);
  });
});
