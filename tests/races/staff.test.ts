import { afterEach, expect, test, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 12, doors: 3, worker: false });
afterEach(() => vi.restoreAllMocks());

/** In eight organisations two administrators each take the other away at once; how many are left without any. */
async function takeEachOtherAway(beforeRacing = () => {}) {
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const { association } = await makeProgramme(db, time.now);
      const [one, other] = [
        await makeStaff(db, [{ organisationId: association.id }]),
        await makeStaff(db, [{ organisationId: association.id }]),
      ];
      const cookies = [await signIn(one.email), await signIn(other.email)];
      return { id: association.id, people: [one.id, other.id], cookies };
    }),
  );
  beforeRacing();
  await Promise.all(
    pairs.flatMap(({ id, people, cookies }) =>
      people.map((person, n) =>
        call('DELETE', `/workplaces/${id}/staff/${person}`, { cookie: cookies[1 - n]! }),
      ),
    ),
  );
  const [row] = await sql<[{ empty: number }]>`
    select count(*)::int as empty from organisations o where o.id in ${sql(pairs.map(({ id }) => id))}
      and not exists (select from account_roles r where r.organisation_id = o.id and r.duty = 'administrator')`;
  return row.empty;
}

test('two administrators who take each other away leave one', async () => {
  expect(await takeEachOtherAway()).toBe(0);
});

test('control: without the lock nobody is left in charge', async () => {
  await untilItBites(async () => (await takeEachOtherAway(switchLocksOff)) > 0);
});
