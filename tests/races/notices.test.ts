import { inWork, system } from '../../api/unit-of-work/work.ts';
import { expect, test } from 'vitest';
import { remind } from '../../api/mail/notices/remind.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession } from '../support/fixtures.ts';
import { untilItBites } from '../support/races.ts';

const { db, sql, time, config, call, latestCode } = await testApi('empty', { connections: 12 });
const WORKERS = 10;

/** How many reminders ten workers send who look at the same moment. */
async function remindAtOnce() {
  const { id, startsAt } = await makeSession(db, await makeProgramme(db, time.now), time.now);
  const { body } = await call('POST', `/sessions/${id}/registrations`, {
    body: { name: 'Noor', email: `noor-${id}@voorbeeld.example` },
  });
  const registrationId = (body as { id: string }).id;
  await call('POST', `/registrations/${registrationId}/confirmation`, {
    body: { code: await latestCode(registrationId) },
  });
  const sent: string[] = [];
  const enqueueMail = async (_: unknown, job: object) => {
    if ('registrationId' in job && job.registrationId === registrationId) sent.push(registrationId);
  };
  const now = new Date(startsAt.getTime() - 22 * HOUR);
  await Promise.all(
    Array.from({ length: WORKERS }, () =>
      inWork({ db, config, enqueueMail }, { actor: system, now }, remind),
    ),
  );
  return sent.length;
}

test('ten workers at once remind once', async () => {
  expect(await remindAtOnce()).toBe(1);
});

test('control: without the key of the table they remind more than once', async () => {
  await sql`alter table notices drop constraint notices_registration_id_kind_starts_at_pk`;
  await untilItBites(async () => (await remindAtOnce()) > 1);
});
