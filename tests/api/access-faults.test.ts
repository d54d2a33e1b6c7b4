import { beforeAll, expect, it } from 'vitest';
import { checkAccessOfSessions } from '../../api/mail/jobs/check-access.ts';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, deps, time, call, signIn } = await testApi();
let programme: ProgrammeFixture;
let cookie: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now, { requiresOpenAccess: true });
  cookie = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});

const checksOf = (id: string) => sql`select open from access_checks where session_id = ${id}`;
async function publish() {
  const { id } = await makeSession(db, programme, time.now, { status: 'draft' });
  const published = await call('POST', `/me/sessions/${id}/publication`, { cookie });
  expect(published.status, 'what was asked stands').toBe(200);
  return id;
}

/** Whatever is written in this table meanwhile meets this. */
async function meanwhile<T>(table: string, what: string, work: () => Promise<T>) {
  await sql.unsafe(`create function meet() returns trigger language plpgsql as $$ begin ${what}; return new; end $$;
    create trigger meet before insert on ${table} for each row execute function meet()`);
  try {
    return await work();
  } finally {
    await sql`drop function meet() cascade`;
  }
}

it('a trial that met what nobody who books can meet is logged and gives no verdict; the worker makes it', async () => {
  // A code that is used before it is sent: members and others meet the same, and neither gets a place.
  const id = await meanwhile('challenges', 'new.used_at = now()', publish);
  expect(takeErrors()).toEqual([expect.stringMatching(/^Error: code-expired\n[^]*trial\.ts/)]);
  expect(await checksOf(id), 'neither open nor closed').toEqual([]);
  await checkAccessOfSessions({ ...deps, clock: () => time.now });
  expect(await checksOf(id)).toEqual([{ open: true }]);
});

it('a check that finds the database in trouble is left to the worker, with one line', async () => {
  const id = await meanwhile('access_checks', `raise exception 'full' using errcode = '53100'`, publish);
  expect(takeErrors()).toEqual([expect.stringMatching(/database: the disk is full \(53100\)$/)]);
  expect(await checksOf(id)).toEqual([]);
});

it('a fault of ours is logged with its place, by whoever meets it, and gives no verdict', async () => {
  const id = await publish();
  // A row as no version of the portal writes it.
  await sql`insert into access_checks (session_id, reason, open, checks, checked_at)
    values (${id}, 'daily', true, '{}', ${time.now})`;
  const kept = (await checksOf(id)).length;
  time.now = new Date(time.now.getTime() + 60_000);
  const bookingOpensAt = new Date(time.now.getTime() - 3_600_000).toISOString();
  expect((await call('PATCH', `/sessions/${id}`, { cookie, body: { bookingOpensAt } })).status).toBe(200);
  const place = /^TypeError: [^\n]+\n[^]*access\/check\.ts/m;
  expect(takeErrors().join('\n')).toMatch(place);

  await sql`insert into pgboss.job (name) values ('every-minute')`;
  const log: string[] = [];
  const logged = () => log.push(...takeErrors()) && log.join('\n');
  await expect.poll(logged, { timeout: 30_000 }).toMatch(place);
  expect(log.join('\n')).toMatch(/queue: 1 sessions could not be checked for open access/);
  expect(await checksOf(id)).toHaveLength(kept);
});
