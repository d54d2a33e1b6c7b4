import { expect, test } from 'vitest';
import { become } from '../../api/places/life/become.ts';
import { lockRegistration } from '../../api/places/life/places.ts';
import type { Status } from '../../api/places/life/rules.ts';
import { inWork, system } from '../../api/unit-of-work/work.ts';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';

const { db, sql, deps, time, call, latestCode } = await testApi('empty', { worker: false });
const programme = await makeProgramme(db, time.now);

async function confirmedPlace() {
  const session = await makeSession(db, programme, time.now);
  const { body } = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: 'Noor', email: `${session.id}@voorbeeld.example` },
  });
  const { id } = body as { id: string };
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  return { id, sessionId: session.id };
}
const ask = (id: string, to: Status) =>
  inWork(deps, { actor: system, now: time.now }, async (work) => {
    const { registration, session } = await lockRegistration(work, id);
    const set = to === 'cancelled' ? { cancelledBy: 'organiser' as const } : {};
    await become(work, session, [registration], to, { set });
  });
async function stored({ id, sessionId }: { id: string; sessionId: string }) {
  const [row] = await sql`select r.status, r.cancelled_at is not null as ended, s.seats_taken as seats,
    (select array_agg(action order by at, id) from audit_log where subject_id = r.id) as actions
    from registrations r join sessions s on s.id = ${sessionId} where r.id = ${id}`;
  return row;
}

test('what a place becomes is written with its seat, its moment and its audit row', async () => {
  const place = await confirmedPlace();
  const before = await stored(place);
  expect(before).toMatchObject({ status: 'confirmed', seats: 1 });
  await ask(place.id, 'cancelled');
  expect(await stored(place)).toEqual({
    status: 'cancelled',
    ended: true,
    seats: 0,
    actions: [...(before!.actions as string[]), 'registration.cancelled'],
  });
});

test.each(['held', 'waitlisted', 'offered', 'expired'] as const)(
  'a certain place cannot become %s, and nothing of it is written',
  async (to) => {
    const place = await confirmedPlace();
    const before = await stored(place);
    await expect(ask(place.id, to)).rejects.toThrow(`cannot go from confirmed to ${to}`);
    expect(await stored(place)).toEqual(before);
  },
);
