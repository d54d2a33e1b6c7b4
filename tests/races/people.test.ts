import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn, latestCode } = await testApi('empty', { connections: 20, doors: 10 });
const fixture = await makeProgramme(db, time.now);
afterEach(() => void vi.restoreAllMocks());

const MAX = 3;
const cap = { kind: 'capPerEntrepreneur', max: MAX, unit: 'count', period: { per: 'programme' } };
await sql`update rule_sets set rules = ${sql.json([cap])}`;

/** Books ten sessions of different modules at once, and counts how many the municipality pays. */
async function bookTenAtOnce(email: string) {
  const cookie = await signIn(email);
  const sessions = await Promise.all(Array.from({ length: 10 }, () => makeSession(db, fixture, time.now)));
  const answers = await Promise.all(
    sessions.map(({ id }) =>
      call('POST', `/sessions/${id}/registrations`, { cookie, body: { name: 'Noor', email } }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  return answers.filter(({ body }) => (body as { payer: string }).payer === 'municipality').length;
}

describe('one person who books ten sessions at once, three of which are paid', () => {
  it('is paid three', async () => {
    expect(await bookTenAtOnce('drie@voorbeeld.example')).toBe(MAX);
  });

  it('negative control: without the locks the cap is passed', async () => {
    await untilItBites(async (turn) => {
      // The first name of a person is written to a row too, and would make the ten wait for one another.
      const email = `meer${turn}@voorbeeld.example`;
      const elsewhere = await makeSession(db, await makeProgramme(db, time.now), time.now);
      const cookie = await signIn(email);
      await call('POST', `/sessions/${elsewhere.id}/registrations`, {
        cookie,
        body: { name: 'Noor', email },
      });
      switchLocksOff();
      return (await bookTenAtOnce(email)) > MAX;
    });
  });
});

it('confirming and writing down at the door, of one business at once, do not wait for each other for ever', async () => {
  const staff = await makeStaff(db, [{ organisationId: fixture.association.id }]);
  const cookie = await signIn(staff.email);
  for (let round = 0; round < 15; round++) {
    const startsAt = new Date(time.now.getTime() + HOUR / 2);
    const { id } = await makeSession(db, fixture, time.now, { startsAt, capacity: 9 });
    const kvkNumber = String(70_000_000 + round);
    const placed = await call('POST', `/sessions/${id}/registrations`, {
      body: { name: 'Noor', email: `ronde${round}@voorbeeld.example`, kvkNumber },
    });
    const held = (placed.body as { id: string }).id;
    const code = await latestCode(held);
    const answers = await Promise.all([
      call('POST', `/registrations/${held}/confirmation`, { body: { code } }),
      ...['Bo', 'Cem', 'Dina'].map((name) =>
        call('POST', `/sessions/${id}/walk-ins`, { cookie, body: { name, kvkNumber } }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 201]);
  }
});
