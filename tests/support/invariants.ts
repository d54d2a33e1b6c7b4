import type { Sql } from 'postgres';

/**
 * What is always true of places, as a search for what is not: the subjects found break it. The numbers are those of
 * docs/invariants.md. `now` is the clock of the portal.
 */
export const invariants = {
  '1 no more places are given than there are': `
    select id from sessions where seats_taken > capacity or seats_taken < 0`,
  '2 seats_taken is the number of held, offered and confirmed bookings': `
    select s.id from sessions s left join registrations r
      on r.session_id = s.id and r.source = 'booking' and r.status in ('held', 'offered', 'confirmed')
    group by s.id having s.seats_taken <> count(r.id)`,
  '3 one proved live registration per entrepreneur and session': `
    select session_id from registrations
    where status in ('offered', 'confirmed') or (status = 'waitlisted' and expires_at is null)
    group by session_id, entrepreneur_id having count(*) > 1`,
  '4 a business has no more certain places than it may have': `
    select s.id from sessions s join registrations r
      on r.session_id = s.id and r.source = 'booking' and r.status = 'confirmed' and r.kvk_number is not null
    group by s.id, r.kvk_number having count(*) > s.places_per_business`,
  '5 a held or offered place ends, and not after the start': `
    select r.id from registrations r join sessions s on s.id = r.session_id
    where r.status in ('held', 'offered') and (r.expires_at is null or r.expires_at > s.starts_at)`,
  '5a what is not proved ends within the hour': `
    select id from registrations where (status = 'held' or (status = 'waitlisted' and expires_at is not null))
      and expires_at > created_at + interval '1 hour'`,
  '5b a turn in a queue is proved exactly when its registration is': `
    select w.registration_id from waits w join registrations r on r.id = w.registration_id
    where w.proved <> (r.expires_at is null)`,
  '6 a place is confirmed or lapsed, never both': `
    select id from registrations where status = 'expired' and confirmed_at is not null`,
  '7 each place is freed once': `
    select subject_id from audit_log where action in ('registration.cancelled', 'registration.expired')
    group by subject_id having count(*) > 1`,
  '8 cancelled and expired are the end': `
    select ended.subject_id from audit_log ended join registrations r on r.id = ended.subject_id
    where ended.action in ('registration.cancelled', 'registration.expired')
      and r.status not in ('cancelled', 'expired')`,
  '9 nobody shares a position in the queue': `
    select session_id from registrations where status = 'waitlisted'
    group by session_id, waitlisted_at having count(*) > 1`,
  '11 nobody is offered a place while someone before them waits': `
    select later.id from registrations later join registrations earlier on earlier.session_id = later.session_id
    where later.status = 'offered' and earlier.status = 'waitlisted' and earlier.expires_at is null
      and earlier.waitlisted_at < later.waitlisted_at`,
  '12 nobody queues where there is no waiting list': `
    select r.id from registrations r join sessions s on s.id = r.session_id
    where r.status = 'waitlisted' and not s.has_waitlist`,
  '18 every registration has a decision': `
    select r.id from registrations r where not exists (select from decisions d where d.registration_id = r.id)`,
  '19 a registration points at its newest decision': `
    select r.id from registrations r join (select distinct on (registration_id) id, registration_id from decisions
      order by registration_id, decided_at desc, id desc) newest on newest.registration_id = r.id
    where r.decision_id is distinct from newest.id`,
  '20 nobody has a live registration for a session that is off': `
    select r.id from registrations r join sessions s on s.id = r.session_id
    where s.status = 'cancelled' and r.status in ('held', 'offered', 'confirmed', 'waitlisted')`,
  '21 an Idempotency-Key that is kept has its answer': `
    select fingerprint from idempotency_keys where status is null`,
} as const;
export type Invariant = keyof typeof invariants;

const all = Object.entries(invariants)
  .map(([name, search]) => `select '${name}' as invariant, found::text from (${search}) as broken (found)`)
  .join(' union all ');

/** The invariants that do not hold now, each with what breaks it. */
export const brokenInvariants = (sql: Sql) => sql.unsafe<{ invariant: Invariant; found: string }[]>(all);
