import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { counted, firstOrganiser, type Scope } from './sessions.ts';
import { kinds, topics } from '../../language/vocabularies.ts';

const isBooked = sql`status = 'confirmed' and source = 'booking'`;
const isPresent = sql`attendance = 'present'`;
const ofSession = {
  registrations: isBooked,
  waitlisted: sql`status = 'waitlisted'`,
  walkIns: sql`status = 'confirmed' and source = 'walkIn'`,
  present: isPresent,
  noShow: sql`attendance = 'absent'`,
  excused: sql`attendance = 'excused'`,
  unmarked: sql`status = 'confirmed' and attendance is null`,
  bookedMember: sql`${isBooked} and membership = 'member'`,
  bookedNotMember: sql`${isBooked} and membership = 'not-member'`,
  bookedUnknown: sql`${isBooked} and membership = 'unknown'`,
  member: sql`${isPresent} and membership = 'member'`,
  notMember: sql`${isPresent} and membership = 'not-member'`,
  unknown: sql`${isPresent} and membership = 'unknown'`,
};
type SessionCounts = Record<keyof typeof ofSession, number>;

/** Where the flags begin of what one person was at; those of organisers are in words of their own. */
const TOPICS = kinds.length;
const MEMBERSHIPS = TOPICS + topics.length;
const YEARS = MEMBERSHIPS + 3;
const WORD = 60;
/** What a visit counts for in a number that bookings share. */
const VISIT = 32768;

/** Bookings and visits by year, and persons who were present. */
export type Persons = { booked: number[]; visits: number[]; unique: number };

export type Counted = {
  sessions: (SessionCounts & { id: string })[];
  districts: (Persons & { name: string | null })[];
  industries: (Persons & { name: string | null })[];
  /** `inYears` has a flag for each year in which these persons were present. */
  births: (Persons & { year: number | null; inYears: number })[];
  unique: { all: number; kinds: number[]; topics: number[]; memberships: number[]; organisers: number[] };
  /** Bookings of sessions that were held, by whole days between the registration and the start. */
  lead: { days: number; cases: number }[];
};

/** `years` are the local years of the period, `organisers` the ids of the first organisers in order. */
type Asked = { scope: Scope; years: number[]; organisers: string[]; asOf: Date };

/**
 * All that is counted over registrations, in one statement and one pass over them. It hashes much at once, so it takes
 * more memory for the rest of its transaction.
 */
export async function count(tx: Reader, asked: Asked): Promise<Counted> {
  await tx.execute(sql`select set_config('work_mem', '128MB', true)`);
  const [row] = await tx.execute<{ counted: string }>(statement(asked));
  type Found = Pick<Counted, 'sessions' | 'lead'> & {
    persons: (Counted['births'][number] & {
      part: string;
      district: string | null;
      industry: string | null;
    })[];
    flags: Record<string, number> | null;
  };
  const { flags, persons, sessions: ofSessions, lead } = JSON.parse(row!.counted) as Found;
  const of = (part: string) => persons.filter((one) => one.part === part);
  const some = (from: number, length: number, word = 'w') =>
    Array.from({ length }, (_, n) => flags?.[`${word}_${from + n}`] ?? 0);
  return {
    sessions: ofSessions,
    lead,
    districts: of('district').map((one) => ({ ...one, name: one.district })),
    industries: of('industry').map((one) => ({ ...one, name: one.industry })),
    births: of('birth'),
    unique: {
      all: flags?.all ?? 0,
      kinds: some(0, kinds.length),
      topics: some(TOPICS, topics.length),
      memberships: some(MEMBERSHIPS, 3),
      organisers: asked.organisers.map((_, n) => some(n % WORD, 1, `o${Math.floor(n / WORD)}`)[0]!),
    },
  };
}

const raw = (value: string | number) => sql.raw(String(value));
const list = (parts: SQL[]) => sql.join(parts, sql`, `);
const flag = (at: number) => sql`${raw(`(1::bigint << ${at})`)}`;
const table = (inner: SQL) => sql`(select coalesce(json_agg(x), '[]') from (${inner}) x)`;

