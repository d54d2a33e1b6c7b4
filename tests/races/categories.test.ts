import { expect, test } from 'vitest';
import { industries } from '../../api/language/vocabularies.ts';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 12, doors: 3, worker: false });
const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
const { municipality } = await makeProgramme(db, time.now);
const administrator = await signIn((await makeStaff(db, [{ municipalityId: municipality.id }])).email);

/** Ten tables at once, each with another word for the same forty rows; what each is answered. */
async function replaceAtOnce(path: string, cookie: string, rowsFor: (word: string) => object[]) {
  const answers = await Promise.all(
    industries.slice(0, 10).map((word) => call('PUT', path, { cookie, body: { rows: rowsFor(word) } })),
  );
  return answers.map(({ status }) => status);
}
const codes = (industry: string) =>
  Array.from({ length: 40 }, (_, n) => ({ code: String(10 + n), industry }));
const areas = (district: string) =>
  Array.from({ length: 40 }, (_, n) => ({ area: String(1010 + n), district }));
const industriesAtOnce = () => replaceAtOnce('/industry-codes', operator, codes);
const districtsAtOnce = () =>
  replaceAtOnce(`/municipalities/${municipality.id}/districts`, administrator, areas);
const allDone = Array<number>(10).fill(200);

test('ten tables of branches at once leave one of them, whole', async () => {
  expect(await industriesAtOnce()).toEqual(allDone);
  const kept = await sql`select industry, count(*)::int as rows from industry_codes group by industry`;
  expect(kept).toMatchObject([{ rows: 40 }]);
});

test('ten tables of districts at once leave one of them, whole', async () => {
  expect(await districtsAtOnce()).toEqual(allDone);
  const kept = await sql`select district, count(*)::int as rows from districts group by district`;
  expect(kept).toMatchObject([{ rows: 40 }]);
});

test('control: without the locks tables mix, or some stumble over a code that is there', async () => {
  const [{ name }] = await sql<[{ name: string }]>`select current_database() as name`;
  await sql.unsafe(`create function pg_advisory_xact_lock(bigint) returns void language sql as 'select';
    create function pg_advisory_xact_lock(integer) returns void language sql as 'select';
    alter database ${name} set search_path = public, pg_catalog`);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and pid <> pg_backend_pid() and state = 'idle'`;
  await untilItBites(async () => {
    const statuses = await industriesAtOnce();
    const kept = await sql`select distinct industry from industry_codes`;
    return kept.length > 1 || takeErrors().length > 0 || statuses.some((status) => status !== 200);
  });
});
