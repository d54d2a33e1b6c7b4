import { performance } from 'node:perf_hooks';
import type postgres from 'postgres';
import { createAuth } from '../../api/people/accounts/auth.ts';
import { findProgramme } from '../../api/programmes/programmes/queries.ts';
import { findPeriod } from '../../api/steering/reports/queries.ts';
import { takeSnapshot } from '../../api/steering/reports/take-snapshot.ts';
import { openDb } from '../../db/open.ts';
import { modules } from '../../db/schema/catalogue.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import type { Result } from './run.ts';
import type { Place } from './server.ts';

const ROUNDS = 5;
const PER_SESSION = 1_000;

/**
 * The report of a quarter over HTTP, all breakdowns in it. Its first floor is one bare statement that counts no more than
 * the headline figures over the same sessions, its second one bare SQL that counts all of the same. From a snapshot the same
 * report is read instead of counted.
 */
export async function report(place: Place): Promise<Result[]> {
  const small = await measure(place, 'report-10k', 10_000);
  const large = await measure(place, 'report-1m', 1_000_000);
  const growth = large[0]!.value / small[0]!.value;
  return [
    ...small,
    ...large,
    {
      name: 'report-growth',
      value: growth,
      unit: 'times as long for 100 times as many',
      floor: 100,
      ratio: growth / 100,
    },
  ];
}

async function measure(place: Place, name: string, registrations: number): Promise<Result[]> {
  const { url, sql } = await place.database(name.replace('-', '_'));
  const { programme, cookie, snapshot } = await makePast(url, sql, registrations);
  const portal = await place.portal(url);
  const read = async (path: string) => {
    const answer = await fetch(`${portal}/api/v1/programmes/${programme}/${path}`, { headers: { cookie } });
    const body = (await answer.json()) as { registrations: number; walkIns: number };
    if (answer.status !== 200 || body.registrations + body.walkIns !== registrations)
      throw new Error(`Not the report of ${registrations}: ${answer.status}, ${body.registrations}`);
  };
  const [live, bare, plain, kept] = await inTurns([
    () => read('quarters/1/report'),
    () => headline(sql, programme),
    () => breakdowns(sql, programme),
    () => read(`report-snapshots/${snapshot}`),
  ]);
  return [
    { name, value: live!, unit: 'ms', floor: bare!, ratio: live! / bare! },
    { name: `${name}-breakdowns`, value: live!, unit: 'ms', floor: plain!, ratio: live! / plain! },
    { name: `${name}-snapshot`, value: kept!, unit: 'ms', floor: live!, ratio: kept! / live! },
  ];
}

/** The median of each in milliseconds, after one time that does not count. */
async function inTurns(works: (() => Promise<unknown>)[]) {
  const took = works.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [n, work] of works.entries()) {
      const before = performance.now();
      await work();
      if (round > 0) took[n]!.push(performance.now() - before);
    }
  }
  return took.map((times) => times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!);
}

const headline = (sql: postgres.Sql, slug: string) => sql`
  select count(*) filter (where r.status = 'confirmed' and r.source = 'booking') as registrations,
    count(*) filter (where r.status = 'waitlisted') as waitlisted,
    count(*) filter (where r.status = 'confirmed' and r.source = 'walkIn') as walk_ins,
    count(*) filter (where r.attendance = 'present') as present,
    count(*) filter (where r.attendance = 'absent') as no_show,
    count(*) filter (where r.attendance = 'excused') as excused,
    count(*) filter (where r.status = 'confirmed' and r.attendance is null) as unmarked,
    count(*) filter (where r.attendance = 'present' and r.membership = 'member') as member,
    count(*) filter (where r.attendance = 'present' and r.membership = 'not-member') as not_member,
    count(*) filter (where r.attendance = 'present' and r.membership = 'unknown') as unknown,
    count(distinct r.entrepreneur_id) filter (where r.attendance = 'present') as persons
  from registrations r join sessions s on s.id = r.session_id join modules m on m.id = s.module_id
  join programmes p on p.id = m.programme_id join programme_quarters q on q.programme_id = p.id and q.ordinal = 1
  where p.slug = ${slug} and s.status = 'scheduled' and (s.starts_at at time zone 'Europe/Amsterdam')::date
    between q.starts_on and q.ends_on`;

/**
 * All that the report counts, as anyone would write it down: the breakdowns in one statement, because that is more than twice as
 * fast as one for each, and then the table, the sessions and the lead time. With as much memory as the report takes.
 */
