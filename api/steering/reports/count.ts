import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { businesses, entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { districtOf, industryOf, named, residenceOf, type Tables } from '../categories/rules.ts';
import { counted, firstOrganiser, type Scope } from './sessions.ts';

// In every statement `s` is a session that was not called off, and `r` a registration.
const booked = sql`r.status = 'confirmed' and r.source = 'booking'`;
const present = sql`r.attendance = 'present'`;
const ofSession = {
  registrations: booked,
  waitlisted: sql`r.status = 'waitlisted' and r.expires_at is null`,
  walkIns: sql`r.status = 'confirmed' and r.source = 'walkIn'`,
  present,
  noShow: sql`r.attendance = 'absent'`,
  excused: sql`r.attendance = 'excused'`,
  unmarked: sql`r.status = 'confirmed' and r.attendance is null`,
  bookedMember: sql`${booked} and r.membership = 'member'`,
  bookedNotMember: sql`${booked} and r.membership = 'not-member'`,
  bookedUnknown: sql`${booked} and r.membership = 'unknown'`,
  member: sql`${present} and r.membership = 'member'`,
  notMember: sql`${present} and r.membership = 'not-member'`,
  unknown: sql`${present} and r.membership = 'unknown'`,
};
type SessionCounts = Record<keyof typeof ofSession, number>;

/** Bookings, visits and persons who were present, of the persons with one property; `null` when it is not known. */
export type Persons = { name: string | null; booked: number; visits: number; unique: number };
export type ByName = Record<string, number>;

export type Counted = {
  sessions: (SessionCounts & { id: string })[];
  /** Bookings of sessions that were held, by whole days between the registration and the start. */
  lead: { days: number; cases: number }[];
  /** Persons who were present, at anything and at each. */
  unique: { all: number; kinds: ByName; topics: ByName; organisers: ByName; memberships: ByName };
  districts: Persons[];
  residences: Persons[];
  industries: Persons[];
  /** By the age that persons reach in the year of the session. */
  ages: { age: number | null; booked: number; visits: number }[];
  /** Persons who were present, by their ages then: more than one when the period has a New Year's Day in it. */
  agesOfPersons: { ages: (number | null)[]; unique: number }[];
};

/** As they are counted: by what is stored of where and what a business is, and of where a person lives. */
type Numbers = Omit<Persons, 'name'>;
type Raw = Omit<Counted, 'districts' | 'residences' | 'industries'> & {
  districts: (Numbers & Pick<Known, 'district' | 'establishments'>)[];
  residences: (Numbers & Pick<Known, 'postcode'>)[];
  industries: (Numbers & Pick<Known, 'industry' | 'code'>)[];
};
type Known = {
  district: string | null;
  establishments: { postcode: string | null; place: string }[] | null;
  postcode: string | null;
  industry: string | null;
  code: string | null;
};

/** By the tables of today: who changes one changes what every report says that is read from then on. */
const inWords = ({ districts, residences, industries, ...rest }: Raw, tables: Tables): Counted => ({
  ...rest,
  districts: named(
    districts,
    ({ district, establishments }) => districtOf(establishments ?? [], tables.districts) ?? district,
  ),
  residences: named(residences, ({ postcode }) =>
    postcode === null ? null : residenceOf(postcode, tables.districts),
  ),
  industries: named(
    industries,
    ({ industry, code }) => (code === null ? null : industryOf(code, tables.industries)) ?? industry,
  ),
});

/**
 * All that is counted over registrations. In one statement, so that all of it is of the same moment in every transaction;
 * it sorts and hashes much, so it takes more memory for the rest of its transaction.
 */
export async function count(tx: Reader, scope: Scope, asOf: Date, tables: Tables): Promise<Counted> {
  await tx.execute(
    sql`select set_config('work_mem', '128MB', true), set_config('statement_timeout', '120s', true)`,
  );
  const [row] = await tx.execute<{ counted: string }>(sql`
    with s as materialized (${going(scope, asOf)}),
      visits as materialized (${visits}),
      persons as materialized (${persons})
    select json_build_object(
      'sessions', ${listOf(numbersOfSessions)},
      'lead', ${listOf(lead)},
      'unique', json_build_object(
        'all', (select count(distinct person) from visits),
        'kinds', ${uniqueBy('kind')},
        'topics', ${uniqueBy('topic')},
        'organisers', ${uniqueBy('organiser')},
        'memberships', ${uniqueBy('membership')}
      ),
      'districts', ${listOf(personsBy('district', 'establishments'))},
      'residences', ${listOf(personsBy('postcode'))},
      'industries', ${listOf(personsBy('industry', 'code'))},
      'ages', ${listOf(sql`select age, sum(booked) as booked, sum(visits) as visits from persons group by age`)},
      'agesOfPersons', ${listOf(agesOfPersons)}
    )::text as counted`);
  return inWords(JSON.parse(row!.counted) as Raw, tables);
}

const listOf = (query: SQL) => sql`(select coalesce(json_agg(x), '[]') from (${query}) x)`;

/** The sessions that were not called off. */
const going = (scope: Scope, asOf: Date) => sql`
  select ${sessions.id} as id, ${modules.kind} as kind, ${modules.topic} as topic, ${firstOrganiser} as organiser,
    ${sessions.startsAt} as starts_at, ${sessions.endsAt} <= ${asOf.toISOString()}::timestamptz as held,
    extract(year from ${sessions.startsAt} at time zone 'Europe/Amsterdam')::int as year
  from ${sessions} join ${modules} on ${modules.id} = ${sessions.moduleId}
  where ${counted(scope)} and ${sessions.status} = 'scheduled'`;

const registered = sql`s join ${registrations} r on r.session_id = s.id`;

const numbersOfSessions = sql`
  select s.id, ${sql.join(
    Object.entries(ofSession).map(
      ([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.identifier(name)}`,
    ),
    sql`, `,
  )}
  from ${registered} group by s.id`;

const lead = sql`
  select date_part('day', s.starts_at - r.created_at)::int as days, count(*) as cases
  from ${registered} where ${booked} and s.held group by 1`;

const visits = sql`
  select r.entrepreneur_id as person, r.membership, s.kind, s.topic, s.organiser from ${registered} where ${present}`;

const uniqueBy = (column: 'kind' | 'topic' | 'organiser' | 'membership') => sql`(
  select coalesce(json_object_agg(name, persons), '{}') from (
    select ${sql.identifier(column)} as name, count(distinct person) as persons from visits group by 1
  ) x)`;

/** Who booked or came, once for each year. */
const persons = sql`
  select e.id as person, e.district, b.establishments, e.home_postcode as postcode, e.industry, b.sbi_code as code,
    coalesce(e.age_from, s.year - e.birth_year) as age,
    count(*) filter (where ${booked}) as booked, count(*) filter (where ${present}) as visits
  from ${registered} join ${entrepreneurs} e on e.id = r.entrepreneur_id
    left join ${businesses} b on b.id = e.business_id
  where ${booked} or ${present} group by e.id, b.id, s.year`;

const personsBy = (...known: (keyof Known)[]) => {
  const columns = sql.join(
    known.map((column) => sql.identifier(column)),
    sql`, `,
  );
  return sql`
    select ${columns}, sum(booked) as booked, sum(visits) as visits,
      count(distinct person) filter (where visits > 0) as unique
    from persons group by ${columns}`;
};

const agesOfPersons = sql`
  select ages, count(*) as unique
  from (select array_agg(age) as ages from persons where visits > 0 group by person) x
  group by ages`;
