import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openDb } from '../../db/open.ts';
import { entrepreneurs, registrations } from '../../db/schema/registrations.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { testDatabase } from '../support/postgres.ts';

const url = await testDatabase('empty');
const { db, close } = openDb(url, { connections: 2 });
const sql = postgres(url, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([close(), sql.end()]));

let session: string;
let registration: string;
beforeAll(async () => {
  const now = new Date();
  const programme = await makeProgramme(db, now);
  session = (await makeSession(db, programme, now)).id;
  const [person] = await db.insert(entrepreneurs).values({ name: 'Noor' }).returning();
  const [row] = await db
    .insert(registrations)
    .values({
      sessionId: session,
      entrepreneurId: person!.id,
      status: 'confirmed',
      name: 'Noor',
      confirmedAt: now,
    })
    .returning();
  registration = row!.id;
  await sql`insert into budget_phases (quarter_id, ceiling_cents, state) values (${programme.quarter.id}, 100, 'planned')`;
});

describe('the database is the last guard', () => {
  it.each([
    ['more seats than capacity', 'sessions_seats', () => sql`update sessions set seats_taken = capacity + 1`],
    ['fewer seats than none', 'sessions_seats', () => sql`update sessions set seats_taken = -1`],
    ['an end before the start', 'sessions_times', () => sql`update sessions set ends_at = starts_at`],
    [
      'a window that never opens',
      'sessions_window',
      () => sql`update sessions set booking_closes_at = booking_opens_at`,
    ],
    [
      'a notice after the start',
      'sessions_deadlines',
      () => sql`update sessions set minimum_notice_minutes = -1`,
    ],
    [
      'a cancellation deadline after the start',
      'sessions_deadlines',
      () => sql`update sessions set cancellation_deadline_minutes = -1`,
    ],
    [
      'no place for any business',
      'sessions_places_per_business',
      () => sql`update sessions set places_per_business = 0`,
    ],
    [
      'an appointment before its first version',
      'registrations_sequence',
      () => sql`update registrations set sequence = -1`,
    ],
    ['a logo without words', 'organisations_logo', () => sql`update organisations set logo_alt = 'x'`],
    ['words without a photo', 'modules_picture', () => sql`update modules set picture_alt = 'x'`],
    [
      'a colour for light pages alone',
      'municipalities_colours',
      () => sql`update municipalities set colour_on_light = '#004699'`,
    ],
    [
      'a picture under a name of its own',
      'pictures_name',
      () => sql`insert into pictures (name, bytes, uploaded_at) values ('x.svg', '', now())`,
    ],
    ['a place nowhere', 'sessions_place', () => sql`update sessions set venue_id = null`],
    ['cancelled without a moment', 'sessions_cancelled', () => sql`update sessions set status = 'cancelled'`],
    [
      'two live registrations of one person',
      'registrations_live',
      () => sql`insert into registrations (session_id, entrepreneur_id, status, name, waitlisted_at)
        select session_id, entrepreneur_id, 'waitlisted', name, now() from registrations where id = ${registration}`,
    ],
    [
      'a held place without an end',
      'registrations_expires',
      () => sql`update registrations set status = 'held'`,
    ],
    [
      'an end without a moment',
      'registrations_expired',
      () => sql`update registrations set status = 'expired'`,
    ],
    [
      'a decision on another registration',
      'registrations_decision',
      () => sql`with person as (insert into entrepreneurs (name) values ('Sam') returning id),
          other as (insert into registrations (session_id, entrepreneur_id, status, name, confirmed_at)
            select ${session}, id, 'confirmed', 'Sam', now() from person returning id),
          decided as (insert into decisions (registration_id, rule_set_id, outcome, payer, ex_vat_cents, vat_cents,
              own_contribution_cents, facts, rules, decided_on, decided_at)
            select other.id, rule_sets.id, 'eligible', 'municipality', 0, 0, 0, '{}', '[]', current_date, now()
            from other, rule_sets limit 1 returning id)
        update registrations r set decision_id = decided.id from decided where r.id = ${registration}`,
    ],
    [
      'presence of someone who cancelled',
      'registrations_attendance',
      () => sql`update registrations set attendance = 'present', attendance_marked_at = now(), status = 'cancelled',
        cancelled_at = now(), cancelled_by = 'participant'`,
    ],
    [
      'a KVK number of seven digits',
      'registrations_kvk_number',
      () => sql`update registrations set kvk_number = '1234567'`,
    ],
    [
      'more committed than the ceiling',
      'budget_phases_ceiling',
      () => sql`update budget_phases set committed_cents = 101`,
    ],
    [
      'a quarter that ends first',
      'programme_quarters_dates',
      () => sql`update programme_quarters set ends_on = starts_on`,
    ],
    [
      'an address in capitals',
      'accounts_email_lower',
      () => sql`insert into accounts (email, name) values ('A@b.nl', 'A')`,
    ],
  ])('against %s', async (_, constraint, statement) => {
    await expect(statement()).rejects.toMatchObject({ constraint_name: constraint });
  });
});

describe('what was decided and written down is only added to', () => {
  const tables = [
    'quarter_evaluations',
    'phase_changes',
    'phase_change_undos',
    'steering_measures',
    'programme_versions',
    'reviews',
    'declarations',
    'report_snapshots',
    'signal_readings',
    'signal_responses',
    'figures',
    'figure_batches',
    'session_access_changes',
    'access_checks',
  ];
  it.each(tables)('%s', async (table) => {
    for (const change of [
      `update ${table} set id = id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(sql.unsafe(change), change).rejects.toMatchObject({
        code: '23000',
        message: `${table} is only added to`,
      });
    }
  });

  it('a batch of figures is withdrawn once, and is otherwise as it came in', async () => {
    const [batch] = await sql<{ id: string }[]>`
      insert into figure_batches (programme_id, name, imported_at)
      select id, 'Telling', now() from programmes limit 1 returning id`;
    const withdraw = (reason: string) =>
      sql`update figure_batches set withdrawn_at = now(), withdrawn_reason = ${reason} where id = ${batch!.id}`;
    await withdraw('Dubbel');
    await expect(withdraw('Toch anders')).rejects.toThrow('only added to');
    await expect(sql`update figure_batches set name = 'Anders'`).rejects.toThrow('only added to');
  });

  it('what someone declared goes when the registration does', async () => {
    await sql`insert into declarations (registration_id, answers) values (${registration}, '{}')`;
    await sql`delete from registrations where id = ${registration}`;
    expect(await sql`select from declarations`).toHaveLength(0);
  });
});

it('several processes that start at once migrate once', async () => {
  await sql`drop schema drizzle cascade`;
  await sql`drop schema public cascade`;
  await sql`create schema public`;
  await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
  const [row] =
    await sql`select count(*)::int as tables from information_schema.tables where table_schema = 'public'`;
  expect(row!.tables).toBeGreaterThan(20);
});
