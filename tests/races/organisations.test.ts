import { afterEach, expect, test, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 12, doors: 3 });
afterEach(() => vi.restoreAllMocks());
const TIMES = 20;
let people = 0;

/** One person applies twenty times at once; how many are open after that. */
async function applyAtOnce() {
  const { municipality } = await makeProgramme(db, time.now);
  const cookie = await signIn(`haast${++people}@cursus.example`);
  const body = {
    municipalityId: municipality.id,
    name: `Haast ${people}`,
    kind: 'provider',
    profile: 'Wij geven workshops.',
    kvkNumber: '90003942',
    email: 'info@cursus.example',
  };
  await Promise.all(
    Array.from({ length: TIMES }, () => call('POST', '/me/organisation-applications', { cookie, body })),
  );
  const [row] = await sql<[{ open: number }]>`
    select count(*)::int as open from organisations where municipality_id = ${municipality.id} and status = 'applied'`;
  return row.open;
}

test('who applies twenty times at once has three applications', async () => {
  expect(await applyAtOnce()).toBe(3);
});

test('control: without the lock there are more', async () => {
  await untilItBites(async () => {
    switchLocksOff();
    return (await applyAtOnce()) > 3;
  });
});

/** Organisations end while they publish; how many have ended with a session to come. */
async function endWhilePublishing() {
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const made = await makeProgramme(db, time.now);
      await sql`delete from programme_parties where programme_id = ${made.programme.id}`;
      const { id } = await makeSession(db, made, time.now, { status: 'draft' });
      const [own, city] = [
        await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email),
        await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email),
      ];
      return { organisation: made.association.id, id, own, city };
    }),
  );
  await Promise.all(
    pairs.flatMap(({ organisation, id, own, city }) => [
      call('POST', `/me/sessions/${id}/publication`, { cookie: own }),
      call('POST', `/organisations/${organisation}/ending`, { cookie: city }),
    ]),
  );
  const ids = pairs.map(({ organisation }) => organisation);
  const [row] = await sql<[{ wrong: number; ended: number; planned: number }]>`
    select (count(*) filter (where o.status = 'ended' and s.status = 'scheduled'))::int as wrong,
      (count(*) filter (where o.status = 'ended'))::int as ended,
      (count(*) filter (where s.status = 'scheduled'))::int as planned
    from organisations o join session_organisers so on so.organisation_id = o.id
    join sessions s on s.id = so.session_id where o.id = any(${ids})`;
  return row;
}

test('an organisation that ends while it publishes does the one or the other', async () => {
  const { wrong, ended, planned } = await endWhilePublishing();
  expect(wrong).toBe(0);
  expect(ended + planned).toBe(8);
});

test('control: without the lock some do both', async () => {
  await untilItBites(async () => {
    switchLocksOff();
    return (await endWhilePublishing()).wrong > 0;
  });
});
