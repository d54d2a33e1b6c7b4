import type { Sql } from 'postgres';

/** A release works at once, so it counts from when it was written down. */
const isPlanned = `(b.state = 'planned'
  and not exists (select from phase_changes c where c.phase_id = b.id and c.kind = 'release'
    and not exists (select from phase_change_undos u where u.change_id = c.id)))`;

/** What each place and session should hold, from nothing but what they are now. */
const should = `
  select m.programme_id, b.id as phase_id, s.id as session_id, r.id as registration_id,
    case
      when r.status = 'offered' then 'reserved'
      when r.status <> 'confirmed' or r.attendance = 'excused' then 'free'
      when r.attendance = 'absent' and not p.pays_no_show then 'free'
      when d.outcome = 'needs-review' or ${isPlanned} then 'reserved'
      when r.attendance is null then 'committed' else 'realised' end as state,
    d.ex_vat_cents - d.own_ex as cents, d.incl - d.own_contribution_cents - (d.ex_vat_cents - d.own_ex) as vat_cents
  from registrations r
  join around s on s.id = r.session_id join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
  left join budget_phases b on b.quarter_id = s.quarter_id
  join newest d on d.registration_id = r.id
  where p.funding = 'perParticipant' and d.payer = 'municipality'
  union all
  select m.programme_id, b.id, s.id, null,
    case when ${isPlanned} then 'reserved'
      when exists (select from registrations r where r.session_id = s.id and r.attendance = 'present') then 'realised'
      else 'committed' end,
    s.contribution_cents, s.contribution_vat_cents
  from around s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
  left join budget_phases b on b.quarter_id = s.quarter_id
  where p.funding = 'perSession' and s.status = 'scheduled' and s.contribution_cents is not null
    -- Under a pause a session keeps what it was promised and gets nothing new: the ledger alone knows which.
    and not ((b.state = 'paused' or b.paused_from is not null
        or exists (select from phase_changes c where c.phase_id = b.id and c.kind = 'pause'))
      and not exists (select from ledger_entries l where l.session_id = s.id and l.phase_id = b.id))`;

const search = `
  with around as (
    select s.*, q.id as quarter_id from sessions s join modules m on m.id = s.module_id
    left join programme_quarters q on q.programme_id = m.programme_id
      and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on),
  newest as (
    select distinct on (registration_id) registration_id, outcome, payer, ex_vat_cents, own_contribution_cents,
      ex_vat_cents + vat_cents as incl,
      coalesce(round(own_contribution_cents::numeric * ex_vat_cents / nullif(ex_vat_cents + vat_cents, 0)), 0) as own_ex
    from decisions order by registration_id, decided_at desc, id desc),
  should as (
    select programme_id, phase_id, session_id, registration_id, state, cents, vat_cents
    from (${should}) as all_of_them where state <> 'free' and cents > 0),
  held as (
    select programme_id, phase_id, session_id, registration_id, side.state::text as state,
      sum(side.sign * cents) as cents, sum(side.sign * vat_cents) as vat_cents
    from ledger_entries
    cross join lateral (values (to_state, 1), (from_state, -1)) as side (state, sign)
    where side.state <> 'free' group by 1, 2, 3, 4, 5),
  by_phase as (
    select b.id, b.ceiling_cents, b.reserved_cents, b.committed_cents, b.realised_cents,
      coalesce(sum(h.cents) filter (where h.state = 'reserved'), 0) as reserved,
      coalesce(sum(h.cents) filter (where h.state = 'committed'), 0) as committed,
      coalesce(sum(h.cents) filter (where h.state = 'realised'), 0) as realised
    from budget_phases b left join held h on h.phase_id = b.id group by b.id)
  select 'differs from what is true' as what, registration_id::text, session_id::text, phase_id::text, state,
    sum(cents)::int as cents, sum(vat_cents)::int as vat_cents
  from (select * from held union all
    select programme_id, phase_id, session_id, registration_id, state, -cents, -vat_cents from should) as both_sides
  group by programme_id, phase_id, session_id, registration_id, state having sum(cents) <> 0 or sum(vat_cents) <> 0
  union all select 'below nothing', registration_id::text, session_id::text, phase_id::text, state, cents::int, vat_cents::int
    from held where cents < 0 or vat_cents < 0
  union all select 'counters differ from the ledger', null, null, id::text, null, reserved::int, null from by_phase
    where (reserved_cents, committed_cents, realised_cents) is distinct from (reserved, committed, realised)
  union all select 'above the ceiling', null, null, id::text, null, (reserved + committed + realised)::int, null
    from by_phase where reserved + committed + realised > ceiling_cents`;

/**
 * Counts the money of every programme again, in SQL that shares nothing with the portal, and gives what does not agree: the
 * ledger with the places and sessions as they are, the counters of phases with the ledger, what is below nothing, and what
 * is above a ceiling. The sums of the ledger per phase and state follow from the first.
 */
export const recount = async (sql: Sql) => [...(await sql.unsafe(search))];

/** What the ledger has of one registration or session, in the order in which it was written. */
export const entriesOf = async (sql: Sql, id: string) =>
  (
    await sql<{ from_state: string; to_state: string; cents: number }[]>`
      select from_state, to_state, cents from ledger_entries
      where registration_id = ${id} or (registration_id is null and session_id = ${id}) order by at, id`
  ).map(({ from_state: from, to_state: to, cents }) => `${from} > ${to} ${cents / 100}`);
