import type postgres from 'postgres';

type Row = Record<string, unknown>;

/**
 * The report of a period by statements of its own, each as plain as can be: the local date is made by PostgreSQL, people are
 * counted by `count(distinct …)`, and every breakdown is a query.
 */
export async function recount(
  sql: postgres.Sql,
  slug: string,
  period: { key: string; ordinal: number | null; startsOn: string; endsOn: string },
  now: Date,
) {
  const flat: Record<string, number | null> = {};
  const add = (under: string, row: Row) => {
    for (const [key, value] of Object.entries(row))
      flat[`${under}${key}`] = value === null ? null : Number(value);
  };
  await sql.begin(async (tx) => {
    await tx`create temp table s on commit drop as
      select s.*, m.kind, m.topic, m.title, (s.starts_at at time zone 'Europe/Amsterdam')::date as day,
        (select organisation_id from session_organisers o where o.session_id = s.id
          and o.position = (select min(position) from session_organisers where session_id = s.id)) as organiser,
        case when s.status = 'cancelled' then 'cancelled' when s.ends_at <= ${now} then 'held' else 'planned' end as state
      from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
      where p.slug = ${slug} and s.status <> 'draft'
        and (s.starts_at at time zone 'Europe/Amsterdam')::date between ${period.startsOn} and ${period.endsOn}`;
    await tx`create temp table r on commit drop as
      select r.*, s.state, s.kind, s.topic, s.organiser, s.day, s.starts_at, e.district, e.industry, e.birth_year,
        case when e.home_postcode is not null then 'elsewhere' end as residence,
        coalesce(r.attendance = 'present', false) as present, r.status = 'confirmed' and r.source = 'booking' as booked,
        extract(year from s.day)::int - e.birth_year as age
      from registrations r join s on s.id = r.session_id join entrepreneurs e on e.id = r.entrepreneur_id
      where s.status = 'scheduled'`;
    const one = async (query: postgres.PendingQuery<Row[]>) => (await query)[0]!;

    add(
      'sessions/',
      await one(tx`select (select count(*) from s where state = 'held') as held,
      (select count(*) from s where state = 'planned') as planned, (select count(*) from s where state = 'cancelled') as cancelled`),
    );
    add(
      '',
      await one(tx`select (select coalesce(sum(capacity), 0) from s where status = 'scheduled') as places,
      (select count(*) from r where booked) as registrations, (select count(*) from r where status = 'waitlisted') as waitlisted,
      (select count(*) from r where status = 'confirmed' and source = 'walkIn') as "walkIns",
      (select count(*) from r where present) as present, (select count(*) from r where attendance = 'absent') as "noShow",
      (select count(*) from r where attendance = 'excused') as excused,
      (select count(*) from r where state = 'held' and status = 'confirmed' and attendance is null) as unmarked,
      (select count(distinct entrepreneur_id) from r where present) as "uniqueEntrepreneurs"`),
    );
    add(
      'interest/',
      await one(tx`select (select count(*)::float8 from r where booked)
        / nullif((select sum(capacity) from s where status = 'scheduled'), 0) as "registrationsPerPlace",
      (select count(*) from r where status = 'waitlisted') as waitlisted`),
    );
    add(
      'leadTime/',
      await one(tx`
      with lead as (select floor(extract(epoch from starts_at - created_at) / 86400) as days from r where booked and state = 'held')
      select count(*) as cases, (select count(*) from r where booked and state = 'planned') as open,
        case when count(*) >= 10 then avg(days)::float8 end as "meanDays",
        case when count(*) >= 10 then percentile_cont(0.5) within group (order by days) end as "medianDays" from lead`),
    );
    add(
      'membership/',
      await one(tx`select count(*) filter (where membership = 'member') as member,
      count(*) filter (where membership = 'not-member') as "notMember",
      count(*) filter (where membership = 'unknown') as unknown from r where present`),
    );

    const groups = {
      knowledgeAndCoaching: ['knowledge', 'coaching', 'workshop', 'oneOnOne'],
      inspiration: ['inspiration'],
      network: ['network'],
    };
    for (const [group, kinds] of Object.entries(groups))
      add(
        `group/${group}/`,
        await one(tx`select count(*) filter (where state = 'held') as held,
        count(*) filter (where state = 'planned') as planned, count(*) filter (where state = 'cancelled') as cancelled,
        (select min_sessions from quarter_targets t join programme_quarters q on q.id = t.quarter_id join programmes p
          on p.id = q.programme_id where p.slug = ${slug} and q.ordinal = ${period.ordinal} and t.target_group::text = ${group}) as min,
        (select max_sessions from quarter_targets t join programme_quarters q on q.id = t.quarter_id join programmes p
          on p.id = q.programme_id where p.slug = ${slug} and q.ordinal = ${period.ordinal} and t.target_group::text = ${group}) as max
        from s where kind::text in ${tx(kinds)}`),
      );

    const bySession = async (dimension: string, column: string) => {
      for (const { category, ...row } of await tx<
        Row[]
      >`select ${tx(column)} as category, count(*) as sessions,
          sum(capacity) as places from s where status = 'scheduled' group by 1`)
        add(`${dimension}/${category as string}/`, { ...row, registrations: 0, visits: 0, unique: 0 });
      await byPerson(dimension, column);
    };
    const byPerson = async (dimension: string, column: string) => {
      for (const { category, ...row } of await tx<Row[]>`select ${tx(column)} as category,
          count(*) filter (where booked) as registrations, count(*) filter (where present) as visits,
          count(distinct entrepreneur_id) filter (where present) as unique
          from r group by 1 having count(*) filter (where booked or present) > 0`)
        add(`${dimension}/${(category as string | null) ?? 'unknown'}/`, row);
    };
    const zero = { registrations: 0, visits: 0, unique: 0 };
    await bySession('organiser', 'organiser');
    await bySession('topic', 'topic');
    await bySession('kind', 'kind');
    for (const category of ['member', 'not-member', 'unknown']) add(`membership/${category}/`, zero);
    await byPerson('membership', 'membership');
    for (const dimension of ['district', 'residence', 'industry']) {
      add(`${dimension}/unknown/`, zero);
      await byPerson(dimension, dimension);
    }
    const bands = ['18-25', '26-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-67', 'unknown'];
    for (const band of bands) add(`age/${band}/`, zero);
    await tx`alter table r add band text`;
    await tx`update r set band = case when age is null then 'unknown' when age < 18 then 'under-18' when age <= 25 then '18-25'
      when age <= 30 then '26-30' when age <= 35 then '31-35' when age <= 40 then '36-40' when age <= 45 then '41-45'
      when age <= 50 then '46-50' when age <= 55 then '51-55' when age <= 67 then '56-67' else 'over-67' end`;
    await byPerson('age', 'band');

    for (const { kind, ...row } of await tx<
      Row[]
    >`select kind, count(*) filter (where membership = 'member') as member,
        count(*) filter (where membership = 'not-member') as "notMember",
        count(*) filter (where membership = 'unknown') as unknown, count(*) as total from r where present group by 1`)
      add(`table/${kind as string}/`, row);
    for (const row of await tx<
      Row[]
    >`select ceiling_cents as "ceilingCents", committed_cents as "committedCents"
        from budget_phases b join programme_quarters q on q.id = b.quarter_id join programmes p on p.id = q.programme_id
        where p.slug = ${slug} and q.ordinal = ${period.ordinal}`)
      add('phase/', row);
    for (const { ordinal, state, ...row } of await tx<Row[]>`
        with moves as (
          select phase_id, to_state as state, cents, vat_cents from ledger_entries where session_id in (select id from s)
          union all select phase_id, from_state, -cents, -vat_cents from ledger_entries where session_id in (select id from s))
        select (select ordinal from programme_quarters q join budget_phases b on b.quarter_id = q.id where b.id = phase_id),
          state, sum(cents) as cents, sum(vat_cents) as "vatCents" from moves where state <> 'free'
        group by phase_id, state having sum(cents) <> 0`)
      add(`money/${ordinal as string}/${state as string}/`, row);
    for (const { id, ...row } of await tx<Row[]>`select s.id, s.capacity as places,
        (select count(*) from r where session_id = s.id and booked) as registrations,
        (select count(*) from r where session_id = s.id and present) as present,
        (select count(*) from r where session_id = s.id and attendance = 'absent') as "noShow",
        (select count(*) from r where session_id = s.id and attendance = 'excused') as excused from s`)
      add(`session/${id as string}/`, row);
  });
  return flat;
}