const breakdowns = (sql: postgres.Sql, slug: string) =>
  sql.begin('read only', async (tx) => {
    await tx`set local work_mem = '128MB'`;
    const booked = tx`r.status = 'confirmed' and r.source = 'booking'`;
    const present = tx`r.attendance = 'present'`;
    const from = tx`registrations r join sessions s on s.id = r.session_id join modules m on m.id = s.module_id
      join programmes p on p.id = m.programme_id join programme_quarters q on q.programme_id = p.id and q.ordinal = 1`;
    const inQuarter = tx`p.slug = ${slug} and s.status = 'scheduled'
      and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on`;
    await tx`
      select organisation, topic, kind, membership, district, industry, band, count(*) filter (where booked) as registrations,
        count(*) filter (where present) as visits, count(distinct entrepreneur_id) filter (where present) as persons
      from (
        select o.organisation_id as organisation, m.topic, m.kind, r.membership, e.district, e.industry,
          width_bucket(extract(year from s.starts_at at time zone 'Europe/Amsterdam') - e.birth_year,
            '{18,26,31,36,41,46,51,56,68}') as band,
          ${booked} as booked, ${present} as present, r.entrepreneur_id
        from ${from} join entrepreneurs e on e.id = r.entrepreneur_id
          join session_organisers o on o.session_id = s.id and o.position = 0
        where ${inQuarter}
      ) x
      group by grouping sets ((organisation), (topic), (kind), (membership), (district), (industry), (band), ())`;
    await tx`select m.kind, r.membership, count(*) from ${from} where ${inQuarter} and ${present} group by 1, 2`;
    await tx`
      select s.id, count(*) filter (where ${booked}) as registrations, count(*) filter (where r.status = 'waitlisted') as waitlisted,
        count(*) filter (where r.status = 'confirmed' and r.source = 'walkIn') as walk_ins,
        count(*) filter (where ${present}) as present, count(*) filter (where r.attendance = 'absent') as no_show,
        count(*) filter (where r.attendance = 'excused') as excused,
        count(*) filter (where r.status = 'confirmed' and r.attendance is null) as unmarked
      from ${from} where ${inQuarter} group by 1`;
    await tx`
      select count(*), avg(days), percentile_cont(0.5) within group (order by days)
      from (select extract(day from s.starts_at - r.created_at) as days
        from ${from} where ${inQuarter} and s.ends_at <= now() and ${booked}) x`;
  });

/** A quarter half over, of which every fifth registration is of the same person. */
async function makePast(url: string, sql: postgres.Sql, registrations: number) {
  const { db, close } = openDb(url, { connections: 4 });
  const now = new Date();
  const made = await makeProgramme(db, now);
  const kinds = modules.kind.enumValues;
  const topics = modules.topic.enumValues;
  const sessions = registrations / PER_SESSION;
  for (let n = 0; n < sessions; n += 1) {
    await makeSession(db, made, now, {
      startsAt: new Date(now.getTime() + ((n % 80) - 40) * 24 * HOUR),
      capacity: 2 * PER_SESSION,
      module: { kind: kinds[n % kinds.length]!, topic: topics[(n * 7) % topics.length]! },
    });
  }
  await sql`
    insert into entrepreneurs (name, birth_year, district, industry)
    select 'Mens', nullif(1955 + n % 50, 1955), nullif('wijk ' || n % 8, 'wijk 0'), nullif('branche ' || n % 17, 'branche 0')
    from generate_series(1, ${registrations / 5}::int) n`;
  await sql`
    insert into registrations (session_id, entrepreneur_id, status, source, name, membership, confirmed_at, attendance,
      attendance_marked_at, created_at)
    select s.id, e.id, 'confirmed', case when e.m % 30 = 0 then 'walkIn' else 'booking' end::registration_source, 'Iemand',
      (array['member', 'not-member', 'unknown']::membership[])[1 + e.m % 3], s.starts_at,
      case when s.starts_at < now() - interval '1 hour' and (e.m + n) % 6 < 5
        then (array['present', 'present', 'present', 'absent', 'excused']::attendance_status[])[1 + (e.m + n) % 6] end,
      case when s.starts_at < now() - interval '1 hour' and (e.m + n) % 6 < 5 then s.starts_at end,
      s.starts_at - (1 + (e.m * 7 + n) % 70) * interval '17 hours'
    from (select id, row_number() over (order by id) as m from entrepreneurs) e cross join generate_series(1, 5) n
    join (select id, starts_at, row_number() over (order by id) as k from sessions) s
      on s.k = (e.m + n * ${Math.ceil(sessions / 7)}::int) % ${sessions}::int + 1`;
  await sql`vacuum analyze`;
  const staff = await makeStaff(db, [{ municipalityId: made.municipality.id }]);
  const auth = createAuth(db, { secure: false });
  const { id } = await auth.createSession(staff.id, {});
  const found = await findProgramme(db, made.programme.slug);
  const period = await findPeriod(db, found.programme.id, { ordinal: 1 });
  await db.transaction((tx) => takeSnapshot(tx, found.programme.id, period, 'end', now));
  await close();
  const [snapshot] = await sql<{ id: string }[]>`select id from report_snapshots`;
  return {
    programme: made.programme.slug,
    cookie: auth.createSessionCookie(id).serialize().split(';')[0]!,
    snapshot: snapshot!.id,
  };
}
