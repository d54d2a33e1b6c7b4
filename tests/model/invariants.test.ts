import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { beforeAll, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { brokenInvariants, type Invariant, invariants } from '../support/invariants.ts';

const { db, sql, time, call, latestCode } = await testApi('empty', { worker: false });
const { sql: demo } = await testApi('demo', { worker: false });
let [session, confirmed, held, waiting] = ['', '', '', ''];
beforeAll(async () => {
  session = (await makeSession(db, await makeProgramme(db, time.now), time.now)).id;
  const ids: string[] = [];
  for (const n of [0, 1, 2]) {
    time.now = new Date(time.now.getTime() + 1);
    const body = { name: 'Noor Jansen', email: `vast${n}@voorbeeld.example`, kvkNumber: '69599084' };
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await call('POST', `/sessions/${session}/registrations`, { body, headers });
    ids.push((answer.body as { id: string }).id);
  }
  [confirmed, held, waiting] = ids as [string, string, string];
  for (const id of [confirmed, waiting]) {
    const code = await latestCode(id);
    expect((await call('POST', `/registrations/${id}/confirmation`, { body: { code } })).status).toBe(200);
  }
});

/** The database is the last guard of some: it has to look away. */
const lookAway = `
  alter table sessions drop constraint sessions_seats, drop constraint sessions_cancelled;
  alter table registrations drop constraint registrations_expires, drop constraint registrations_confirmed,
    drop constraint registrations_waitlisted, drop constraint registrations_cancelled,
    drop constraint registrations_expired;
  drop index registrations_live;`;
const log = (id: string, action: string) => `
  insert into audit_log (id, at, actor_kind, action, subject_id, details)
  values (gen_random_uuid(), now(), 'system', '${action}', '${id}', '{}')`;

const breaks: Record<Invariant, () => string> = {
  '1 no more places are given than there are': () => `update sessions set capacity = 1`,
  '2 seats_taken is the number of held, offered and confirmed bookings': () =>
    `update registrations set status = 'cancelled' where id = '${held}'`,
  '3 one proved live registration per entrepreneur and session': () =>
    `update registrations set entrepreneur_id = (select entrepreneur_id from registrations where id = '${confirmed}')
       where id = '${waiting}'`,
  '4 a business has no more certain places than it may have': () =>
    `update registrations set status = 'confirmed' where id = '${held}'`,
  '5 a held or offered place ends, and not after the start': () =>
    `update registrations r set expires_at = s.starts_at + interval '1 ms', created_at = s.starts_at
       from sessions s where r.id = '${held}'`,
  '5a what is not proved ends within the hour': () =>
    `update registrations set expires_at = created_at + interval '61 minutes' where id = '${held}'`,
  '5b a turn in a queue is proved exactly when its registration is': () =>
    `update waits set proved = false where registration_id = '${waiting}'`,
  '6 a place is confirmed or lapsed, never both': () =>
    `update registrations set status = 'expired' where id = '${confirmed}'; update sessions set seats_taken = 1`,
  '7 each place is freed once': () =>
    [log(session, 'registration.expired'), log(session, 'registration.cancelled')].join(';'),
  '8 cancelled and expired are the end': () => log(held, 'registration.cancelled'),
  '9 nobody shares a position in the queue': () =>
    `update registrations set status = 'waitlisted', waitlisted_at = now() where id in ('${held}', '${waiting}');
     update sessions set seats_taken = 1`,
  '11 nobody is offered a place while someone before them waits': () =>
    `update registrations set status = 'offered', waitlisted_at = now() + interval '1 hour' where id = '${held}'`,
  '12 nobody queues where there is no waiting list': () => `update sessions set has_waitlist = false`,
  '18 every registration has a decision': () => `delete from decisions where registration_id = '${held}'`,
  '19 a registration points at its newest decision': () =>
    `update registrations set decision_id = null where id = '${held}'`,
  '20 nobody has a live registration for a session that is off': () =>
    `update sessions set status = 'cancelled'`,
  '21 an Idempotency-Key that is kept has its answer': () =>
    `update idempotency_keys set status = null, answer = null
       where id = (select id from idempotency_keys limit 1)`,
};

it('they hold to begin with, and in the demo data', async () => {
  expect([...(await brokenInvariants(sql))]).toEqual([]);
  expect([...(await brokenInvariants(demo))]).toEqual([]);
});

it.each(Object.keys(invariants) as Invariant[])('finds what breaks: %s', async (name) => {
  const undo = new Error('undo');
  const found: string[] = [];
  await sql
    .begin(async (tx) => {
      await tx.unsafe(lookAway + breaks[name]());
      found.push(...(await brokenInvariants(tx as unknown as Sql)).map(({ invariant }) => invariant));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  expect(new Set(found)).toEqual(new Set([name]));
});
