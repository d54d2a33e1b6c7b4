import { setTimeout as wait } from 'node:timers/promises';
import { sql as fragment } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { openDb } from '../../db/open.ts';
import { accounts } from '../../db/schema/accounts.ts';
import { newPerson } from '../support/load.ts';
import { testDatabase } from '../support/postgres.ts';

const url = await testDatabase('empty');
const sql = postgres(url, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** Ends the connection as an administrator or a crash would. */
async function cut(pid: number) {
  await sql`select pg_terminate_backend(${pid})`;
  await expect.poll(() => sql`select from pg_stat_activity where pid = ${pid}`).toHaveLength(0);
}
const kept = async (...emails: string[]) =>
  (await sql<{ email: string }[]>`select email from accounts where email in ${sql(emails)}`).map(
    ({ email }) => email,
  );

it('what is left of a transaction is refused when its connection is lost, whoever waits for one', async () => {
  const { db, close } = openDb(url, { connections: 1 });
  const [before, after, next] = [newPerson(), newPerson(), newPerson()];
  const insert = (email: string) => ({ email, name: email });
  let other: Promise<unknown> | undefined;
  const work = db.transaction(async (tx) => {
    await tx.insert(accounts).values(insert(before));
    const [{ pid }] = (await tx.execute(fragment`select pg_backend_pid() as pid`)) as unknown as [
      { pid: number },
    ];
    other = db.insert(accounts).values(insert(next)).execute();
    await cut(pid);
    await other;
    await tx.insert(accounts).values(insert(after));
  });
  await expect(work).rejects.toMatchObject({ cause: { code: 'CONNECTION_CLOSED' } });
  expect(await kept(before, after, next)).toEqual([next]);
  // And the one connection there may be is not used up.
  await db.transaction((tx) => tx.insert(accounts).values(insert(after)));
  expect(await kept(after)).toEqual([after]);
  await close();
});

it('a failed statement that nobody minds still undoes its transaction', async () => {
  const { db, close } = openDb(url, { connections: 1 });
  const email = newPerson();
  const work = db.transaction(async (tx) => {
    await tx.insert(accounts).values({ email, name: email });
    await tx.execute(fragment`select 1 / 0`).catch(() => {});
  });
  await expect(work).rejects.toMatchObject({ code: '22012' });
  expect(await kept(email)).toEqual([]);
  await close();
});

it('what goes on after its transaction has ended is refused', async () => {
  const { db, close } = openDb(url, { connections: 1 });
  const email = newPerson();
  let late: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(fragment`select 1`);
    late = wait(50).then(() => tx.insert(accounts).values({ email, name: email }));
    late.catch(() => {});
  });
  await expect(late).rejects.toMatchObject({ cause: { code: 'CONNECTION_CLOSED' } });
  expect(await kept(email)).toEqual([]);
  await close();
});

it("negative control: on the driver's own connections the rest is written outside the transaction", async () => {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const [before, after] = [newPerson(), newPerson()];
  const outside = Promise.withResolvers<boolean>();
  const work = client.begin(async (tx) => {
    await tx`insert into accounts (email, name) values (${before}, 'x')`;
    const [row] = await tx<[{ pid: number }]>`select pg_backend_pid() as pid`;
    const other = client`select 1`.execute();
    await cut(row.pid);
    await other;
    await tx`insert into accounts (email, name) values (${after}, 'x')`;
    outside.resolve(true);
  });
  await expect(work).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await outside.promise;
  expect(await kept(before, after)).toEqual([after]);
  await client.end({ timeout: 1 });
});
