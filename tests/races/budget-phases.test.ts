import { afterEach, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';
import { makeSteered } from '../support/steering.ts';

const api = await testApi('empty', { connections: 12, doors: 3, worker: false });
const { sql, call } = api;
afterEach(() => void vi.restoreAllMocks());

/** Three people each give another quarter all that was authorised; what the phases are together afterwards. */
async function fillAtOnce(beforeRacing = () => {}) {
  const programme = await makeSteered(api, { authorisedCents: 1_000_00, authorisedBasis: 'ex' });
  await sql`delete from budget_phases where id in ${sql(programme.phaseIds)}`;
  beforeRacing();
  const answers = await Promise.all(
    [1, 2, 3].map((ordinal) =>
      call('PUT', `${programme.path}/quarters/${ordinal}/phase`, {
        cookie: programme.cookie,
        body: { ceilingCents: 1_000_00 },
      }),
    ),
  );
  const [row] = await sql<[{ cents: number }]>`
    select coalesce(sum(ceiling_cents), 0)::int as cents from budget_phases p
    join programme_quarters q on q.id = p.quarter_id where q.programme_id = ${programme.programme.id}`;
  return { statuses: answers.map(({ status }) => status).sort(), ...row };
}

it('of three who fill the last room one does, and the others hear how much is left', async () => {
  expect(await fillAtOnce()).toEqual({ statuses: [200, 400, 400], cents: 1_000_00 });
});

it('negative control: without the lock more is set apart than was authorised', async () => {
  await untilItBites(async () => (await fillAtOnce(switchLocksOff)).cents > 1_000_00);
});
