import { inWork, system, type Work, type Working } from '../../api/unit-of-work/work.ts';
import { sql as query } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { look } from '../../api/steering/signals/look.ts';
import { tellSignals } from '../../api/steering/signals/tell.ts';
import { atHour } from '../../api/language/time.ts';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { untilItBites } from '../support/races.ts';

const WORKERS = 10;
const { db, sql, time, config } = await testApi('empty', { connections: WORKERS + 2, worker: false });
time.now = atHour(time.now, 0, 12);

/** Ten transactions that have all begun before one of them goes on. */
async function atOnce(
  run: (work: Work) => Promise<unknown>,
  deps: Working = { db, config, enqueueMail: async () => {} },
) {
  const begun: Promise<unknown>[] = [];
  const all = Promise.withResolvers<unknown>();
  const done = Array.from({ length: WORKERS }, () =>
    inWork(deps, { actor: system, now: time.now }, async (work) => {
      begun.push(work.tx.execute(query`select 1`));
      if (begun.length === WORKERS) all.resolve(Promise.all(begun));
      await all.promise;
      await run(work);
    }),
  );
  await Promise.all(done);
}

/** How many signals are open, and mails sent about them, when ten workers look and tell at the same moment. */
async function workAtOnce() {
  const { association, programme } = await makeProgramme(db, time.now);
  await makeStaff(db, [{ organisationId: association.id }]);
  const sent: string[] = [];
  const enqueueMail = async (_: unknown, ...jobs: object[]) => {
    for (const job of jobs) if ('signalId' in job) sent.push(job.signalId as string);
  };
  await atOnce((work) => look(work));
  await atOnce(tellSignals, { db, config, enqueueMail });
  const open = await sql`select id from signals where programme_id = ${programme.id} and closed_at is null`;
  return { open: open.length, mails: sent.filter((id) => open.some((one) => one.id === id)).length };
}

test('ten workers at once open a signal once and mail it once', async () => {
  expect(await workAtOnce()).toEqual({ open: 1, mails: 1 });
});

test('control: without the keys of the tables they do it more than once', async () => {
  const keys = await sql<{ name: string; table: string }[]>`
    select conname as name, conrelid::regclass::text as table from pg_constraint
    where contype = 'p' and conrelid::regclass::text in ('signal_runs', 'signal_notices')`;
  for (const { name, table } of keys) await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  await sql`drop index signals_open`;
  let opened = 0;
  let mailed = 0;
  await untilItBites(async () => {
    const { open, mails } = await workAtOnce();
    opened = Math.max(opened, open);
    mailed = Math.max(mailed, mails / open);
    return opened > 1 && mailed > 1;
  });
});
