import type postgres from 'postgres';

/**
 * A portal with a past: that many confirmed registrations of a fifth as many people, with all that is kept of each, spread
 * over the sessions that there are.
 */
export async function fill(sql: postgres.Sql, registrations: number) {
  const people = Math.ceil(registrations / 5);
  await sql`update sessions set capacity = capacity + ${registrations}`;
  await sql`
    insert into accounts (email, name) select 'mens' || n || '@verleden.example', 'Mens ' || n
    from generate_series(1, ${people}::int) n`;
  await sql`
    insert into entrepreneurs (account_id, name) select id, name from accounts where email like '%@verleden.example'`;
  await sql`
    create table made as
    select uuidv7() as id, s.id as session_id, e.id as entrepreneur_id, now() - n * interval '1 minute' as at
    from (select id, row_number() over () as k from sessions) s,
      (select id, row_number() over () as m from entrepreneurs) e,
      generate_series(1, ${Math.ceil(registrations / people)}::int) n
    where (e.m + n * 7919) % (select count(*) from sessions) + 1 = s.k`;
  await sql`
    with placed as (
      insert into registrations (id, session_id, entrepreneur_id, status, name, confirmed_at, decision_id, created_at)
      select id, session_id, entrepreneur_id, 'confirmed', 'Iemand', at, uuidv7(), at from made on conflict do nothing
      returning *)
    insert into decisions (id, registration_id, rule_set_id, outcome, payer, ex_vat_cents, vat_cents,
      own_contribution_cents, facts, rules, decided_on, decided_at)
    select decision_id, id, (select id from rule_sets limit 1), 'eligible', 'municipality', 0, 0, 0, '{}', '[]',
      current_date, created_at
    from placed`;
  await sql`
    insert into challenges (purpose, email, registration_id, token_hash, code_hash, expires_at, used_at, created_at)
    select 'confirmRegistration', 'mens@verleden.example', r.id, r.id::text, 'x', r.created_at, r.created_at, r.created_at
    from registrations r`;
  await sql`
    insert into audit_log (at, actor_kind, action, subject_id, details)
    select r.created_at, 'anonymous', 'registration.confirmed', r.id, '{}' from registrations r`;
  await sql`
    update sessions s set seats_taken = (select count(*) from registrations r where r.session_id = s.id)`;
  await sql`drop table made`;
  await sql`vacuum analyze`;
  await sql`checkpoint`;
}
