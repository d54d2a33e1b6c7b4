import type { Sql } from 'postgres';

/** Sees to it that the archived Back on Track has a ledger, and that there is a grant that is late to register. */
export async function demoMoney(sql: Sql) {
  await sql`update sessions s set contribution_cents = 2250_00, contribution_vat_cents = 472_50
    from modules m, programmes p where m.id = s.module_id and p.id = m.programme_id
      and p.slug = 'back-on-track-2021-2022' and contribution_cents is null`;
  await sql`insert into ledger_entries
      (programme_id, phase_id, session_id, from_state, to_state, cents, vat_cents, at)
    select p.id, b.id, s.id, 'free', 'realised', s.contribution_cents, s.contribution_vat_cents, s.ends_at
    from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
    join programme_quarters q on q.programme_id = p.id
      and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on
    join budget_phases b on b.quarter_id = q.id
    where p.slug = 'back-on-track-2021-2022' and s.status = 'scheduled'
      and exists (select from registrations r where r.session_id = s.id and r.attendance = 'present')
      and not exists (select from ledger_entries e where e.session_id = s.id)`;
  await sql`update programmes set de_minimis = 'applicable' where slug = 'onderneemvaardig'`;
  await sql`insert into de_minimis_grants
      (programme_id, registration_id, entrepreneur_id, kvk_number, cents, granted_on, register_before)
    select p.id, r.id, r.entrepreneur_id, r.kvk_number, 125_00, '2026-01-05', '2026-02-02'
    from registrations r join sessions s on s.id = r.session_id join modules m on m.id = s.module_id
    join programmes p on p.id = m.programme_id
    where p.slug = 'onderneemvaardig' and r.status = 'confirmed'
      and not exists (select from de_minimis_grants g where g.registration_id = r.id)
    order by r.id limit 1`;
}
