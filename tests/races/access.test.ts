import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 20, doors: 10, worker: false });
const programme = await makeProgramme(db, time.now, { requiresOpenAccess: true });
const staff = await makeStaff(db, [{ organisationId: programme.association.id }]);
const cookie = await signIn(staff.email);
afterEach(() => void vi.restoreAllMocks());

/** Thirty drafts that are published and closed to non-members at the same moment: how many end up both. */
async function publishAndClose() {
  const drafts = await Promise.all(
    Array.from({ length: 30 }, () => makeSession(db, programme, time.now, { status: 'draft' })),
  );
  const answers = await Promise.all(
    drafts.flatMap(({ id }) => [
      call('PATCH', `/sessions/${id}`, { cookie, body: { openToNonMembers: false } }),
      call('POST', `/me/sessions/${id}/publication`, { cookie }),
    ]),
  );
  const ids = drafts.map(({ id }) => id);
  const [{ both }] = await sql<[{ both: number }]>`
    select count(*)::int as both from sessions
    where id = any(${ids}) and status = 'scheduled' and not open_to_non_members`;
  return { both, statuses: new Set(answers.map(({ status }) => status)) };
}

describe('a session that is published and closed to non-members at once', () => {
  it('is one or the other, and who was second is refused', async () => {
    expect(await publishAndClose()).toEqual({ both: 0, statuses: new Set([200, 409]) });
  });

  it('negative control: without the lock of the session it becomes both', async () => {
    await untilItBites(async () => {
      switchLocksOff();
      return (await publishAndClose()).both > 0;
    });
  });
});
