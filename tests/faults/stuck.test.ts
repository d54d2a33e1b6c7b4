import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, test } from 'vitest';
import { createApi } from '../../api/app.ts';
import type { Deps } from '../../api/deps.ts';
import { type Limits, MAINTENANCE, QUEUE, REQUESTS } from '../../db/limits.ts';
import { openDb } from '../../db/open.ts';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { newPerson } from '../support/load.ts';

const ORIGIN = 'http://127.0.0.1:4321';
// As many connections as there are requests that each take one, and one more for everyone else.
const TAKEN = 6;

const { sql, time, deps } = await testApi();
const programme = await makeProgramme(deps.db, time.now);
const lockTimeout = 'a lock was not free in time (55P03)';
const line = (what: string) => expect.stringMatching(new RegExp(`^\\S+Z database: ${RegExp.escape(what)}$`));

/** A session of its own and a door with its own connections, for as long as `work` takes. */
async function through<T>(
  limits: Limits,
  work: (door: {
    book: (body?: object) => Promise<Answer>;
    look: () => Promise<Answer>;
    id: string;
  }) => Promise<T>,
  change: Partial<Deps> = {},
) {
  const { db, close } = openDb(deps.config.databaseUrl, { connections: TAKEN + 2, limits });
  const api = createApi({ ...deps, db, ...change });
  const session = await makeSession(deps.db, programme, time.now, { capacity: 500 });
  const book = (body = {}) =>
    Promise.resolve(
      api.request(`${ORIGIN}/api/v1/sessions/${session.id}/registrations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Noor Geheim', email: newPerson(), ...body }),
      }),
    ).then(answerOf);
  const look = () => Promise.resolve(api.request(`${ORIGIN}/api/v1/sessions`)).then(answerOf);
  try {
    return await work({ book, look, id: session.id });
  } finally {
    await close();
  }
}

type Answer = { status: number; retryAfter: string | null; code: string | undefined };
async function answerOf(response: Response): Promise<Answer> {
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), code };
}
const AWAY: Answer = { status: 503, retryAfter: '5', code: 'unavailable' };

/** Keeps the row of a session locked until `release`. */
async function hold(sessionId: string) {
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`select from sessions where id = ${sessionId} for update`;
  return async () => {
    await holder`rollback`;
    holder.release();
  };
}

it('who keeps a session locked keeps nobody waiting for ever, and the connections come back', async () => {
  await through(REQUESTS, async ({ book, look, id }) => {
    const other = await makeSession(deps.db, programme, time.now);
    const release = await hold(id);
    const before = performance.now();
    // Each takes a connection; strangers who want nothing special share one, also those who come later.
    const alone = Array.from({ length: TAKEN }, () => book({ alsoWaitFor: [other.id] }));
    const crowd = Array.from({ length: 150 }, () => book());
    await wait(1000);
    expect((await look()).status, 'others go on meanwhile').toBe(200);
    const late = Array.from({ length: 150 }, () => book());
    const answers = await Promise.all([...alone, ...crowd, ...late]);
    expect(performance.now() - before).toBeLessThan(3 * REQUESTS.lock_timeout);
    expect(answers.filter((answer) => answer.status !== 503)).toEqual([]);
    expect(answers[0]).toEqual(AWAY);
    expect(takeErrors(), 'one line for all of them').toEqual([line(lockTimeout)]);

    expect((await look()).status).toBe(200);
    await release();
    const again = await Promise.all(Array.from({ length: 20 }, () => book()));
    expect(again.filter(({ status }) => status !== 201)).toEqual([]);
  });
});

it('negative control: without the limits they wait as long as it is locked', async () => {
  await through(MAINTENANCE, async ({ book, id }) => {
    const release = await hold(id);
    const booking = book();
    const first = await Promise.race([booking, wait(REQUESTS.lock_timeout + 2000, 'still waiting')]);
    expect(first).toBe('still waiting');
    await release();
    expect((await booking).status).toBe(201);
  });
});

it('a transaction that does nothing is ended by the server, and lets go of what it had locked', async () => {
  const reached = Promise.withResolvers<null>();
  const goOn = Promise.withResolvers<null>();
  const enqueueMail: Deps['enqueueMail'] = async (...args) => {
    reached.resolve(null);
    await goOn.promise;
    return deps.enqueueMail(...args);
  };
  const limits = { ...REQUESTS, idle_in_transaction_session_timeout: 300 };
  await through(
    limits,
    async ({ book, id }) => {
      const stalled = book();
      await reached.promise;
      // Its lock is gone while the process still thinks that it has it.
      const free = () => sql`select from sessions where id = ${id} for update skip locked`;
      expect(await free()).toHaveLength(0);
      await expect.poll(free, { timeout: 5000 }).toHaveLength(1);
      goOn.resolve(null);
      expect(await stalled).toEqual(AWAY);
      expect(takeErrors()).toEqual([expect.stringMatching(/Z database: does not answer \(\w+\)$/)]);
      expect(await Promise.all([book(), book(), book()])).toMatchObject(Array(3).fill({ status: 201 }));
      const [now] = await sql`select seats_taken from sessions where id = ${id}`;
      expect(now).toEqual({ seats_taken: 3 });
    },
    { enqueueMail },
  );
});

it('a statement that takes too long is cancelled', async () => {
  await through({ ...REQUESTS, statement_timeout: 300 }, async ({ book }) => {
    await raising('perform pg_sleep(20)', async () => {
      expect(await book()).toEqual(AWAY);
      expect(takeErrors()).toEqual([line('a statement took too long (57014)')]);
    });
    expect((await book()).status).toBe(201);
  });
});

test.each([
  ['53100', 'the disk is full'],
  ['53200', 'there is no memory left'],
  ['58030', 'files cannot be read or written'],
])('the server that says %s is in trouble: try again, and one line in the log', async (code, what) => {
  await through(REQUESTS, async ({ book, look }) => {
    await raising(`raise exception 'of noor@geheim.example' using errcode = '${code}'`, async () => {
      expect(await Promise.all([book(), book(), book()])).toEqual([AWAY, AWAY, AWAY]);
      expect(takeErrors()).toEqual([line(`${what} (${code})`)]);
      expect((await look()).status).toBe(200);
    });
    expect((await book()).status).toBe(201);
  });
});

it('a database that may only be read can still be read', async () => {
  const name = new URL(deps.config.databaseUrl).pathname.slice(1);
  await sql`alter database ${sql(name)} set default_transaction_read_only = on`;
  try {
    await through(REQUESTS, async ({ book, look }) => {
      expect(await Promise.all([book(), book()])).toEqual([AWAY, AWAY]);
      expect(takeErrors()).toEqual([line('nothing may be written (25006)')]);
      expect((await look()).status).toBe(200);
    });
  } finally {
    await sql`alter database ${sql(name)} reset default_transaction_read_only`;
  }
});

it('the queue does not wait for ever either', async () => {
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`lock table pgboss.job in access exclusive mode`;
  const waiting = async () =>
    (
      await sql<{ statement: string }[]>`select pid || ' ' || query_start as statement from pg_stat_activity
        where application_name = 'opkoers-queue' and datname = current_database() and wait_event_type = 'Lock'`
    ).map(({ statement }) => statement);
  await expect.poll(waiting, { timeout: 20_000 }).not.toEqual([]);
  const [first] = await waiting();
  await expect.poll(waiting, { timeout: QUEUE.lock_timeout + 5000 }).not.toContain(first);
  await holder`rollback`;
  holder.release();
  await expect.poll(waiting, { timeout: 5000 }).toEqual([]);
});

/** Whatever is registered meanwhile meets this in the server. */
async function raising(what: string, work: () => Promise<void>) {
  await sql.unsafe(`create function trouble() returns trigger language plpgsql as $$ begin ${what}; return new; end $$;
    create trigger trouble before insert on registrations for each statement execute function trouble()`);
  try {
    await work();
  } finally {
    await sql`drop function trouble() cascade`;
  }
}
