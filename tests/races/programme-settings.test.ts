import { afterEach, expect, test, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 12, doors: 3 });
afterEach(() => vi.restoreAllMocks());
const PEOPLE = 8;

/** Eight people save at once what they all read at the same moment; how many answers are of each status. */
async function saveAtOnce() {
  const { municipality, programme } = await makeProgramme(db, time.now);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: municipality.id }])).email);
  const path = `/programmes/${programme.id}/settings`;
  const { version, settings } = (await call('GET', path, { cookie })).body as {
    version: number;
    settings: object;
  };
  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) =>
      call('PUT', path, {
        cookie,
        body: { version, motivation: 'x', settings: { ...settings, name: `Naam ${n}` } },
      }),
    ),
  );
  const [kept] = await sql<[{ versions: number }]>`
    select count(*)::int as versions from programme_versions where programme_id = ${programme.id}`;
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  return { saved: count(200), refused: count(412), ...kept };
}

/** Six people save at once, each another part of what they all read; what of that is there in the end. */
async function savePartsAtOnce() {
  const { municipality, programme } = await makeProgramme(db, time.now);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: municipality.id }])).email);
  const path = `/programmes/${programme.id}/settings`;
  const parts = {
    name: 'Een',
    creditLine: 'Twee',
    reviewsModules: true,
    vatCompensable: 'yes',
    paysNoShow: true,
    lead: { name: 'Zes', unit: null },
  };
  const answers = await Promise.all(
    Object.entries(parts).map(([part, value]) =>
      call('PATCH', path, { cookie, body: { version: 1, motivation: 'x', settings: { [part]: value } } }),
    ),
  );
  const { settings } = (await call('GET', path, { cookie })).body as { settings: Record<string, unknown> };
  const kept = Object.entries(parts).filter(
    ([part, value]) => JSON.stringify(settings[part]) === JSON.stringify(value),
  );
  return { saved: answers.filter(({ status }) => status === 200).length, kept: kept.length, all: 6 };
}

test('six parts that are saved at once are all there', async () => {
  expect(await savePartsAtOnce()).toEqual({ saved: 6, kept: 6, all: 6 });
});

test('of eight who save at once one is saved, and the others hear that it changed', async () => {
  expect(await saveAtOnce()).toEqual({ saved: 1, refused: PEOPLE - 1, versions: 2 });
});

test('control: without the lock they do not all hear that', async () => {
  await sql`alter table programme_versions drop constraint programme_versions_version`;
  await untilItBites(async () => {
    switchLocksOff();
    return (await saveAtOnce()).refused < PEOPLE - 1;
  });
});

test('control: without the lock a part that was saved is undone by another', async () => {
  await untilItBites(async () => {
    switchLocksOff();
    const { kept, all } = await savePartsAtOnce();
    return kept < all;
  });
});
