import { afterEach, expect, test, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 12, doors: 3, worker: false });
afterEach(() => vi.restoreAllMocks());

/** Two of the municipality look at eight modules at once: one approves, the other sends back. How often both were done. */
async function lookAtOnce(beforeRacing = () => {}) {
  const modules = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const made = await makeProgramme(db, time.now, { reviewsModules: true });
      const { moduleId } = await makeSession(db, made, time.now);
      await sql`update modules set status = 'submitted' where id = ${moduleId}`;
      const staff = () => makeStaff(db, [{ municipalityId: made.municipality.id }]);
      const cookies = [await signIn((await staff()).email), await signIn((await staff()).email)];
      return { moduleId, cookies };
    }),
  );
  beforeRacing();
  await Promise.all(
    modules.flatMap(({ moduleId, cookies: [one, other] }) => [
      call('POST', `/modules/${moduleId}/steps`, { cookie: one!, body: { step: 'approve' } }),
      call('POST', `/modules/${moduleId}/steps`, {
        cookie: other!,
        body: { step: 'send-back', note: 'Zeg erbij voor wie het is.' },
      }),
    ]),
  );
  const [row] = await sql<[{ both: number }]>`
    select count(*)::int as both from (select subject_id from audit_log
      where action in ('module.approve', 'module.send-back') and subject_id in ${sql(modules.map((one) => one.moduleId))}
      group by subject_id having count(*) > 1) as twice`;
  return row.both;
}

test('of two who look at a module at once, one is heard', async () => {
  expect(await lookAtOnce()).toBe(0);
});

test('control: without the lock both are', async () => {
  await untilItBites(async () => (await lookAtOnce(switchLocksOff)) > 0);
});
