import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { moneyWorld } from '../support/money-world.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const api = await testApi('empty', { connections: 20, doors: 10 });
const { sql, time, call } = api;
afterEach(() => void vi.restoreAllMocks());

/** Ten of the municipality who close the same quarter at once. */
async function closings(before = () => {}) {
  const world = await moneyWorld(api);
  const session = await world.session('association', { module: { priceExVatCents: 250_00 } });
  for (let n = 0; n < 3; n++) await world.walkIn(session);
  const start = time.now;
  time.now = new Date(start.getTime() + 60 * 24 * 3_600_000);
  before();
  const path = `/programmes/${world.slug}/quarters/1/settlement`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call('POST', path, { cookie: world.staff.municipality })),
  );
  time.now = start;
  vi.restoreAllMocks();
  const [stored] = await sql`select count(distinct s.id)::int as settlements,
      sum(l.quantity * l.unit_cents)::int as cents
    from settlements s join settlement_lines l on l.settlement_id = s.id where s.quarter_id = ${world.quarter.id}`;
  return { statuses: answers.map(({ status }) => status).sort(), stored };
}

describe('ten who close the same quarter at once', () => {
  it('one settlement comes of it, and the others hear that there is nothing to settle', async () => {
    expect(await closings()).toEqual({
      statuses: [201, ...Array<number>(9).fill(409)],
      stored: { settlements: 1, cents: 750_00 },
    });
  });

  it('negative control: without the lock they all look before any wrote, and stumble', async () => {
    await untilItBites(async () => (await closings(switchLocksOff)).statuses.includes(500));
  });
});
