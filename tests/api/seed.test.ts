import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { facts as factsSchema } from '../../api/paying/eligibility/facts.ts';
import { recompute } from '../../api/paying/eligibility/replay.rules.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import { rules as ruleList } from '../../api/paying/eligibility/schema.ts';
import { fromStored } from '../../api/paying/eligibility/shapes.ts';
import { openDb } from '../../db/open.ts';
import { ruleSets } from '../../db/schema/programmes.ts';
import { decisions } from '../../db/schema/registrations.ts';
import { isEmpty, seed } from '../../db/seed/seed.ts';
import { recount } from '../support/recount-money.ts';
import { testDatabase } from '../support/postgres.ts';

async function seeded(moment: string) {
  const now = new Date(moment);
  const url = await testDatabase('empty');
  const { db, close } = openDb(url, { connections: 2 });
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  afterAll(() => Promise.all([close(), sql.end()]));
  const before = await isEmpty(db);
  await seed(db, { now, decide });
  return { now, at: moment, db, sql, before };
}

const monday = '2026-11-23T15:30:00Z';
const first = await seeded(monday);
const second = await seeded(monday);
const moments = [
  first,
  await seeded('2026-10-25T01:30:00Z'),
  await seeded('2026-12-31T22:55:00Z'),
  await seeded('2028-02-29T12:00:00Z'),
];

type Sql = typeof first.sql;

async function fingerprint(sql: Sql) {
  const tables = await sql<{ name: string }[]>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] =
        await sql`select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as sum
        from ${name === 'session_access_changes' ? sql`(select session_id, at, actor_kind, before, after from session_access_changes)` : sql(name)} t`;
      return { name, ...row };
    }),
  );
}

it('is the same for the same moment', async () => {
  expect(await fingerprint(second.sql)).toEqual(await fingerprint(first.sql));
});

it('knows an empty database, and leaves a full one as it is', async () => {
  const before = await fingerprint(second.sql);
  expect([second.before, await isEmpty(second.db)]).toEqual([true, false]);
  await expect(seed(second.db, { now: second.now, decide })).rejects.toThrow();
  expect(await fingerprint(second.sql)).toEqual(before);
});

it('holds the figures of the sources', async () => {
  const { sql } = first;
  expect(
    await sql`select slug, status, authorised_cents, authorised_basis, reserved_cents, reserved_basis, max_entrepreneurs
      from programmes where slug in ('back-on-track-2021-2022', 'actieplan-coaching-ondernemers') order by slug`,
  ).toEqual([
    {
      slug: 'actieplan-coaching-ondernemers',
      status: 'archived',
      authorised_cents: 20_000_000,
      authorised_basis: 'unknown',
      reserved_cents: null,
      reserved_basis: 'unknown',
      max_entrepreneurs: 350,
    },
    {
      slug: 'back-on-track-2021-2022',
      status: 'archived',
      authorised_cents: 15_187_100,
      authorised_basis: 'unknown',
      reserved_cents: 15_000_000,
      reserved_basis: 'ex',
      max_entrepreneurs: null,
    },
  ]);
  expect(
    await sql`select array_agg(b.ceiling_cents / 100 order by q.ordinal) as euros from budget_phases b
      join programme_quarters q on q.id = b.quarter_id join programmes p on p.id = q.programme_id
      where p.slug like 'back-on-track%' group by p.slug order by p.slug`,
  ).toEqual([{ euros: [60_000, 30_000, 30_000, 30_000] }, { euros: [60_000, 30_000, 30_000, 30_000] }]);
  expect(
    await sql`select in_package, sum(price_cents)::int as cents, sum(minutes)::int as minutes, max(cap) as cap
      from products group by 1 order by 1`,
  ).toEqual([
    { in_package: false, cents: 209_500, minutes: null, cap: 30 },
    { in_package: true, cents: 126_250, minutes: 960, cap: null },
  ]);
});

it('meets the targets of the archive in every quarter but the third', async () => {
  const rows = await first.sql`
    select q.ordinal,
      count(*) filter (where m.kind in ('knowledge', 'coaching', 'workshop'))::int as talks,
      count(*) filter (where m.kind = 'inspiration')::int as inspiration,
      count(*) filter (where m.kind = 'network')::int as network
    from programme_quarters q join programmes p on p.id = q.programme_id
    join modules m on m.programme_id = p.id
    join sessions s on s.module_id = m.id and s.status = 'scheduled'
      and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on
    where p.slug = 'back-on-track-2021-2022' group by 1 order by 1`;
  const talks = rows.map((row) => row.talks as number);
  expect(talks.map((count) => 8 <= count && count <= 12)).toEqual([true, true, false, true]);
  expect(rows.map(({ inspiration, network }) => [inspiration, network])).toEqual(Array(4).fill([2, 1]));
});

it('holds decisions that can all be computed again from what is stored', async () => {
  const stored = await first.db
    .select({ decision: decisions, rules: ruleSets.rules })
    .from(decisions)
    .innerJoin(ruleSets, eq(ruleSets.id, decisions.ruleSetId));
  expect(stored.length).toBeGreaterThan(2_400);
  for (const { decision, rules } of stored) {
    const kept = { facts: factsSchema.parse(decision.facts), rules: ruleList.parse(rules) };
    expect(recompute(kept)).toEqual(fromStored(decision));
  }
});