function statement(asked: Asked) {
  const words = wordsOf(asked.organisers);
  // Bookings and visits of one person in one number: both are far below what fits.
  const perYear = asked.years.map((_, n) =>
    asked.years.length === 1
      ? sql`sum(uses) as ${raw(`c${n}`)}`
      : sql`sum(case when year = ${raw(n)} then uses else 0 end) as ${raw(`c${n}`)}`,
  );
  const sums = (part: SQL) =>
    sql`json_build_array(${list(asked.years.map((_, n) => sql`sum(${raw(`c${n}`)} ${part})`))})`;
  const inYears = sql`coalesce(w >> ${raw(YEARS)}, 0)`;
  const persons = sql`select district, industry, birth_year as year, ${inYears} as "inYears",
      case when grouping(district) = 0 then 'district' when grouping(industry) = 0 then 'industry' else 'birth' end as part,
      ${sums(sql`& ${raw(VISIT - 1)}`)} as booked, ${sums(sql`/ ${raw(VISIT)}`)} as visits, count(w) as "unique"
    from g join ${entrepreneurs} e on e.id = g.entrepreneur_id where part = 'person'
    group by grouping sets ((district), (industry), (birth_year, ${inYears}))`;
  const counts = Object.entries(ofSession).map(
    ([name, condition]) => sql`coalesce(sum(n) filter (where ${condition}), 0) as ${raw(`"${name}"`)}`,
  );
  return sql`
    with g as materialized (
      select case when grouping(id) = 0 then 'session' when grouping(entrepreneur_id) = 0 then 'person' else 'lead' end
          as part,
        id, status, source, attendance, membership, entrepreneur_id, lead, count(*) as n,
        bit_or(w) as w, ${list([...words.map((word) => sql`bit_or(${word}) as ${word}`), ...perYear])}
      from (
        select s.id, s.year, r.status, r.source, r.attendance, r.membership, r.entrepreneur_id,
          ${list([...words.map((word) => sql`case when ${isPresent} then s.${word} end as ${word}`), sql`null as none`])},
          case when ${isPresent} then s.flags | case r.membership when 'member' then ${flag(MEMBERSHIPS)}
            when 'not-member' then ${flag(MEMBERSHIPS + 1)} else ${flag(MEMBERSHIPS + 2)} end end as w,
          case when ${isBooked} then 1 else 0 end + case when ${isPresent} then ${raw(VISIT)} else 0 end as uses,
          case when ${isBooked} and s.held then date_part('day', s.starts_at - r.created_at)::int end as lead
        from (${flagged(asked, words)}) s join ${registrations} r on r.session_id = s.id
      ) x
      group by grouping sets ((id, status, source, attendance, membership), (entrepreneur_id), (lead))
    )
    select json_build_object(
      'sessions', ${table(sql`select id, ${list(counts)} from g where part = 'session' group by id`)},
      'persons', ${table(persons)},
      'flags', (select row_to_json(x) from (select count(w) as "all", ${list(countsOfFlags(asked, words))}
        from g where part = 'person') x),
      'lead', ${table(sql`select lead as days, n as cases from g where part = 'lead' and lead is not null`)}
    )::text as counted`;
}

const wordsOf = (organisers: string[]) =>
  Array.from({ length: Math.ceil(organisers.length / WORD) }, (_, n) => raw(`o${n}`));

function countsOfFlags({ organisers }: Asked, words: SQL[]) {
  const one = (word: SQL, name: string, at: number) =>
    sql`count(*) filter (where ${word} & ${flag(at)} <> 0) as ${raw(`${name}_${at}`)}`;
  return [
    ...Array.from({ length: YEARS }, (_, at) => one(raw('w'), 'w', at)),
    ...organisers.map((_, n) => one(words[Math.floor(n / WORD)]!, `o${Math.floor(n / WORD)}`, n % WORD)),
  ];
}

/** The sessions that were not called off, with their flags. */
function flagged({ scope, years, asOf }: Asked, words: SQL[]) {
  const columns = [
    sql`id, starts_at, held, year, flags | (1::bigint << (year + ${raw(YEARS)})) as flags`,
    ...words.map((word, n) => {
      const at = sql`(place - ${raw(n * WORD)})`;
      return sql`case when ${at} between 0 and ${raw(WORD - 1)} then 1::bigint << ${at}::int else 0 end as ${word}`;
    }),
  ];
  return sql`select ${list(columns)} from (
      select ${sessions.id} as id, ${sessions.startsAt} as starts_at,
        ${sessions.endsAt} <= ${asOf.toISOString()}::timestamptz as held,
        extract(year from ${sessions.startsAt} at time zone 'Europe/Amsterdam')::int - ${raw(years[0]!)} as year,
        (1::bigint << (array_position(enum_range(null::session_kind), ${modules.kind}) - 1))
          | (1::bigint << (array_position(enum_range(null::topic), ${modules.topic}) + ${raw(TOPICS - 1)})) as flags,
        dense_rank() over (order by ${firstOrganiser}) - 1 as place
      from ${sessions} join ${modules} on ${modules.id} = ${sessions.moduleId}
      where ${counted(scope)} and ${sessions.status} = 'scheduled'
      offset 0
    ) ranked`;
}
