import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';

const { db, sql, time, call, latestCode, signIn } = await testApi('empty', { connections: 20, doors: 10 });
const programme = await makeProgramme(db, time.now);
const staff = await makeStaff(db, [{ organisationId: programme.association.id }]);
const cookie = await signIn(staff.email);
afterEach(() => void vi.restoreAllMocks());

/** Sixty people hold a place, half of them members; places are reserved for the others, and all confirm at once. */
async function rush(name: string, beforeConfirming = () => {}) {
  const startsAt = new Date(time.now.getTime() + 30 * 24 * HOUR);
  const { id } = await makeSession(db, programme, time.now, { capacity: 60, reservedPlaces: 45, startsAt });
  const people = Array.from({ length: 60 }, (_, n) => `${n % 2 ? 'lid' : 'ander'}${n}@${name}.example`);
  const emails = people.filter((email) => email.startsWith('lid'));
  await call('PUT', `/organisations/${programme.association.id}/roster`, { cookie, body: { emails } });
  const held = await Promise.all(
    people.map((email) => call('POST', `/sessions/${id}/registrations`, { body: { name: 'Noor', email } })),
  );
  const ids = held.map(({ body }) => (body as { id: string }).id);
  const codes = await Promise.all(ids.map((one) => latestCode(one)));
  beforeConfirming();
  const answers = await Promise.all(
    ids.map((one, n) => call('POST', `/registrations/${one}/confirmation`, { body: { code: codes[n] } })),
  );
  const [{ members, live, seats }] = await sql<[{ members: number; live: number; seats: number }]>`
    select (count(*) filter (where r.status = 'confirmed' and r.membership = 'member'))::int as members,
      (count(*) filter (where r.status in ('held', 'offered', 'confirmed')))::int as live,
      (select seats_taken from sessions where id = ${id}) as seats
    from registrations r where r.session_id = ${id}`;
  return { statuses: new Set(answers.map(({ status }) => status)), members, live, seats };
}

describe('60 who confirm at once, half of them members, who may have 15 of the places', () => {
  it('members get their share, the others all have theirs, and no place is lost', async () => {
    expect(await rush('met')).toEqual({ statuses: new Set([200]), members: 15, live: 45, seats: 45 });
  });

  it('negative control: without the locks members get more than their share', async () => {
    await untilItBites(async (turn) => (await rush(`zonder${turn}`, switchLocksOff)).members > 15);
  });
});
