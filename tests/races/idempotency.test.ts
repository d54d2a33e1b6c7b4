import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';

const TIMES = 50;

const { db, sql, time, call, signIn } = await testApi('empty', { connections: 20, doors: 10 });
const programme = await makeProgramme(db, time.now);
const cookie = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);

/** One walk-in, sent many times at once with one key. Walk-ins without a KVK number have no other guard. */
async function stampede() {
  const startsAt = new Date(time.now.getTime() + HOUR / 2);
  const { id } = await makeSession(db, programme, time.now, { startsAt });
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: TIMES }, () =>
      call('POST', `/sessions/${id}/walk-ins`, {
        body: { name: 'Cem Yilmaz' },
        cookie,
        headers: { 'idempotency-key': key },
      }),
    ),
  );
  const [{ made }] = await sql<[{ made: number }]>`
    select count(*)::int as made from registrations where session_id = ${id}`;
  return { answers, made };
}

it('the same key many times at once has one effect, and everyone gets its answer', async () => {
  const { answers, made } = await stampede();
  expect(made).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual(Array(TIMES).fill(201));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

/** Thirty people book one session at once, each twice with a key of their own, as on a line that fails. */
async function crowdThatAsksTwice(name: string) {
  const { id } = await makeSession(db, programme, time.now, { capacity: 99 });
  const people = Array.from({ length: 30 }, (_, n) => ({
    key: randomUUID(),
    email: `${name}${n}@x.example`,
  }));
  const answers = await Promise.all(
    [...people, ...people, ...people].map(({ key, email }) =>
      call('POST', `/sessions/${id}/registrations`, {
        body: { name: 'Noor', email },
        headers: { 'idempotency-key': key },
      }),
    ),
  );
  const [{ made }] = await sql<[{ made: number }]>`
    select count(*)::int as made from registrations where session_id = ${id}`;
  return { made, statuses: new Set(answers.map(({ status }) => status)) };
}

it('a crowd of which everyone asks again and again has a place each, and nobody waits for another', async () => {
  for (let round = 0; round < 4; round++) {
    expect(await crowdThatAsksTwice(`twee${round}-`)).toEqual({ made: 30, statuses: new Set([201]) });
  }
});

it('negative control: where no two keys are the same there are several', async () => {
  await sql`create function another_key() returns trigger language plpgsql
    as $$ begin new.id := new.id || gen_random_uuid(); return new; end $$`;
  await sql`create trigger another_key before insert on idempotency_keys
    for each row execute function another_key()`;
  expect((await stampede()).made).toBe(TIMES);
});
