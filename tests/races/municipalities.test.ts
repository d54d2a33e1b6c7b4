import { expect, test } from 'vitest';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeStaff } from '../support/fixtures.ts';
import { untilItBites } from '../support/races.ts';

const { db, sql, call, signIn } = await testApi('empty', { connections: 12, doors: 3, worker: false });
const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);

/** Ten operators make a municipality of one name at once, each with a code of its own; how many there are of it then. */
async function makeAtOnce(name: string, first: number) {
  await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      call('POST', '/municipalities', { cookie: operator, body: { name, cbsCode: String(first + n) } }),
    ),
  );
  const [row] = await sql<[{ made: number }]>`
    select count(*)::int as made from municipalities where name = ${name}`;
  return row.made;
}

test('a municipality that ten make at once is there once', async () => {
  expect(await makeAtOnce('Samenstad', 1000)).toBe(1);
});

test('control: without the lock it is there more often, or some stumble over its address', async () => {
  const [{ name }] = await sql<[{ name: string }]>`select current_database() as name`;
  await sql.unsafe(`create function pg_advisory_xact_lock(bigint) returns void language sql as 'select';
    create function pg_advisory_xact_lock(integer) returns void language sql as 'select';
    alter database ${name} set search_path = public, pg_catalog`);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and pid <> pg_backend_pid() and state = 'idle'`;
  await untilItBites(async (turn) => {
    const made = await makeAtOnce(`Dubbelstad ${turn}`, 2000 + 10 * turn);
    return made > 1 || takeErrors().length > 0;
  });
});
