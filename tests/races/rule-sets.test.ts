import { afterEach, describe, expect, it, vi } from 'vitest';
import { localDate } from '../../api/language/time.ts';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 20, doors: 10 });
afterEach(() => void vi.restoreAllMocks());

async function programme() {
  const made = await makeProgramme(db, time.now);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
  return { id: made.programme.id, cookie };
}
const statusesOf = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

describe('ten who save rules at once, all having seen version 1', () => {
  async function rush() {
    const { id, cookie } = await programme();
    const body = { rules: [{ kind: 'programmeRunning' }], validFrom: localDate(time.now), basedOn: 1 };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call('POST', `/programmes/${id}/rule-sets`, { cookie, body })),
    );
    return statusesOf(answers);
  }

  it('one is saved, the others hear that the rules changed', async () => {
    expect(await rush()).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  it('negative control: without the lock the others get no clear answer', async () => {
    await untilItBites(async () => {
      switchLocksOff();
      return (await rush()).includes(500);
    });
  });
});

it('ten who save rules without having looked all get a version of their own', async () => {
  const { id, cookie } = await programme();
  const body = { rules: [{ kind: 'programmeRunning' }], validFrom: localDate(time.now) };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call('POST', `/programmes/${id}/rule-sets`, { cookie, body })),
  );
  expect(statusesOf(answers)).toEqual(Array(10).fill(201));
  const rows = await sql<{ version: number }[]>`
    select version from rule_sets where programme_id = ${id} order by version`;
  expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

describe('ten who replace the catalogue at once', () => {
  async function rush() {
    const { id, cookie } = await programme();
    const item = { code: 'intake', name: 'Intake', hours: 1, priceCents: 100, inPackage: true, cap: null };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        call('PUT', `/programmes/${id}/products`, { cookie, body: { items: [item] } }),
      ),
    );
    return statusesOf(answers);
  }

  it('each is done, after another', async () => {
    expect(await rush()).toEqual(Array(10).fill(200));
  });

  it('negative control: without the lock they trip over each other', async () => {
    await untilItBites(async () => {
      switchLocksOff();
      return (await rush()).includes(500);
    });
  });
});