describe.each(moments)('seeded at $at', ({ at, sql }) => {
  const one = async (rows: PromiseLike<Record<string, unknown>[]>) => (await rows)[0];

  it('has enough of everything', async () => {
    const counts = await one(sql`select (select count(*)::int from modules) as modules,
      (select count(*)::int from sessions) as sessions, (select count(*)::int from entrepreneurs) as entrepreneurs,
      (select count(*)::int from registrations) as registrations, (select count(*)::int from decisions) as decisions`);
    expect(counts).toMatchObject({ modules: 66, sessions: 234, entrepreneurs: 490 });
    expect(counts!.registrations).toBeGreaterThan(2_400);
    expect(counts!.decisions).toBeGreaterThanOrEqual(counts!.registrations as number);
  });

  it('has sessions of every sort to come', async () => {
    const counts = await one(sql`
      with coming as (
        select s.*, capacity - seats_taken as left_over, (select count(*) from registrations r
          where r.session_id = s.id and r.status = 'waitlisted') as waiting
        from sessions s where starts_at > ${at}
      )
      select count(*) filter (where starts_at < ${at}::timestamptz + interval '7 days')::int as this_week,
        count(*) filter (where status = 'scheduled' and left_over = 0 and waiting between 2 and 6)::int as "full",
        count(*) filter (where status = 'scheduled' and capacity > 2 and left_over between 1 and 2)::int as nearly_full,
        count(*) filter (where status = 'cancelled')::int as cancelled,
        count(*) filter (where previous_starts_at is not null and sequence = 1)::int as moved,
        count(*) filter (where delivery_mode = 'online')::int as online,
        count(*) filter (where delivery_mode = 'hybrid')::int as hybrid,
        count(*) filter (where booking_closes_at < ${at})::int as closed,
        count(*) filter (where booking_opens_at > ${at})::int as not_open,
        count(*) filter (where minimum_notice_minutes = 120)::int as with_notice,
        count(*) filter (where cancellation_deadline_minutes = 24 * 60)::int as with_deadline
      from coming`);
    const least = {
      this_week: 9,
      full: 3,
      nearly_full: 3,
      cancelled: 2,
      moved: 2,
      online: 6,
      hybrid: 1,
      closed: 1,
      not_open: 1,
      with_notice: 5,
      with_deadline: 5,
    };
    for (const [sort, count] of Object.entries(least))
      expect(counts![sort], sort).toBeGreaterThanOrEqual(count);
  });

  it('agrees with itself', async () => {
    const wrong = await one(sql`
      with r as (
        select r.*, s.starts_at, s.ends_at, s.booking_opens_at from registrations r join sessions s on s.id = r.session_id
      )
      select
        (select count(*)::int from sessions s where seats_taken <> (select count(*) from r where r.session_id = s.id
          and source = 'booking' and r.status in ('held', 'offered', 'confirmed'))) as seats,
        (select count(*)::int from sessions s join modules m on m.id = s.module_id where not exists (
          select 1 from programme_quarters q where q.programme_id = m.programme_id
          and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on)) as homeless,
        (select count(*)::int from r where greatest(created_at, confirmed_at, cancelled_at, attendance_marked_at) > ${at})
          as from_the_future,
        (select count(*)::int from r where source = 'booking'
          and (created_at < booking_opens_at or greatest(created_at, confirmed_at, cancelled_at) > starts_at)) as untimely,
        (select count(*)::int from r a join r b on a.entrepreneur_id = b.entrepreneur_id and a.session_id < b.session_id
          and a.starts_at < b.ends_at and b.starts_at < a.ends_at) as in_two_places,
        (select count(*)::int from sessions where extract(isodow from starts_at at time zone 'Europe/Amsterdam') > 5
          or (starts_at at time zone 'Europe/Amsterdam')::time not between '07:30' and '20:00') as at_odd_hours,
        (select count(*)::int from (select 1 from r join sessions s on s.id = r.session_id
          where source = 'booking' and kvk_number is not null and r.status in ('held', 'offered', 'confirmed', 'waitlisted')
          group by s.id, kvk_number having count(*) > s.places_per_business)) as crowded_businesses,
        (select count(*)::int from r join sessions s on s.id = r.session_id where cancelled_by = 'participant'
          and confirmed_at is not null
          and r.cancelled_at > s.starts_at - s.cancellation_deadline_minutes * interval '1 minute') as too_late,
        (select count(*)::int from decisions where jsonb_typeof(facts) <> 'object' or jsonb_typeof(rules) <> 'array') as json`);
    expect(Object.entries(wrong!).filter(([, count]) => count !== 0)).toEqual([]);
  });

  it('has a ledger that says what is true of its places and sessions', async () => {
    expect(await recount(sql)).toEqual([]);
    const [sums] = await sql`select count(*)::int as entries, count(distinct to_state)::int as states,
      (count(*) filter (where registration_id is null))::int as sessions,
      (count(*) filter (where at > ${at}))::int as from_the_future from ledger_entries`;
    expect(sums).toMatchObject({ states: 4, from_the_future: 0 });
    expect(sums!.entries - sums!.sessions).toBeGreaterThan(500);
    expect(sums!.sessions).toBeGreaterThan(100);
  });

  it('has something to show for the demo entrepreneur', async () => {
    const rows = await sql`
      select r.status, s.starts_at > ${at} as coming, count(*)::int from registrations r
      join sessions s on s.id = r.session_id join entrepreneurs e on e.id = r.entrepreneur_id
      join accounts a on a.id = e.account_id where a.email = 'ondernemer@opkoers.example' group by 1, 2 order by 2, 1`;
    expect(rows).toEqual([
      { status: 'confirmed', coming: false, count: 6 },
      { status: 'confirmed', coming: true, count: 2 },
      { status: 'waitlisted', coming: true, count: 1 },
    ]);
  });
});
