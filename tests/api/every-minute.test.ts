import { expect, it } from 'vitest';
import { everyMinute } from '../../api/mail/jobs/every-minute.ts';
import { proposedThresholds } from '../../api/steering/settings/rules.ts';
import { atHour, localDate } from '../../api/language/time.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { brokenInvariants } from '../support/invariants.ts';

const { db, sql, time, config, enqueueMail, call, latestCode } = await testApi('empty', {
  connections: 12,
  worker: false,
});
time.now = atHour(time.now, 1, 12);
const DAY = 24 * HOUR;
const minute = () => everyMinute({ db, clock: () => time.now, config, enqueueMail });
const count = async (table: string) =>
  (await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]!.n;
/** What was told, and to whom. */
const told = () =>
  sql<{ kind: string; n: number }[]>`
    select data ->> 'kind' as kind, count(*)::int as n from pgboss.job where name = 'mail' group by 1 order by 1`;

/** A place that lapses, a reminder that is due, a signal that opens and a session to check. */
async function world() {
  const made = await makeProgramme(db, time.now, { requiresOpenAccess: true });
  await makeStaff(db, [{ organisationId: made.association.id }]);
  const session = await makeSession(db, made, time.now, {
    startsAt: new Date(time.now.getTime() + 2 * DAY),
    capacity: 20,
  });
  const book = async (email: string) => {
    const placed = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email },
    });
    return (placed.body as { id: string }).id;
  };
  const certain = await book(`zeker@${made.programme.slug}.example`);
  await call('POST', `/registrations/${certain}/confirmation`, { body: { code: await latestCode(certain) } });
  const held = await book(`even@${made.programme.slug}.example`);
  return { ...made, session, held };
}

it('a part that fails keeps no other part waiting, nor one programme another', async () => {
  const broken = await world();
  const fine = await world();
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''kapot''; end'`;
  // The place that lapses cannot be let go, and the figures of this programme cannot be written down.
  await sql.unsafe(`create trigger refuse before update on registrations for each row
    when (old.id = '${broken.held}') execute function refuse()`);
  await sql.unsafe(`create trigger refuse before insert on signals for each row
    when (new.programme_id = '${broken.programme.id}') execute function refuse()`);
  time.now = new Date(time.now.getTime() + 1.2 * DAY);
  time.now = atHour(time.now, 0, 13);
  await expect(minute()).rejects.toThrow(
    '1 sessions could not be tidied; 1 kinds of notices failed; 1 sessions could not be checked for open access',
  );

  const statusOf = async (id: string) =>
    (await sql`select status from registrations where id = ${id}`)[0]!.status;
  expect(await statusOf(broken.held)).toBe('held');
  expect(await statusOf(fine.held)).toBe('expired');
  const kinds = (await told()).map(({ kind }) => kind);
  expect(kinds).toContain('reminder');
  expect(kinds).toContain('signal');
  const [open] = await sql`select count(*)::int as n from signals where programme_id = ${fine.programme.id}`;
  expect(open!.n).toBeGreaterThan(0);
  expect(await count('access_checks')).toBe(1);

  await sql`drop trigger refuse on registrations`;
  await sql`drop trigger refuse on signals`;
});

it('what failed is done the next minute, by four workers at once, and nothing is told twice', async () => {
  const before = await told();
  await Promise.all([minute(), minute(), minute(), minute()]);
  const after = await told();
  await Promise.all([minute(), minute()]);
  expect(await told()).toEqual(after);
  const of = (list: typeof before, kind: string) => list.find((one) => one.kind === kind)?.n ?? 0;
  expect(of(after, 'reminder')).toBe(of(before, 'reminder'));
  expect(of(after, 'signal')).toBe(2 * of(before, 'signal'));
  expect(await sql`select id from registrations where status = 'held'`).toHaveLength(0);
  expect(await brokenInvariants(sql)).toEqual([]);
});

it('a version of the settings from before they had the shape of today says what its thresholds were', async () => {
  const { programme, quarter } = await makeProgramme(db, time.now);
  const none = Object.fromEntries(Object.keys(proposedThresholds).map((name) => [name, null]));
  await sql`insert into programme_versions (programme_id, version, settings, at)
    values (${programme.id}, 1, ${sql.json({ name: 'Van toen', thresholds: none })}, ${new Date(0)})`;
  await sql`update programme_quarters set ends_on = ${localDate(time.now)}::date - 1 where id = ${quarter.id}`;
  await minute();
  const looked = await sql`select run_on from signal_runs where programme_id = ${programme.id}`;
  expect(looked).toHaveLength(1);
});
